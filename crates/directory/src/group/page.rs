//! `/grupper`: the support groups; `/grupper/{slug}`: one, and who works there.

use axum::extract::Path;
use kernel::{PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, status};
use web::page::Frame;
use web::page::components::{Button, Row, Table, prose};
use web::page::forms::Fields;
use web::page::layout::{Pane, csrf_field, work_room_slim};
use web::{Answer, Ask, Form, Said, csv_answer};

use super::Group;
use super::list::{self, Question};
use super::member::{self, Member};
use super::show::{self, Shown};
use crate::page::register::{Register, rows};
use crate::page::sections::{self, Filled, Place};
use crate::page::typed::mendable;
use crate::page::{id_of, sheet};
use crate::permissions::EDIT;
use crate::person::{self, list_page::line, page::link};

const PATH: &str = "/grupper";

/// Where a group's page stands.
pub fn address(group: &Group) -> String {
    format!("{PATH}/{}", group.slug)
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let found = read(&ask, &query).await?;
    let w = ask.words();
    let fields = Fields::new(w, &query, None);
    let register = Register {
        title: w.t("directory-groups"),
        path: PATH,
        export: Some("/grupper.csv"),
        query: &query,
        filters: html! {
            (fields.text("q", w.t("directory-group-find")).kind("search"))
            (fields.check("ended", w.t("directory-ended-too")))
        },
        act: ask
            .actor()
            .may(&EDIT)
            .then(|| Button::link(w.t("directory-group-new"), "/grupper/ny").primary()),
    };
    let table = (!found.is_empty()).then(|| {
        let lines = found.iter().map(|group| {
            Row::new(html! {
                a href=(address(group)) { (group.label(w.lang())) }
                @if group.fallback { span class="meta" { (w.t("directory-fallback")) } }
            })
            .cell(w.t(group.kind.key()))
            .cell(&group.supplier)
            .cell(crate::unit::label(w.lang(), &group.about, &group.about_en))
        });
        Table::new(w.t("directory-groups"))
            .text(w.t("directory-name"))
            .text(w.t("directory-kind"))
            .text(w.t("directory-supplier"))
            .text(w.t("directory-about"))
            .rows(lines)
    });
    let frame = ask.frame(w.t("directory-groups"));
    html(register.show(&frame, &rows(w, PATH, &query, table, None)))
}

/// There are dozens of groups: one page holds them.
async fn read(ask: &Ask, query: &Form) -> Result<Vec<Group>, Refusal> {
    let question = Question { text: query.text("q"), ended: query.has("ended") };
    let size = PageSize::LARGEST;
    let page = ask.read(move |tx, actor, now| list::list(tx, actor, now, &question, None, size)).await?;
    Ok(page.items)
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let found = read(&ask, &query).await?;
    let w = ask.words();
    let heads = ["directory-name", "directory-kind", "directory-supplier", "directory-about"];
    let head = heads.iter().map(|key| w.t(key)).collect();
    let lines = found.into_iter().map(|group| {
        let about = crate::unit::label(w.lang(), &group.about, &group.about_en).to_owned();
        vec![group.label(w.lang()).to_owned(), w.t(group.kind.key()), group.supplier, about]
    });
    csv_answer(&w.t("directory-groups-file"), std::iter::once(head).chain(lines))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>, query: Form) -> Answer {
    shown(&ask, &key, &query, None).await
}

async fn shown(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let (w, key) = (ask.words(), key.to_owned());
    let (shown, hung) = ask
        .read(move |tx, actor, now| {
            let shown = show::show(tx, actor, now, &key)?;
            let id = shown.group.id;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Group, id, w)?))
        })
        .await?;
    let code = refusal.map_or(axum::http::StatusCode::OK, |refusal| status(refusal.kind));
    html_with(code, page(ask, &shown, &hung, form, refusal))
}

