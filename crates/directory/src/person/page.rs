//! `/personer/{id}`: how to reach somebody, where they belong, and what other slices hang on the page.
//! Of a protected identity the alias alone; a look behind it is a decision that is logged.

use axum::extract::Path;
use kernel::{Day, Id, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Avatar, Button, Notice, Pairs, Row, Table, Tone, avatar};
use web::page::layout::{Pane, csrf_field, work_room_slim};
use web::page::{Frame, Icon, icon};
use web::{Answer, Ask};

use super::list_page::{address, line};
use super::show::{self, Open, Shown};
use crate::affiliation::Affiliation;
use crate::days::previous;
pub use crate::page::sections::{Filled, Part, Place, Section, register};
use crate::page::{id_of, sections, sheet, span::span};
use crate::permissions::READ_PROTECTED;

pub(crate) async fn show(ask: Ask, Path(key): Path<String>) -> Answer {
    let id = id_of(&key)?;
    let w = ask.words();
    let (shown, hung) = ask
        .read(move |tx, actor, now| {
            let shown = show::show(tx, actor, now, id)?;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Person, id, w)?))
        })
        .await?;
    if shown.card.protected {
        ask.write(move |tx, actor, now| show::note_look(tx, actor, now, id)).await?;
    }
    html(page(&ask, &shown, &hung))
}

/// The decision to look behind an alias.
pub(crate) async fn show_in_full(ask: Ask, Path(key): Path<String>) -> Answer {
    let id = id_of(&key)?;
    let w = ask.words();
    let (shown, hung) = ask
        .write(move |tx, actor, now| {
            let shown = show::show_in_full(tx, actor, now, id)?;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Person, id, w)?))
        })
        .await?;
    html(page(&ask, &shown, &hung))
}

fn page(ask: &Ask, shown: &Shown, hung: &Filled) -> Markup {
    let (w, card) = (ask.words(), &shown.card);
    // A name behind an alias stands in no title: titles are kept in the browser's history.
    let behind = card.protected && shown.open.is_some();
    let title = if behind { w.t("directory-protected") } else { card.name.clone() };
    let frame = ask.frame(title.clone());
    let may_edit = show::may_edit(ask.actor(), card) && shown.open.is_some();
    let acts = html! {
        @if may_edit { (Button::link(w.t("register-edit"), format!("{}/andra", address(card.id))).key("e")) }
        (hung.acts())
    };
    let body = html! {
        @match &shown.open {
            None => (alias(ask, &frame, shown)),
            Some(open) => {
                div class="headrow" {
                    (avatar(&card.name, Avatar::Big))
                    div { h1 data-object[!card.protected] { (card.name) } @if !line(w, card).is_empty() { p { (line(w, card)) } } }
                }
                (facts(ask, shown, open, may_edit))
            },
        }
        (hung.body())
    };
    let side = html! {
        @if let Some(open) = &shown.open { (soon(w, open, ask.now().local_day())) }
        (hung.side())
    };
    let pane = Pane {
        toolbar: Some(sheet::toolbar(w, (&w.t("directory-people"), "/personer"), &title, &acts)),
        body: Some(body),
        side: Some((w.t("directory-about-person"), side)).filter(|(_, side)| !side.0.is_empty()),
        ..Pane::default()
    };
    work_room_slim(&frame, pane.show(&frame), None)
}

/// The page of somebody whose name, place and numbers are not shown.
fn alias(ask: &Ask, frame: &Frame, shown: &Shown) -> Markup {
    let w = ask.words();
    html! {
        div class="headrow" {
            span class="shield" { (icon(Icon::Shield)) }
            div { h1 { (w.with("directory-alias", &[("alias", shown.card.name.as_str().into())])) } p { (w.t("directory-alias-hint")) } }
        }
        div class="sect" {
            (Notice::new(Tone::Warn, w.t("directory-protected")).icon(Icon::Shield).text(w.t("directory-protected-rules")))
        }
        @if ask.actor().may(&READ_PROTECTED) {
            form class="sect" method="post" action=(format!("{}/visa", address(shown.card.id))) {
                (csrf_field(&frame.csrf))
                (Button::submit(w.t("directory-protected-show")).danger())
                p class="meta" { (w.t("directory-protected-show-hint")) }
            }
        }
    }
}

