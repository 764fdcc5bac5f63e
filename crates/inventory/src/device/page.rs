//! `/enheter/{id}`: what it is, whose it is, where it stands, what it has been through.

use axum::extract::Path;
use directory::days::previous;
use directory::page::sections::{self, Filled, Place};
use directory::page::{sheet, span::span};
use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Row, Table, prose};
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask};

use super::list_page::{address, holder, state};
use super::show::{self, Change, Shown};
use super::{Holding, State};
use crate::permissions::EDIT;

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let w = ask.words();
    let (shown, hung) = ask
        .read(move |tx, actor, now| {
            let shown = show::show(tx, actor, now, &key)?;
            let id = shown.device.id;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Device, id, w)?))
        })
        .await?;
    html(page(&ask, &shown, &hung))
}

fn page(ask: &Ask, shown: &Shown, hung: &Filled) -> Markup {
    let (w, device) = (ask.words(), &shown.device);
    let title = format!("{} {}", shown.kind.label(w.lang()), device.number);
    let frame = ask.frame(title.clone());
    let held = shown.holder().is_some();
    let acts = html! {
        @if ask.actor().may(&EDIT) {
            (Button::link(w.t("register-edit"), format!("{}/andra", address(device.id))).key("e"))
            @if device.state != State::Retired {
                @let verb = if held { "inventory-hand-on" } else { "inventory-hand-over" };
                (Button::link(w.t(verb), format!("{}/lamna-ut", address(device.id))))
            }
            @if held { (Button::link(w.t("inventory-take-back"), format!("{}/ta-tillbaka", address(device.id)))) }
        }
        (hung.acts())
    };
    let body = html! {
        h1 data-object { (title) }
        p { (state(w, device.state)) }
        (facts(w, shown))
        @if !device.notes.is_empty() {
            section class="sect" aria-labelledby="h-notes" { h2 id="h-notes" { (w.t("inventory-notes")) } (prose(&device.notes)) }
        }
        (hung.body())
        (history(ask, shown))
    };
    let side = hung.side();
    let pane = Pane {
        toolbar: Some(sheet::toolbar(w, (&w.t("inventory-devices"), "/enheter"), &device.number, &acts)),
        body: Some(body),
        side: Some((w.t("inventory-about"), side)).filter(|(_, side)| !side.0.is_empty()),
        ..Pane::default()
    };
    work_room_slim(&frame, pane.show(&frame), None)
}

fn facts(w: Words, shown: &Shown) -> Markup {
    let device = &shown.device;
    let mut table = Table::new(w.t("directory-facts"))
        .class("facts")
        .head_hidden()
        .text(w.t("directory-fact"))
        .text(w.t("directory-value"))
        .row(Row::new(w.t("inventory-number")).cell(&device.number))
        .row(Row::new(w.t("inventory-kind")).cell(shown.kind.label(w.lang())));
    for (key, value) in [
        ("inventory-model", &device.model),
        ("inventory-serial", &device.serial),
        ("inventory-place", &device.place),
    ] {
        if !value.is_empty() {
            table = table.row(Row::new(w.t(key)).cell(value));
        }
    }
    let whose = shown.holder().map_or_else(|| html! { (w.t("inventory-nobody")) }, |name| holder(w, name));
    table = table.row(Row::new(w.t("inventory-holder")).cell(whose));
    if let Some(unit) = &shown.unit {
        let link = html! { a href=(format!("/organisation/{}", unit.slug)) { (unit.label(w.lang())) } };
        table = table.row(Row::new(w.t("inventory-unit")).cell(link));
    }
    html! {
        section class="sect" aria-labelledby="h-facts" { h2 id="h-facts" { (w.t("directory-facts")) } (table) }
    }
}

/// Holders and changes together, newest first.
fn history(ask: &Ask, shown: &Shown) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    let held = shown.holdings.iter().map(|(holding, name)| {
        let line = html! { (w.t("inventory-held-by")) " " (holder(w, name)) };
        (holding.valid_from, 0, line, span(w, holding.valid_from, holding.valid_to, now.local_day()))
    });
    let returned = shown.holdings.iter().filter_map(|(holding, _)| given_back(w, shown, holding));
    let changed = shown
        .changes
        .iter()
        .map(|change| (change.at.local_day(), 1, html! { (change_line(w, change)) }, w.when(change.at, now)));
    let mut lines: Vec<_> = held.chain(returned).chain(changed).collect();
    lines.sort_by_key(|(day, order, ..)| std::cmp::Reverse((*day, *order)));
    html! {
        section class="sect" aria-labelledby="h-history" {
            h2 id="h-history" { (w.t("inventory-history")) }
            ul class="rows" {
                @for (_, _, line, when) in lines { li { div { (line) span class="meta" { (when) } } } }
                li { div { (w.t("inventory-added")) span class="meta" { (w.date(shown.device.created_at)) } } }
            }
        }
    }
}

type Line = (kernel::Day, i32, Markup, String);

/// Taken back, unless somebody else took over the same day.
fn given_back(w: Words, shown: &Shown, holding: &Holding) -> Option<Line> {
    let to = holding.valid_to?;
    let passed_on = shown.holdings.iter().any(|(other, _)| other.valid_from == to && other.id != holding.id);
    (!passed_on).then(|| (to, 0, html! { (w.t("inventory-taken-back")) }, w.day(previous(to))))
}

/// `Status: I bruk → På lager`.
fn change_line(w: Words, change: &Change) -> String {
    let (key, was, became) = if change.what == "state" {
        let word = |code: &str| State::parse(code).map_or_else(|| code.to_owned(), |state| w.t(state.key()));
        ("inventory-state-changed", word(&change.was), word(&change.became))
    } else {
        ("inventory-place-changed", change.was.clone(), change.became.clone())
    };
    let nowhere = |text: String| if text.is_empty() { w.t("inventory-nowhere") } else { text };
    w.with(key, &[("was", nowhere(was).into()), ("became", nowhere(became).into())])
}
