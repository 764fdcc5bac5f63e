use kernel::Id;
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, Row, Table, backlink};
use web::page::layout::{csrf_field, reading_room};
use web::{Ask, Form};

use super::super::{Change, Draft, Revise};
use crate::words::{goal, priority_key, reason_key};

pub(super) fn page(ask: &Ask, draft: &Draft, form: &Form, input: &Revise, changes: &[Change]) -> Markup {
    let w = ask.words();
    let frame = ask.frame(w.t("promise-preview-title"));
    let from = w.day(input.valid_from);
    let table = Table::new(w.t("promise-preview-title"))
        .text(w.t("promise-preview-what"))
        .text(w.t("promise-preview-before"))
        .text(w.t("promise-preview-after"))
        .rows(changes.iter().map(|change| row(w, draft, change)));
    let content = html! {
        (backlink(&w.t("promise-title"), "/admin/loften"))
        h1 class="h-xl" { (w.t("promise-preview-title")) }
        p class="lede" { (w.with("promise-preview-about", &[("day", from.into())])) }
        (table)
        form method="post" action="/admin/loften/andra" {
            (csrf_field(&frame.csrf))
            @for (name, value) in form.pairs().iter().filter(|(name, _)| name != "csrf" && name != "step") {
                input type="hidden" name=(name) value=(value);
            }
            div class="formacts" {
                (Button::submit(w.t("promise-preview-save")).primary().value("step", "save"))
                (Button::submit(w.t("promise-preview-edit")).value("step", "edit"))
            }
        }
    };
    reading_room(&frame, content)
}

fn row(w: Words, draft: &Draft, change: &Change) -> Row {
    let of = |key: &str, priority: u8| w.with(key, &[("priority", w.t(priority_key(priority)).into())]);
    let (what, before, after) = match change {
        Change::Name { before, after } => (w.t("promise-form-name"), before.clone(), after.clone()),
        Change::Calendar { before, after } => {
            (w.t("promise-form-calendar"), calendar(w, draft, *before), calendar(w, draft, *after))
        }
        Change::Response { priority, before, after } => {
            (of("promise-preview-response", *priority), goal(w, *before), goal(w, *after))
        }
        Change::Resolution { priority, before, after } => {
            (of("promise-preview-resolution", *priority), goal(w, *before), goal(w, *after))
        }
        Change::Pauses { reason, after } => {
            let said =
                |pauses: bool| w.t(if pauses { "promise-preview-pauses" } else { "promise-preview-runs" });
            (w.t(reason_key(*reason)), said(!after), said(*after))
        }
    };
    Row::new(what).cell(before).cell(after)
}

fn calendar(w: Words, (before, calendars): &Draft, id: Id) -> String {
    let found = std::iter::once(&before.calendar).chain(calendars).find(|one| one.id == id);
    found.map_or_else(String::new, |one| {
        let number = one.number.to_string();
        w.with("promise-calendar-edition", &[("name", one.name.as_str().into()), ("number", number.into())])
    })
}
