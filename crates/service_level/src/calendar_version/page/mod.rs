//! `/admin/kalender`: the calendars, one with its year, and the form for a new edition.

/// Form fields to a draft and back.
mod fields;
mod form;
/// Twelve months, and what is special in them.
mod year;

use std::sync::Arc;

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{Day, Id, Moment, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, Item, Notice, Row, Table, Tone, backlink, empty, items, title_row};
use web::page::layout::reading_room;
use web::{Answer, Ask, Form, Said, answer};

use super::{CalendarVersion, Editions, Revise, all, editions, revise};
use crate::calendar::{Draft, FIRST_YEAR, LAST_YEAR};
use crate::permissions::EDIT;
use crate::words::hours;

pub(crate) async fn list(ask: Ask) -> Answer {
    let found = ask.read(|tx, actor, _| all(tx, actor)).await?;
    let w = ask.words();
    let may_edit = ask.actor().may(&EDIT);
    let new = Button::link(w.t("calendar-new"), "/admin/kalender/ny").primary();
    let rows: Vec<Item> = found.iter().map(|version| item(w, version)).collect();
    let content = html! {
        (title_row(&html! { h1 class="h-xl" { (w.t("calendar-list-title")) } }, &html! { @if may_edit { (new) } }))
        p class="lede" { (w.t("calendar-list-about")) }
        @if rows.is_empty() {
            (empty(&w.t("calendar-list-none"), &w.t("calendar-list-none-about"), None))
        } @else { (items(&rows)) }
    };
    answer::html(reading_room(&ask.frame(w.t("calendar-list-title")), content))
}

fn item(w: Words, version: &CalendarVersion) -> Item {
    let open = w.list(&hours(w, version.open().definition()));
    Item::new(&version.name, address(version.calendar), open)
        .end(html! { span class="meta" { (named(w, version)) } })
}

fn address(calendar: Id) -> String {
    format!("/admin/kalender/{calendar}")
}

/// `Version 2, från 1 januari 2026`.
fn named(w: Words, version: &CalendarVersion) -> String {
    let from = w.date(version.valid_from);
    w.with("calendar-edition-from", &[("number", version.number.to_string().into()), ("day", from.into())])
}

fn id(text: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| Refusal::not_found("not-found"))
}

/// One calendar. `?version=2` shows an older edition, `?ar=2027` another year.
pub(crate) async fn show(ask: Ask, Path(calendar): Path<String>, query: Form) -> Answer {
    let calendar = id(&calendar)?;
    let found = ask.read(move |tx, actor, _| editions(tx, actor, calendar)).await?;
    let w = ask.words();
    let wanted = query.number("version");
    let version = found.all.iter().find(|one| wanted.is_none_or(|number| one.number == number));
    let version = version.ok_or(Refusal::not_found("not-found"))?;
    let this_year = ask.now().local_day().0 / 10_000;
    let year = query.number("ar").and_then(|year| i16::try_from(year).ok());
    let year = year.or(i16::try_from(this_year).ok()).unwrap_or(FIRST_YEAR).clamp(FIRST_YEAR, LAST_YEAR);
    let latest = found.all.first().is_some_and(|first| first.id == version.id);
    let revise = Button::link(w.t("calendar-revise"), format!("{}/andra", address(calendar))).primary();
    let may_edit = ask.actor().may(&EDIT);
    let content = html! {
        (backlink(&w.t("calendar-list-title"), "/admin/kalender"))
        (title_row(&html! { h1 class="h-xl" { (version.name) } }, &html! { @if may_edit { (revise) } }))
        p class="lede" { (w.list(&hours(w, version.open().definition()))) }
        p class="meta" { (named(w, version)) ". " (note(w, &version.note)) }
        @if latest && !found.used.contains(&version.id) { (unused(w, may_edit)) }
        (year::show(w, version, year, wanted))
        (definition(w, version))
        (history(w, &found))
    };
    answer::html(reading_room(&ask.frame(&version.name), content))
}

fn note(w: Words, note: &str) -> String {
    if note.is_empty() { w.t("calendar-no-note") } else { note.to_owned() }
}

fn unused(w: Words, may_edit: bool) -> Notice {
    let notice = Notice::new(Tone::Warn, w.t("calendar-unused")).text(w.t("calendar-unused-about"));
    if may_edit {
        notice.act(Button::link(w.t("calendar-unused-act"), "/admin/loften/andra"))
    } else {
        notice
    }
}

