//! `/tjanster`: what IT promises to deliver; `/tjanster/{slug}`: one service.

use axum::extract::Path;
use directory::page::register::{Register, rows};
use directory::page::sections::{self, Filled, Place};
use directory::page::sheet;
use kernel::{PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Row, Table, prose};
use web::page::forms::{Choice, Fields};
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask, Form, csv_answer};

use super::list::{self, Question};
use super::show::{self, Shown};
use super::{AUDIENCES, Service};
use crate::permissions::EDIT;

const PATH: &str = "/tjanster";

/// Where a service's page stands.
pub fn address(service: &Service) -> String {
    format!("{PATH}/{}", service.slug)
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let found = read(&ask, &query).await?;
    let w = ask.words();
    let fields = Fields::new(w, &query, None);
    let register = Register {
        title: w.t("catalogue-services"),
        path: PATH,
        export: Some("/tjanster.csv"),
        query: &query,
        filters: html! {
            (fields.text("q", w.t("catalogue-find")).kind("search"))
            (fields.select("audience", w.t("catalogue-audience"), audiences(w)).none(w.t("catalogue-any-audience")))
            (fields.check("ended", w.t("directory-ended-too")))
        },
        act: ask
            .actor()
            .may(&EDIT)
            .then(|| Button::link(w.t("catalogue-service-new"), "/tjanster/ny").primary()),
    };
    let table = (!found.is_empty()).then(|| table(w, &found));
    let frame = ask.frame(w.t("catalogue-services"));
    html(register.show(&frame, &rows(w, PATH, &query, table, None)))
}

/// There are dozens of services: one page holds them.
async fn read(ask: &Ask, query: &Form) -> Result<Vec<Shown>, Refusal> {
    let question =
        Question { text: query.text("q"), audience: query.maybe("audience"), ended: query.has("ended") };
    let size = PageSize::LARGEST;
    let page = ask.read(move |tx, actor, _| list::list(tx, actor, &question, None, size)).await?;
    Ok(page.items)
}

/// The audiences as choices.
pub(super) fn audiences(w: Words) -> Vec<Choice> {
    AUDIENCES.iter().map(|(code, key)| Choice::new(*code, w.t(key))).collect()
}

/// The audience in words; its code where it is none of ours.
fn audience(w: Words, code: &str) -> String {
    AUDIENCES.iter().find(|(known, _)| *known == code).map_or_else(|| code.to_owned(), |(_, key)| w.t(key))
}

fn table(w: Words, found: &[Shown]) -> Table {
    let lines = found.iter().map(|Shown { service, owner }| {
        Row::new(html! {
            a href=(address(service)) { (service.label(w.lang())) }
            span class="meta" { (service.about_in(w.lang())) }
        })
        .cell(html! { @if let Some(owner) = owner { a href=(format!("/grupper/{}", owner.slug)) { (owner.label(w.lang())) } } })
        .cell(audience(w, &service.audience))
        .cell(if service.active { String::new() } else { w.t("directory-ended") })
    });
    Table::new(w.t("catalogue-services"))
        .text(w.t("catalogue-service"))
        .text(w.t("catalogue-owner"))
        .text(w.t("catalogue-audience"))
        .text(w.t("catalogue-status"))
        .rows(lines)
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let found = read(&ask, &query).await?;
    let w = ask.words();
    let heads = ["catalogue-service", "catalogue-owner", "catalogue-audience", "directory-about"];
    let head = heads.iter().map(|key| w.t(key)).collect();
    let lines = found.into_iter().map(|Shown { service, owner }| {
        let owner = owner.map(|owner| owner.label(w.lang()).to_owned()).unwrap_or_default();
        let about = service.about_in(w.lang()).to_owned();
        vec![service.label(w.lang()).to_owned(), owner, audience(w, &service.audience), about]
    });
    csv_answer(&w.t("catalogue-file"), std::iter::once(head).chain(lines))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let w = ask.words();
    let (shown, hung) = ask
        .read(move |tx, actor, now| {
            let shown = show::show(tx, actor, &key)?;
            let id = shown.service.id;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Service, id, w)?))
        })
        .await?;
    html(page(&ask, &shown, &hung))
}

fn page(ask: &Ask, shown: &Shown, hung: &Filled) -> Markup {
    let (w, service) = (ask.words(), &shown.service);
    let name = service.label(w.lang());
    let frame = ask.frame(name);
    let acts = html! {
        @if ask.actor().may(&EDIT) { (Button::link(w.t("register-edit"), format!("{}/andra", address(service))).key("e")) }
        (hung.acts())
    };
    let mut table = Table::new(w.t("directory-facts"))
        .class("facts")
        .head_hidden()
        .text(w.t("directory-fact"))
        .text(w.t("directory-value"));
    if let Some(owner) = &shown.owner {
        let link = html! { a href=(format!("/grupper/{}", owner.slug)) { (owner.label(w.lang())) } };
        table = table.row(Row::new(w.t("catalogue-owner")).cell(link));
    }
    table = table.row(Row::new(w.t("catalogue-audience")).cell(audience(w, &service.audience)));
    if !service.active {
        table = table.row(Row::new(w.t("catalogue-status")).cell(w.t("directory-ended")));
    }
    let body = html! {
        h1 data-object { (name) }
        (prose(service.about_in(w.lang())))
        section class="sect" aria-labelledby="h-facts" { h2 id="h-facts" { (w.t("directory-facts")) } (table) }
        @if !service.words.is_empty() {
            section class="sect" aria-labelledby="h-words" {
                h2 id="h-words" { (w.t("catalogue-words")) }
                p { (w.t("catalogue-words-about")) }
                ul class="chiplist" lang="sv" { @for word in &service.words { li { (word) } } }
            }
        }
        (hung.body())
    };
    let side = hung.side();
    let pane = Pane {
        toolbar: Some(sheet::toolbar(w, (&w.t("catalogue-services"), PATH), name, &acts)),
        body: Some(body),
        side: Some((w.t("catalogue-about"), side)).filter(|(_, side)| !side.0.is_empty()),
        ..Pane::default()
    };
    work_room_slim(&frame, pane.show(&frame), None)
}
