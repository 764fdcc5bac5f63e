use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;
use service_level::subject;

use super::change::{begin, id_json};
use super::create::{home, typed};
use super::{Act, Asker, Change, Kind, Level, Ref, Requester, Stage, Ticket, find, place, title};
use crate::{facts, settings};

/// Changes what a ticket says about itself. What is not named stays.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    pub number: i64,
    /// Needed: nobody overwrites what they have not seen.
    pub seen: i64,
    pub title: Option<String>,
    pub kind: Option<Kind>,
    pub impact: Option<Level>,
    pub urgency: Option<Level>,
    pub service: Option<Option<Ref>>,
    pub device: Option<Option<Ref>>,
    pub asker: Option<Asker>,
}

pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, Some(input.seen))?;
    if change.ticket.stage == Stage::Closed {
        return Err(Refusal::conflict("desk-ticket-closed"));
    }
    rename(&mut change, input)?;
    if let Some(service) = &input.service {
        let service = service.as_ref().map(|by| find::service(tx, by)).transpose()?.map(|s| s.id);
        swap(&mut change, Act::Service, service, |ticket| &mut ticket.service);
    }
    if let Some(device) = &input.device {
        let device = device.as_ref().map(|by| find::device(tx, by)).transpose()?;
        swap(&mut change, Act::Device, device, |ticket| &mut ticket.device);
    }
    if let Some(asker) = &input.asker {
        change_requester(tx, actor, now, &mut change, asker)?;
    }
    prioritise(tx, now, &mut change, input)?;
    if change.is_empty() {
        return Ok(change.ticket);
    }
    change.end(tx, actor, now, "desk.ticket.edit", facts::EDITED, json!({}))
}

fn rename(change: &mut Change, input: &Edit) -> Result<(), Refusal> {
    if let Some(new) = &input.title {
        let new = title::one_line(new);
        if new.is_empty() {
            return Err(Refusal::invalid("title", "desk-title-missing"));
        }
        if new.chars().count() > title::LONGEST {
            return Err(Refusal::invalid("title", "desk-title-long").with("limit", title::LONGEST));
        }
        if new != change.ticket.title {
            change.note(Act::Title, change.ticket.title.clone(), new.clone());
            change.ticket.title = new;
            change.reword();
        }
    }
    if let Some(kind) = input.kind.filter(|kind| *kind != change.ticket.kind) {
        change.note(Act::Kind, change.ticket.kind.code(), kind.code());
        change.ticket.kind = kind;
    }
    Ok(())
}

fn swap(change: &mut Change, act: Act, new: Option<Id>, place: impl Fn(&mut Ticket) -> &mut Option<Id>) {
    let was = *place(&mut change.ticket);
    if was != new {
        change.note(act, id_json(was), id_json(new));
        *place(&mut change.ticket) = new;
    }
}

/// The record moves to the committee of the new requester's unit; a contact turns out to be somebody.
fn change_requester(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    asker: &Asker,
) -> Result<(), Refusal> {
    let requester = match asker {
        Asker::Typed(text) => typed(tx, actor, text)?,
        Asker::Person(by) => Requester::Person(find::person(tx, by, "requester")?),
        Asker::Contact { name, mail } => Requester::Contact { name: name.clone(), mail: mail.clone() },
    };
    if requester == change.ticket.requester {
        return Ok(());
    }
    let home = home(tx, &requester, now)?;
    change.note(Act::Requester, id_json(change.ticket.requester.person()), id_json(requester.person()));
    change.ticket.committee = place::committee_for(tx, home.unit, now.local_day())?;
    change.ticket.unit = home.unit;
    change.ticket.requester = requester;
    change.reword();
    Ok(())
}

fn prioritise(tx: &mut Tx<'_>, now: Moment, change: &mut Change, input: &Edit) -> Result<(), Refusal> {
    let ticket = &change.ticket;
    let (impact, urgency) = (input.impact.unwrap_or(ticket.impact), input.urgency.unwrap_or(ticket.urgency));
    if (impact, urgency) == (ticket.impact, ticket.urgency) {
        return Ok(());
    }
    let priority = settings::all(tx)?.matrix.priority(impact, urgency);
    let said = |i: Level, u: Level, p: u8| json!({"impact": i.code(), "urgency": u.code(), "priority": p});
    let was = said(ticket.impact, ticket.urgency, ticket.priority.number());
    change.note(Act::Priority, was, said(impact, urgency, priority.number()));
    if priority != change.ticket.priority {
        let due = subject::set_priority(tx, change.ticket.id, now, priority.number())?;
        change.due(due);
    }
    change.ticket.impact = impact;
    change.ticket.urgency = urgency;
    change.ticket.priority = priority;
    Ok(())
}
