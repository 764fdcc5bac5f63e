use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::begin;
use super::{Move, Ticket};
use crate::facts;

#[derive(Clone, Debug)]
pub struct Resume {
    pub number: i64,
    pub seen: Option<i64>,
}

/// The wait is over, or the supplier has given it back.
pub fn resume(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Resume) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    change.step(tx, now, Move::Resume)?;
    change.end(tx, actor, now, "desk.ticket.resume", facts::RESUMED, json!({}))
}