fn facts(ask: &Ask, shown: &Shown, open: &Open, may_edit: bool) -> Markup {
    let (w, today) = (ask.words(), ask.now().local_day());
    let person = &open.person;
    let mut table = Table::new(w.t("directory-facts"))
        .class("facts")
        .head_hidden()
        .text(w.t("directory-fact"))
        .text(w.t("directory-value"))
        .row(Row::new(w.t("directory-name")).cell(person.full_name()));
    let (now, before): (Vec<_>, Vec<_>) =
        open.affiliations.iter().partition(|one| one.valid_to.is_none_or(|to| to > today));
    for one in now {
        table = table.row(Row::new(w.t(one.kind.key())).cell(affiliation(w, one, today, may_edit)));
    }
    if let Some(mail) = &person.mail {
        table = table.row(
            Row::new(w.t("directory-mail")).cell(html! { a href=(format!("mailto:{mail}")) { (mail) } }),
        );
    }
    for phone in &person.phones {
        let link = html! { a class="num" href=(format!("tel:{}", phone.number)) { (phone.shown) } };
        table = table.row(Row::new(w.t("directory-phone")).cell(link));
    }
    if let Some(lang) = person.lang {
        table = table.row(Row::new(w.t("directory-language")).cell(w.t(lang_key(lang))));
    }
    for group in &open.groups {
        let link = html! { a href=(format!("/grupper/{}", group.slug)) { (group.label(w.lang())) } };
        table = table.row(Row::new(w.t("directory-group")).cell(link));
    }
    html! {
        section class="sect" aria-labelledby="h-facts" {
            h2 id="h-facts" { (w.t("directory-facts")) }
            (table)
            @if may_edit {
                div class="formacts" {
                    (Button::link(w.t("directory-affiliation-add"), format!("{}/tillhorighet", address(shown.card.id))).small())
                    @if open.affiliations.iter().any(|one| one.valid_to.is_none()) {
                        (Button::link(w.t("directory-person-leaves"), format!("{}/sluta", address(shown.card.id))).small())
                    }
                }
            }
        }
        @if !before.is_empty() {
            section class="sect" aria-labelledby="h-before" {
                h2 id="h-before" { (w.t("directory-before")) }
                ul class="rows" { @for one in before { li { div { (affiliation(w, one, today, may_edit)) } } } }
            }
        }
    }
}

/// `Lärare, Bergeskolan, 80 %`, and under it from when to when.
fn affiliation(w: Words, one: &Affiliation, today: Day, may_edit: bool) -> Markup {
    let unit = html! { a href=(format!("/organisation/{}", one.unit.slug)) { (one.unit.label(w.lang())) } };
    html! {
        @if !one.title.is_empty() { (one.title) ", " }
        (unit)
        @if let Some(percent) = one.percent.filter(|percent| *percent < 100) { ", " (w.percent(percent)) }
        span class="meta" {
            (span(w, one.valid_from, one.valid_to, today))
            @if one.main { ", " (w.t("directory-affiliation-main-also")) }
        }
        @if may_edit {
            " " a href=(format!("{}/tillhorighet/{}", address(one.person), one.id)) { (w.t("register-edit")) span class="sr" { " " (one.unit.label(w.lang())) } }
        }
    }
}

/// What ends or begins in the time to come.
fn soon(w: Words, open: &Open, today: Day) -> Markup {
    let mut coming: Vec<(Day, &str, &Affiliation)> = Vec::new();
    for one in &open.affiliations {
        if one.valid_from > today {
            coming.push((one.valid_from, "directory-soon-begins", one));
        }
        if let Some(to) = one.valid_to.filter(|to| *to > today && *to > one.valid_from) {
            coming.push((previous(to), "directory-soon-ends", one));
        }
    }
    coming.sort_by_key(|(day, _, one)| (*day, one.id));
    let any = !coming.is_empty();
    let pairs = coming.into_iter().fold(Pairs::new(), |pairs, (day, key, one)| {
        let unit = one.unit.label(w.lang());
        pairs.pair(w.day(day), w.with(key, &[("unit", unit.into())]))
    });
    html! { @if any { section { h2 { (w.t("directory-soon")) } (pairs) } } }
}

pub(super) const fn lang_key(lang: kernel::Lang) -> &'static str {
    match lang {
        kernel::Lang::Sv => "directory-language-sv",
        kernel::Lang::En => "directory-language-en",
    }
}

/// A person's name as a link to their page.
pub fn link(id: Id, name: &str) -> Markup {
    html! { a href=(address(id)) { (name) } }
}
