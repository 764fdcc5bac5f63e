use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::begin;
use super::{Move, Ticket};
use crate::facts;
use crate::message::{self, Note};

#[derive(Clone, Debug)]
pub struct Resolve {
    pub number: i64,
    pub seen: Option<i64>,
    /// What helped, as the requester reads it.
    pub message: Note,
    /// What it was, for the next one who meets it. Internal.
    pub cause: Option<Note>,
}

/// Says what helped and stops the clock. It closes by itself after some days.
pub fn resolve(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Resolve) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    change.step(tx, now, Move::Resolve)?;
    if change.ticket.assignee.is_none() {
        change.give_to(actor.person);
    }
    message::answer_into(tx, actor, now, &mut change, &input.message)?;
    if let Some(cause) = &input.cause {
        message::note_into(tx, actor, now, &mut change, cause)?;
    }
    let data = json!({"message": input.message.id});
    change.end(tx, actor, now, "desk.ticket.resolve", facts::RESOLVED, data)
}
