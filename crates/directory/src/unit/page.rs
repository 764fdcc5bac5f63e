//! `/organisation`: the organisation of any day as a tree; `/organisation/{slug}`: one unit.

use axum::extract::Path;
use kernel::{Day, PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Item, Pairs, Row, Table, items};
use web::page::forms::Fields;
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask, Form, csv_answer};

use super::show::Shown;
use super::{Unit, list, show};
use crate::days::previous;
use crate::page::register::{Register, rows};
use crate::page::sections::{self, Filled, Place};
use crate::page::{sheet, span::span};
use crate::permissions::EDIT;

const PATH: &str = "/organisation";

pub(crate) async fn tree(ask: Ask, query: Form) -> Answer {
    let day = asked_day(&ask, &query);
    let text = query.text("q");
    let found = ask
        .read(move |tx, actor, _| {
            if text.is_empty() {
                return list::tree(tx, actor, day);
            }
            // What is sought stands without its branch: the name leads to the unit, and there the branch is.
            let question = list::Question { day, text: text.clone(), kind: None };
            let size = PageSize::LARGEST;
            let page = list::list(tx, actor, &question, None, size)?;
            Ok(page.items.into_iter().map(|unit| (0, unit)).collect())
        })
        .await?;
    let w = ask.words();
    let fields = Fields::new(w, &query, None);
    let register = Register {
        title: w.t("directory-organisation"),
        path: PATH,
        export: Some("/organisation.csv"),
        query: &query,
        filters: html! {
            (fields.text("q", w.t("directory-unit-find")).kind("search"))
            (fields.text("date", w.t("directory-on-day")).kind("date").value(day.to_string()))
        },
        act: ask
            .actor()
            .may(&EDIT)
            .then(|| Button::link(w.t("directory-unit-new"), "/organisation/ny").primary()),
    };
    let body = if found.is_empty() {
        rows(w, PATH, &query, None, None)
    } else {
        html! { div class="tree" { (branches(w, &found, 0).0) } }
    };
    let frame = ask.frame(w.t("directory-organisation"));
    html(register.show(&frame, &body))
}

/// The rows of one depth as a list, each with its deeper rows inside; and how many rows that were.
fn branches(w: Words, rows: &[(usize, Unit)], depth: usize) -> (Markup, usize) {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some((_, unit)) = rows.get(at).filter(|(deep, _)| *deep >= depth) {
        let (inside, used) = branches(w, rows.get(at + 1..).unwrap_or_default(), depth + 1);
        items.push(html! {
            li {
                a href=(address(unit)) { (unit.label(w.lang())) }
                " " span class="meta" { (w.t(unit.kind.key())) @if !unit.code.is_empty() { " " (unit.code) } }
                @if used > 0 { (inside) }
            }
        });
        at += 1 + used;
    }
    (html! { ul { @for item in items { (item) } } }, at)
}

/// Today where nothing else, or nothing readable, is asked for.
fn asked_day(ask: &Ask, query: &Form) -> Day {
    Day::parse(query.raw("date")).unwrap_or_else(|| ask.now().local_day())
}

/// Where a unit's page stands.
pub fn address(unit: &Unit) -> String {
    format!("{PATH}/{}", unit.slug)
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let day = asked_day(&ask, &query);
    let found = ask.report(move |tx, actor, _| list::tree(tx, actor, day)).await?;
    let w = ask.words();
    let heads = ["directory-name", "directory-kind", "directory-code", "directory-under"];
    let head = heads.iter().map(|key| w.t(key)).collect();
    let name = |id| {
        found.iter().find(|(_, unit)| Some(unit.id) == id).map(|(_, unit)| unit.label(w.lang()).to_owned())
    };
    let lines = found.iter().map(|(_, unit)| {
        let under = name(unit.parent).unwrap_or_default();
        vec![unit.label(w.lang()).to_owned(), w.t(unit.kind.key()), unit.code.clone(), under]
    });
    csv_answer(&w.t("directory-organisation-file"), std::iter::once(head).chain(lines))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>, query: Form) -> Answer {
    let day = asked_day(&ask, &query);
    let w = ask.words();
    let (shown, hung) = ask
        .read(move |tx, actor, now| {
            let shown = show::show(tx, actor, &key, day)?;
            let id = shown.unit.id;
            Ok::<_, Refusal>((shown, sections::fill(tx, actor, now, Place::Unit, id, w)?))
        })
        .await?;
    html(page(&ask, &shown, &hung, day))
}

