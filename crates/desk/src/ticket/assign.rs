use db::Tx;
use directory::group;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::{begin, id_json};
use super::{Move, Ref, Ticket, find};
use crate::facts;
use crate::message::{self, Note};

/// Gives a ticket to a group, a person or both. What is not named stays.
#[derive(Clone, Debug, Default)]
pub struct Assign {
    pub number: i64,
    pub seen: Option<i64>,
    pub group: Option<Ref>,
    /// `Some(None)` takes it from whoever has it.
    pub assignee: Option<Option<Ref>>,
    /// What the next one needs to know; makes it a hand-over.
    pub note: Option<Note>,
}

/// Somebody who is not in the new group cannot keep the ticket, so it is then nobody's.
pub fn assign(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Assign) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    if change.ticket.closed_at.is_some() {
        return Err(Refusal::conflict("desk-ticket-closed"));
    }
    if let Some(group) = &input.group {
        let group = find::group(tx, group)?;
        if !group.is_at(now) {
            return Err(Refusal::invalid("group", "desk-group-unknown"));
        }
        change.give_to_group(group.id);
    }
    match &input.assignee {
        Some(Some(person)) => {
            let person = find::person(tx, person, "assignee")?;
            if group::of_person(tx, person, now)?.is_empty() {
                return Err(Refusal::invalid("assignee", "desk-assignee-not-agent"));
            }
            if actor.is_person(person) {
                // Giving it to oneself is taking it.
                change.step(tx, now, Move::Start)?;
                change.respond(tx, now)?;
            }
            change.give_to(Some(person));
        }
        Some(None) => change.give_to(None),
        None if input.group.is_some() => {
            if let Some(person) = change.ticket.assignee
                && !group::members(tx, change.ticket.group, now)?.contains(&person)
            {
                change.give_to(None);
            }
        }
        None => {}
    }
    if let Some(note) = &input.note {
        message::note_into(tx, actor, now, &mut change, note)?;
    }
    if change.is_empty() {
        return Ok(change.ticket);
    }
    let data = json!({
        "group": change.ticket.group,
        "assignee": id_json(change.ticket.assignee),
        "by": id_json(actor.person),
    });
    change.end(tx, actor, now, "desk.ticket.assign", facts::ASSIGNED, data)
}