fn definition(w: Words, version: &CalendarVersion) -> Markup {
    html! {
        section class="block" aria-labelledby="definition" {
            h2 id="definition" { (w.t("calendar-definition")) }
            p { (w.t("calendar-definition-about")) }
            pre class="scroll" tabindex="0" role="group" aria-labelledby="definition" { code { (version.definition) } }
        }
    }
}

fn history(w: Words, found: &Editions) -> Markup {
    let row = |one: &Arc<CalendarVersion>| {
        let number = w.with("calendar-edition", &[("number", one.number.to_string().into())]);
        let href = format!("{}?version={}", address(one.calendar), one.number);
        Row::new(html! { a href=(href) { (number) } }).cell(w.date(one.valid_from)).cell(note(w, &one.note))
    };
    let table = Table::new(w.t("calendar-editions"))
        .text(w.t("calendar-col-edition"))
        .text(w.t("calendar-col-from"))
        .text(w.t("calendar-col-note"))
        .rows(found.all.iter().map(row));
    html! {
        section class="block" aria-labelledby="versioner" {
            h2 id="versioner" { (w.t("calendar-editions")) }
            p { (w.t("calendar-editions-about")) }
            (table)
        }
    }
}

pub(crate) async fn new(ask: Ask) -> Answer {
    let blank = form::Blank { calendar: None, draft: fields::blank(), name: String::new(), based_on: 0 };
    answer::html(form::page(&ask, &blank, &Form::default(), None))
}

pub(crate) async fn create(ask: Ask, form: Form) -> Answer {
    let blank = form::Blank { calendar: None, draft: fields::blank(), name: String::new(), based_on: 0 };
    keep(ask, blank, form).await
}

pub(crate) async fn edit(ask: Ask, Path(calendar): Path<String>) -> Answer {
    let blank = written_from(&ask, &calendar).await?;
    answer::html(form::page(&ask, &blank, &Form::default(), None))
}

pub(crate) async fn save(ask: Ask, Path(calendar): Path<String>, form: Form) -> Answer {
    let blank = written_from(&ask, &calendar).await?;
    keep(ask, blank, form).await
}

/// What the form shows before anybody types: the latest edition.
async fn written_from(ask: &Ask, calendar: &str) -> Result<form::Blank, Refusal> {
    let calendar = id(calendar)?;
    let found = ask.read(move |tx, actor, _| editions(tx, actor, calendar)).await?;
    let latest = found.all.first().ok_or(Refusal::not_found("not-found"))?;
    Ok(form::Blank {
        calendar: Some(calendar),
        draft: latest.draft().clone(),
        name: latest.name.clone(),
        based_on: latest.number,
    })
}

async fn keep(ask: Ask, blank: form::Blank, form: Form) -> Answer {
    let input = input(&blank, &form, ask.now());
    let kept = match input {
        Ok(input) => ask.write(move |tx, actor, now| revise(tx, actor, now, &input)).await,
        Err(refusal) => Err(refusal),
    };
    match kept {
        Ok(version) => Said::new("calendar-said-saved")
            .with("number", version.number.to_string())
            .with("name", version.name.as_str())
            .see_other(&address(version.calendar)),
        Err(refusal) if [RefusalKind::Invalid, RefusalKind::Stale].contains(&refusal.kind) => {
            answer::html_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                form::page(&ask, &blank, &form, Some(&refusal)),
            )
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn input(blank: &form::Blank, form: &Form, now: Moment) -> Result<Revise, Refusal> {
    let valid_from = match form.maybe("valid_from") {
        None => now.local_day(),
        Some(day) => Day::parse(&day).ok_or(Refusal::invalid("valid_from", "promise-day-unreadable"))?,
    };
    let draft: Draft = fields::draft(form, &blank.draft);
    let definition = draft.to_toml().map_err(|_| Refusal::new(RefusalKind::Fault, "fault"))?;
    Ok(Revise {
        id: Id::new(),
        calendar: blank.calendar.unwrap_or_default(),
        based_on: form.number("based_on").unwrap_or(blank.based_on),
        name: form.text("name"),
        definition,
        note: form.text("note"),
        valid_from,
    })
}
