//! `/admin/loften`: what is promised and has been, and the form for a new edition with a look at what it changes.

mod form;
/// What the edition would change, before it is saved.
mod preview;

use std::sync::Arc;

use axum::http::StatusCode;
use kernel::{Day, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, Notice, Pairs, Row, Table, Tone, empty, tag, title_row};
use web::page::layout::reading_room;
use web::{Answer, Ask, Form, Said, answer};

use super::{Draft, Editions, PRIORITIES, PromiseVersion, Reason, all, draft, preview, revise};
use crate::permissions::EDIT;
use crate::words::{goal, hours, priority_key, reasons};

pub(crate) async fn list(ask: Ask) -> Answer {
    let found = ask.read(all).await?;
    let w = ask.words();
    let may_edit = ask.actor().may(&EDIT);
    let revise = Button::link(w.t("promise-revise"), "/admin/loften/andra").primary();
    let start = Button::link(w.t("promise-none-act"), "/admin/start");
    let content = html! {
        (title_row(
            &html! { h1 class="h-xl" { (w.t("promise-title")) } },
            &html! { @if may_edit && !found.all.is_empty() { (revise) } },
        ))
        p class="lede" { (w.t("promise-about")) }
        @if found.all.is_empty() {
            (empty(&w.t("promise-none"), &w.t("promise-none-about"), may_edit.then_some(&start)))
        }
        @for version in &found.all { (edition(&ask, &found, version)) }
    };
    answer::html(reading_room(&ask.frame(w.t("promise-title")), content))
}

fn edition(ask: &Ask, found: &Editions, version: &Arc<PromiseVersion>) -> Markup {
    let w = ask.words();
    let is_current = found.current == Some(version.id);
    let from = w.date(version.valid_from);
    let key = if version.valid_from > ask.now() { "promise-holds-from" } else { "promise-held-before" };
    let number = version.number.to_string();
    html! {
        section class="block promised" aria-labelledby={ "v" (number) } {
            h2 id={ "v" (number) } {
                (w.with("promise-edition-heading", &[("name", version.name.as_str().into()), ("number", number.as_str().into())]))
            }
            p {
                @if is_current { (tag(Tone::Ok, None, &w.t("promise-holds-now"))) " " (w.with("promise-holds-from", &[("day", from.into())])) }
                @else { (w.with(key, &[("day", from.into())])) }
                @if !version.note.is_empty() { ". " (version.note) }
            }
            @if let Some(notice) = older_calendar(w, found, version).filter(|_| is_current) { (notice) }
            (goals(w, version))
            (rules(w, version))
        }
    }
}

/// A new edition of the calendar does not reach a promise by itself.
fn older_calendar(w: Words, found: &Editions, version: &PromiseVersion) -> Option<Notice> {
    let used = &version.calendar;
    let latest = found.calendars.iter().find(|one| one.calendar == used.calendar)?;
    (latest.number > used.number).then(|| {
        let about = w.with(
            "promise-older-calendar-about",
            &[
                ("name", used.name.as_str().into()),
                ("used", used.number.to_string().into()),
                ("latest", latest.number.to_string().into()),
            ],
        );
        Notice::new(Tone::Warn, w.t("promise-older-calendar")).text(about)
    })
}

fn goals(w: Words, version: &PromiseVersion) -> Table {
    let row = |priority: u8| {
        let promised = version.goal(priority);
        Row::new(w.t(priority_key(priority)))
            .cell(goal(w, promised.response))
            .cell(goal(w, promised.resolution))
    };
    Table::new(w.t("promise-goals"))
        .text(w.t("promise-col-priority"))
        .text(w.t("promise-col-response"))
        .text(w.t("promise-col-resolution"))
        .rows((1..=PRIORITIES).map(row))
}

fn rules(w: Words, version: &PromiseVersion) -> Markup {
    let calendar = &version.calendar;
    let (name, number) = (calendar.name.as_str(), calendar.number.to_string());
    let counted =
        w.with("promise-calendar-edition", &[("name", name.into()), ("number", number.as_str().into())]);
    let href = format!("/admin/kalender/{}?version={number}", calendar.calendar);
    let (pause, run): (Vec<Reason>, Vec<Reason>) =
        Reason::ALL.into_iter().partition(|reason| version.pauses(*reason));
    html! {
        (Pairs::new()
            .pair(w.t("promise-counts-by"), html! { a href=(href) { (counted) } })
            .pair(w.t("calendar-hours"), w.list(&hours(w, calendar.open().definition())))
            .maybe(w.t("promise-pauses"), reasons(w, &pause))
            .maybe(w.t("promise-runs"), reasons(w, &run)))
        p class="meta" { (w.t("promise-response-never-pauses")) }
    }
}

pub(crate) async fn edit(ask: Ask) -> Answer {
    let draft = ask.read(|tx, actor, _| draft(tx, actor)).await?;
    answer::html(form::page(&ask, &draft, &Form::default(), None))
}

/// `step` says which button sent the form: a look at the changes, back to the fields, or save.
pub(crate) async fn save(ask: Ask, form: Form) -> Answer {
    let draft = ask.read(|tx, actor, _| draft(tx, actor)).await?;
    let input = match form::input(&draft, &form, ask.now()) {
        _ if form.raw("step") == "edit" => return answer::html(form::page(&ask, &draft, &form, None)),
        Ok(input) => input,
        Err(refusal) => return again(&ask, &draft, &form, refusal),
    };
    if form.raw("step") != "save" {
        let asked = input.clone();
        return match ask.read(move |tx, actor, now| preview(tx, actor, now, &asked)).await {
            Ok(changes) => answer::html(preview::page(&ask, &draft, &form, &input, &changes)),
            Err(refusal) => again(&ask, &draft, &form, refusal),
        };
    }
    match ask.write(move |tx, actor, now| revise(tx, actor, now, &input)).await {
        Ok(made) => {
            Said::new("promise-said-saved").with("number", made.number.to_string()).see_other("/admin/loften")
        }
        Err(refusal) => again(&ask, &draft, &form, refusal),
    }
}

/// The form with what is to be mended; nothing typed is lost.
fn again(ask: &Ask, draft: &Draft, form: &Form, refusal: Refusal) -> Answer {
    if ![RefusalKind::Invalid, RefusalKind::Stale].contains(&refusal.kind) {
        return Err(refusal.into());
    }
    answer::html_with(StatusCode::UNPROCESSABLE_ENTITY, form::page(ask, draft, form, Some(&refusal)))
}

fn day(form: &Form, today: Day) -> Result<Day, Refusal> {
    form.maybe("valid_from").map_or(Ok(today), |day| {
        Day::parse(&day).ok_or(Refusal::invalid("valid_from", "promise-day-unreadable"))
    })
}
