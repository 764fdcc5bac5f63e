//! `/enheter`: the devices, found by number, serial number, model or holder, with an export.

use directory::page::register::{Register, rows};
use directory::page::typed::unit_choices;
use directory::unit::{self, Unit};
use kernel::{Id, PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Mark, Row, Table, status};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, csv_answer};

use super::list::{self, HolderName, Listed, Question};
use super::{Kind, State, kinds};
use crate::permissions::EDIT;

const PATH: &str = "/enheter";

/// Where a device's page stands.
pub fn address(id: Id) -> String {
    format!("{PATH}/{id}")
}

/// What the filters offer to choose from.
struct Offered {
    kinds: Vec<Kind>,
    tree: Vec<(usize, Unit)>,
}

pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    let (question, after) = (question(&ask, &query), query.id("after"));
    let (found, offered) = ask
        .read(move |tx, actor, now| {
            let offered = Offered { kinds: kinds(tx)?, tree: unit::tree(tx, actor, now.local_day())? };
            Ok::<_, Refusal>((list::list(tx, actor, &question, after, PageSize::DEFAULT)?, offered))
        })
        .await?;
    let w = ask.words();
    let register = Register {
        title: w.t("inventory-devices"),
        path: PATH,
        export: Some("/enheter.csv"),
        query: &query,
        filters: filters(w, &query, &offered),
        act: ask
            .actor()
            .may(&EDIT)
            .then(|| Button::link(w.t("inventory-device-new"), "/enheter/ny").primary()),
    };
    let table = (!found.items.is_empty()).then(|| table(w, &found.items));
    let frame = ask.frame(w.t("inventory-devices"));
    html(register.show(&frame, &rows(w, PATH, &query, table, found.next.as_deref())))
}

fn question(ask: &Ask, query: &Form) -> Question {
    Question {
        text: query.text("q"),
        kind: query.maybe("kind"),
        state: State::parse(query.raw("state")),
        unit: query.id("unit"),
        day: ask.now().local_day(),
    }
}

fn filters(w: Words, query: &Form, offered: &Offered) -> Markup {
    let fields = Fields::new(w, query, None);
    html! {
        (fields.text("q", w.t("inventory-find")).kind("search"))
        (fields.select("kind", w.t("inventory-kind"), kind_choices(w, &offered.kinds)).none(w.t("inventory-any-kind")))
        (fields.select("state", w.t("inventory-state"), state_choices(w)).none(w.t("inventory-any-state")))
        (fields.select("unit", w.t("inventory-unit"), unit_choices(w, &offered.tree)).none(w.t("directory-any-unit")))
    }
}

pub(crate) fn kind_choices(w: Words, kinds: &[Kind]) -> Vec<Choice> {
    kinds.iter().map(|kind| Choice::new(&kind.slug, kind.label(w.lang()))).collect()
}

pub(crate) fn state_choices(w: Words) -> Vec<Choice> {
    State::ALL.map(|state| Choice::new(state.code(), w.t(state.key()))).to_vec()
}

/// Shape and word of a state.
pub(crate) fn state(w: Words, state: State) -> Markup {
    let mark = match state {
        State::InUse => Mark::Resolved,
        State::InStock => Mark::New,
        State::Repair => Mark::Waiting,
        State::Lost => Mark::None,
        State::Retired => Mark::Closed,
    };
    status(mark, &w.t(state.key()))
}

/// Whose it is, with the way there.
pub(crate) fn holder(w: Words, name: &HolderName) -> Markup {
    match name {
        HolderName::Person(card) => directory::person::page::link(card.id, &card.name),
        HolderName::Somebody => html! { (w.t("inventory-somebody")) },
        HolderName::Protected => html! { (w.t("inventory-protected")) },
        HolderName::Unit(unit) => {
            html! { a href=(format!("/organisation/{}", unit.slug)) { (unit.label(w.lang())) } }
        }
    }
}

fn holder_text(w: Words, name: &HolderName) -> String {
    match name {
        HolderName::Person(card) => card.name.clone(),
        HolderName::Somebody => w.t("inventory-somebody"),
        HolderName::Protected => w.t("inventory-protected"),
        HolderName::Unit(unit) => unit.label(w.lang()).to_owned(),
    }
}

fn table(w: Words, found: &[Listed]) -> Table {
    let lines = found.iter().map(|Listed { line, holder: name }| {
        Row::new(html! {
            a href=(address(line.id)) { (line.number) }
            @if !line.model.is_empty() { span class="meta" { (line.model) } }
        })
        .cell(line.kind.label(w.lang()))
        .cell(html! { @if let Some(name) = name { (holder(w, name)) } })
        .cell(&line.place)
        .cell(state(w, line.state))
    });
    Table::new(w.t("inventory-devices"))
        .text(w.t("inventory-number"))
        .text(w.t("inventory-kind"))
        .text(w.t("inventory-holder"))
        .text(w.t("inventory-place"))
        .text(w.t("inventory-state"))
        .rows(lines)
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let question = question(&ask, &query);
    let found = ask.report(move |tx, actor, _| list::export(tx, actor, &question)).await?;
    let w = ask.words();
    let heads = [
        "inventory-number",
        "inventory-kind",
        "inventory-model",
        "inventory-holder",
        "inventory-place",
        "inventory-state",
    ];
    let head = heads.iter().map(|key| w.t(key)).collect();
    let lines = found.into_iter().map(|Listed { line, holder }| {
        let kind = line.kind.label(w.lang()).to_owned();
        let holder = holder.as_ref().map(|name| holder_text(w, name)).unwrap_or_default();
        vec![line.number, kind, line.model, holder, line.place, w.t(line.state.key())]
    });
    csv_answer(&w.t("inventory-file"), std::iter::once(head).chain(lines))
}
