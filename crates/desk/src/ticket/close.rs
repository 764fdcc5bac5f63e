use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::begin;
use super::{Act, Move, Outcome, Stage, Ticket};
use crate::facts;
use crate::message::{self, Note};

#[derive(Clone, Debug)]
pub struct Close {
    pub number: i64,
    pub seen: Option<i64>,
    /// None: solved.
    pub outcome: Option<Outcome>,
    /// Why, for those who work with it.
    pub note: Option<Note>,
}

/// Ends a ticket for good. One that is not resolved must say how else it ends.
pub fn close(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Close) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    let (was, outcome) = (change.ticket.stage, input.outcome.unwrap_or(Outcome::Solved));
    if was.is_open() && outcome == Outcome::Solved {
        return Err(Refusal::invalid("outcome", "desk-close-needs-outcome"));
    }
    change.step(tx, now, Move::Close)?;
    if outcome != Outcome::Solved || was != Stage::Resolved {
        change.note(Act::Outcome, serde_json::Value::Null, outcome.code());
    }
    change.ticket.outcome = Some(outcome);
    if let Some(note) = &input.note {
        message::note_into(tx, actor, now, &mut change, note)?;
    }
    change.end(tx, actor, now, "desk.ticket.close", facts::CLOSED, json!({"outcome": outcome.code()}))
}
