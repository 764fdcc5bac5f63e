//! What tickets say on other registers' pages: a person's and a device's, and how many a group, a unit, a service has.

use db::Tx;
use directory::page::sections::{Part, Place, Section, register};
use kernel::{Actor, Id, Moment, PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, Row, Table};

use super::page::words::stage;
use super::{Line, Question, Ref, Sort, Standing, list};
use crate::permissions::WORK;

/// More than this is a list of its own.
const SHOWN: u16 = 8;

pub(crate) fn hang() {
    let body = |place, fill| Section { name: "desk.tickets", place, part: Part::Body, order: 10, fill };
    register(body(Place::Person, of_person));
    register(body(Place::Device, of_device));
    register(body(Place::Service, of_service));
    register(body(Place::Group, of_group));
    register(body(Place::Unit, of_unit));
    register(Section { name: "desk.new", place: Place::Person, part: Part::Act, order: 5, fill: new_for });
}

fn of_person(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Filled {
    latest(tx, actor, now, w, ("requester", id), |question| question.requester = Some(Ref::Id(id)))
}

fn of_device(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Filled {
    latest(tx, actor, now, w, ("device", id), |question| question.device = Some(Ref::Id(id)))
}

fn of_service(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Filled {
    latest(tx, actor, now, w, ("service", id), |question| question.service = Some(Ref::Id(id)))
}

fn of_group(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Filled {
    latest(tx, actor, now, w, ("group", id), |question| {
        question.group = Some(Ref::Id(id));
        question.standing = Standing::Open;
    })
}

fn of_unit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id, w: Words) -> Filled {
    latest(tx, actor, now, w, ("unit", id), |question| {
        question.unit = Some(Ref::Id(id));
        question.standing = Standing::Open;
    })
}

type Filled = Result<Option<Markup>, Refusal>;

/// The latest that the reader may see, and the way to all of them.
fn latest(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    w: Words,
    (name, id): (&str, Id),
    about: impl FnOnce(&mut Question),
) -> Filled {
    if !actor.may(&WORK) {
        return Ok(None);
    }
    let size = PageSize::new(SHOWN).unwrap_or_default();
    let mut question = Question { sort: Sort::Updated, size, ..Question::default() };
    about(&mut question);
    let open = if question.standing == Standing::Open { "open" } else { EVERY };
    let page = list(tx, actor, now, &question)?;
    if page.items.is_empty() {
        return Ok(None);
    }
    let all = format!("/arenden?status={open}&{name}={id}&sort=updated");
    Ok(Some(html! {
        section class="sect" aria-labelledby="h-tickets" {
            h2 id="h-tickets" { (w.t("desk-tickets")) }
            (table(w, now, &page.items, name != "requester"))
            p { a href=(all) { (w.t(if page.next.is_some() { "desk-section-all" } else { "desk-section-list" })) } }
        }
    }))
}

const EVERY: &str = "new,in_progress,waiting,with_supplier,resolved,closed";

/// With who asked, where the page does not say that already.
fn table(w: Words, now: Moment, lines: &[Line], named: bool) -> Table {
    let rows = lines.iter().map(|line| {
        Row::new(html! {
            a href={ "/arenden/" (line.number) } { (line.title) }
            span class="meta num" { (line.number) @if named { ", " (line.requester.name) } }
        })
        .cell(stage(w, line.stage))
        .cell(html! { span class="num" { (w.day_words(line.updated_at, now)) } })
    });
    Table::new(w.t("desk-tickets"))
        .class("mid")
        .text(w.t("desk-ticket"))
        .text(w.t("desk-status"))
        .text(w.t("desk-sort-updated"))
        .rows(rows)
}

/// Register what this person calls about.
fn new_for(_: &mut Tx<'_>, actor: &Actor, _: Moment, id: Id, w: Words) -> Filled {
    let to = format!("/arenden/ny?requester={id}");
    let button = Button::link(w.t("desk-queue-new"), to).icon(web::page::Icon::Plus);
    Ok(actor.may(&WORK).then(|| html! { (button) }))
}