fn page(ask: &Ask, shown: &Shown, hung: &Filled, day: Day) -> Markup {
    let w = ask.words();
    let unit = &shown.unit;
    let name = unit.label(w.lang());
    let frame = ask.frame(name);
    let edit = ask.actor().may(&EDIT);
    let acts = html! {
        @if edit {
            (Button::link(w.t("register-edit"), format!("{}/andra", address(unit))).key("e"))
            @if unit.valid_to.is_none() {
                (Button::link(w.t("directory-unit-move"), format!("{}/flytta", address(unit))))
                (Button::link(w.t("directory-unit-end"), format!("{}/avsluta", address(unit))))
            }
        }
        (hung.acts())
    };
    let body = html! {
        h1 data-object { (name) }
        p { (w.t(unit.kind.key())) ", " (span(w, unit.valid_from, unit.valid_to, ask.now().local_day())) }
        (facts(w, shown, day))
        @if !shown.children.is_empty() {
            section class="sect" aria-labelledby="h-below" {
                h2 id="h-below" { (w.t("directory-below")) }
                (items(&shown.children.iter().map(|child| {
                    Item::new(child.label(w.lang()), address(child), w.t(child.kind.key()))
                }).collect::<Vec<_>>()))
            }
        }
        (hung.body())
    };
    let side = html! {
        @if shown.hangings.len() > 1 { (history(ask, shown)) }
        (hung.side())
    };
    let pane = Pane {
        toolbar: Some(sheet::toolbar(w, (&w.t("directory-organisation"), PATH), name, &acts)),
        body: Some(body),
        side: Some((w.t("directory-about-unit"), side)).filter(|(_, side)| !side.0.is_empty()),
        ..Pane::default()
    };
    work_room_slim(&frame, pane.show(&frame), None)
}

fn facts(w: Words, shown: &Shown, day: Day) -> Markup {
    let unit = &shown.unit;
    let link = |unit: &Unit| html! { a href=(address(unit)) { (unit.label(w.lang())) } };
    let mut table = Table::new(w.t("directory-facts"))
        .class("facts")
        .head_hidden()
        .text(w.t("directory-fact"))
        .text(w.t("directory-value"));
    if !shown.above.is_empty() {
        let path = html! { @for (nth, unit) in shown.above.iter().enumerate() { @if nth > 0 { " / " } (link(unit)) } };
        table = table.row(Row::new(w.t("directory-under")).cell(path));
    }
    if let Some(committee) = shown.committee.as_ref().filter(|committee| committee.id != unit.id) {
        table = table.row(Row::new(w.t("directory-kind-committee")).cell(link(committee)));
    }
    if !unit.code.is_empty() {
        table = table.row(Row::new(w.t("directory-code")).cell(&unit.code));
    }
    if let Some(people) = shown.people {
        let rows = html! { a href=(format!("/personer?unit={}", unit.id)) { (w.with("directory-people-count", &[("count", people.into())])) } };
        table = table.row(Row::new(w.t("directory-people")).cell(rows));
    }
    html! {
        section class="sect" aria-labelledby="h-facts" {
            h2 id="h-facts" { (w.with("directory-facts-on", &[("day", w.day(day).into())])) }
            (table)
        }
    }
}

/// Where it hung before, when that has changed.
fn history(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    let today = ask.now().local_day();
    let pairs = shown.hangings.iter().rev().fold(Pairs::new(), |pairs, (hanging, parent)| {
        let until = hanging.valid_to.map(|to| w.day(previous(to)));
        let when = span(w, hanging.valid_from, hanging.valid_to, today);
        pairs.pair(
            until.unwrap_or_else(|| w.t("directory-now")),
            html! { (parent.label(w.lang())) span class="meta" { " " (when) } },
        )
    });
    html! { section { h2 { (w.t("directory-hung-under")) } (pairs) } }
}
