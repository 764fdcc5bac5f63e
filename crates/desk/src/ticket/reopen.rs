use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::{Change, begin_as_party};
use super::{Move, Stage, Ticket, View};
use crate::message::{self, Note};
use crate::{facts, settings};

#[derive(Clone, Debug)]
pub struct Reopen {
    pub number: i64,
    pub seen: Option<i64>,
    /// What still does not work.
    pub message: Option<Note>,
}

/// Not solved after all: the same clock goes on. Agents may until it is closed, the requester within the days
/// that the setting gives; a follower may not.
pub fn reopen(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Reopen) -> Result<Ticket, Refusal> {
    let mut change = begin_as_party(tx, actor, input.number, input.seen)?;
    if change.view != View::Work {
        if !change.ticket.is_from(actor.person) {
            return Err(Refusal::forbidden("no-permission"));
        }
        allow_requester(tx, now, &change)?;
    }
    change.step(tx, now, Move::Reopen)?;
    if let Some(message) = &input.message {
        message::say_into(tx, actor, now, &mut change, message)?;
    }
    let data = json!({"message": input.message.as_ref().map(|message| message.id)});
    change.end(tx, actor, now, "desk.ticket.reopen", facts::REOPENED, data)
}

/// The days may be over although the job has not closed it yet.
pub(crate) fn allow_requester(tx: &mut Tx<'_>, now: Moment, change: &Change) -> Result<(), Refusal> {
    if change.ticket.stage != Stage::Resolved {
        return Ok(());
    }
    let days = settings::close_after_days(tx)?;
    let over = change.ticket.resolved_at.is_some_and(|at| at.plus(days * Moment::DAY) <= now);
    if over { Err(Refusal::conflict("desk-reopen-too-late").with("days", days)) } else { Ok(()) }
}