fn page(ask: &Ask, shown: &Shown, hung: &Filled, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let (w, group) = (ask.words(), &shown.group);
    let name = group.label(w.lang());
    let frame = Frame { errors: refusal.is_some(), ..ask.frame(name) };
    let edit = ask.actor().may(&EDIT) && group.is_at(ask.now());
    let acts = html! {
        @if edit { (Button::link(w.t("register-edit"), format!("{}/andra", address(group))).key("e")) }
        (hung.acts())
    };
    let body = html! {
        @if refusal.is_some() { (Fields::new(w, form, refusal).summary()) }
        h1 data-object { (name) }
        (prose(crate::unit::label(w.lang(), &group.about, &group.about_en)))
        (facts(w, shown))
        @if let Some(members) = &shown.members {
            section class="sect" aria-labelledby="h-members" {
                h2 id="h-members" { (w.with("directory-members", &[("count", members.len().into())])) }
                (people(ask, &frame, group, members, edit))
                @if edit { (joining(&frame, group, &Fields::new(w, form, refusal))) }
            }
        }
        (hung.body())
    };
    let side = hung.side();
    let pane = Pane {
        toolbar: Some(sheet::toolbar(w, (&w.t("directory-groups"), PATH), name, &acts)),
        body: Some(body),
        side: Some((w.t("directory-about-group"), side)).filter(|(_, side)| !side.0.is_empty()),
        ..Pane::default()
    };
    work_room_slim(&frame, pane.show(&frame), None)
}

fn facts(w: Words, shown: &Shown) -> Markup {
    let group = &shown.group;
    let mut table = Table::new(w.t("directory-facts"))
        .class("facts")
        .head_hidden()
        .text(w.t("directory-fact"))
        .text(w.t("directory-value"))
        .row(Row::new(w.t("directory-kind")).cell(w.t(group.kind.key())));
    if !group.supplier.is_empty() {
        table = table.row(Row::new(w.t("directory-supplier")).cell(&group.supplier));
    }
    if let Some(owner) = &shown.owner {
        let link = html! { a href=(format!("/organisation/{}", owner.slug)) { (owner.label(w.lang())) } };
        table = table.row(Row::new(w.t("directory-owner-unit")).cell(link));
    }
    if group.fallback {
        table = table.row(Row::new(w.t("directory-role")).cell(w.t("directory-fallback")));
    }
    if let Some(to) = group.valid_to {
        table = table.row(Row::new(w.t("directory-ended")).cell(w.date(to)));
    }
    html! { section class="sect" aria-labelledby="h-facts" { h2 id="h-facts" { (w.t("directory-facts")) } (table) } }
}

fn people(ask: &Ask, frame: &Frame, group: &Group, members: &[person::Card], edit: bool) -> Markup {
    let w = ask.words();
    html! {
        ul class="rows" {
            @for card in members {
                li {
                    div { (link(card.id, &card.name)) @if !line(w, card).is_empty() { span class="meta" { (line(w, card)) } } }
                    @if edit {
                        form method="post" action=(format!("{}/medlemmar/{}/ta-bort", address(group), card.id)) {
                            (csrf_field(&frame.csrf))
                            input type="hidden" name="version" value=(group.version);
                            button class="btn quiet sm" type="submit" { (w.t("directory-member-remove")) span class="sr" { " " (card.name) } }
                        }
                    }
                }
            }
        }
    }
}

fn joining(frame: &Frame, group: &Group, fields: &Fields<'_>) -> Markup {
    let w = frame.w;
    html! {
        form method="post" action=(format!("{}/medlemmar", address(group))) {
            (csrf_field(&frame.csrf))
            input type="hidden" name="version" value=(group.version);
            (fields.combo("person_text", w.t("directory-member-new"), "person", "/personer/forslag").hint(w.t("directory-member-hint")))
            div class="formacts" { (Button::submit(w.t("directory-member-add"))) }
        }
    }
}

pub(crate) async fn join(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let typed = form.maybe("person").unwrap_or_else(|| form.text("person_text"));
    let (version, slug) = (form.number("version").unwrap_or(0), key.clone());
    let done = ask
        .write(move |tx, actor, now| {
            let group = show::find(tx, &slug)?.id;
            let person = person::resolve(tx, actor, "person", &typed)?;
            member::join(tx, actor, now, &Member { group, version, person })
        })
        .await;
    match done {
        Ok(()) => Said::new("register-said-added").see_other(&format!("{PATH}/{key}")),
        Err(refusal) => shown(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}

pub(crate) async fn part(ask: Ask, Path((key, person)): Path<(String, String)>, form: Form) -> Answer {
    let person = id_of(&person)?;
    let (version, slug) = (form.number("version").unwrap_or(0), key.clone());
    let done = ask
        .write(move |tx, actor, now| {
            let group = show::find(tx, &slug)?.id;
            member::part(tx, actor, now, &Member { group, version, person })
        })
        .await;
    match done {
        Ok(()) => Said::new("register-said-removed").see_other(&format!("{PATH}/{key}")),
        Err(refusal) => shown(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}
