//! What this slice hangs on a person's and a unit's page: the devices they hold.

use db::Tx;
use directory::page::sections::{Part, Place, Section, register};
use kernel::{Actor, Id, Moment, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Row, Table};

use super::held::{Held, held};
use super::list::{self, Question};
use super::list_page::{address, state};
use crate::permissions::READ;

pub(crate) fn hang() {
    let of_person = Section {
        name: "inventory.held",
        place: Place::Person,
        part: Part::Body,
        order: 20,
        fill: of_person,
    };
    let of_unit =
        Section { name: "inventory.held", place: Place::Unit, part: Part::Body, order: 20, fill: of_unit };
    register(of_person);
    register(of_unit);
}

fn of_person(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    id: Id,
    w: Words,
) -> Result<Option<Markup>, Refusal> {
    if !actor.may(&READ) {
        return Ok(None);
    }
    let held = held(tx, actor, now, id)?;
    Ok((!held.lines.is_empty()).then(|| section(w, &table(w, &held))))
}

fn table(w: Words, Held { lines, bare }: &Held) -> Table {
    let rows = lines.iter().map(|line| {
        if *bare {
            return Row::new(line.kind.label(w.lang())).cell("").cell(state(w, line.state));
        }
        Row::new(html! {
            a href=(address(line.id)) { (line.label(w.lang())) }
            @if !line.model.is_empty() { span class="meta" { (line.model) } }
        })
        .cell(&line.place)
        .cell(state(w, line.state))
    });
    Table::new(w.t("inventory-devices"))
        .class("mid")
        .text(w.t("inventory-device"))
        .text(w.t("inventory-place"))
        .text(w.t("inventory-state"))
        .rows(rows)
}

/// A unit may hold thousands, so its page says how many and leads to the list.
fn of_unit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Result<Option<Markup>, Refusal> {
    if !actor.may(&READ) {
        return Ok(None);
    }
    let question =
        Question { text: String::new(), kind: None, state: None, unit: Some(id), day: now.local_day() };
    let count = list::count(tx, actor, &question)?;
    let link = html! {
        p { a href=(format!("/enheter?unit={id}")) { (w.with("inventory-count", &[("count", count.into())])) } }
    };
    Ok((count > 0).then(|| section(w, &link)))
}

fn section(w: Words, content: &impl maud::Render) -> Markup {
    html! {
        section class="sect" aria-labelledby="h-devices" { h2 id="h-devices" { (w.t("inventory-devices")) } (content) }
    }
}
