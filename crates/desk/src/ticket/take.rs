use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::{begin, id_json};
use super::{Move, Ticket};
use crate::facts;

#[derive(Clone, Debug)]
pub struct Take {
    pub number: i64,
    pub seen: Option<i64>,
}

/// The actor begins to work with it. That a person has taken it is a response.
pub fn take(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Take) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    let person = actor.person.ok_or(Refusal::conflict("desk-person-needed"))?;
    change.step(tx, now, Move::Start)?;
    change.give_to(Some(person));
    if change.is_empty() {
        return Ok(change.ticket);
    }
    change.respond(tx, now)?;
    let data = json!({"group": change.ticket.group, "assignee": person, "by": id_json(actor.person)});
    change.end(tx, actor, now, "desk.ticket.take", facts::ASSIGNED, data)
}
