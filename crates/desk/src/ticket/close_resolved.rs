use db::Tx;
use jobs::Report;
use kernel::{Actor, Channel, Moment, Refusal};
use serde_json::json;

use super::change::begin;
use super::{Move, store};
use crate::{facts, settings};

/// How the history names who closed it.
pub(crate) const CLOSER: &str = "desk.close_resolved";

/// At most so many in one transaction; the job then asks to run again.
const LIMIT: i64 = 100;

/// Closes what has been resolved for so many days that the requester may no longer reopen it.
pub fn close_resolved(tx: &mut Tx<'_>, now: Moment) -> Result<Report, Refusal> {
    let actor = Actor::house(Channel::Job, CLOSER);
    let days = settings::close_after_days(tx)?;
    let numbers = store::resolved_before(tx, now.minus(days * Moment::DAY), LIMIT)?;
    for number in &numbers {
        let mut change = begin(tx, &actor, *number, None)?;
        change.step(tx, now, Move::Close)?;
        change.end(tx, &actor, now, "desk.ticket.close", facts::CLOSED, json!({"outcome": "solved"}))?;
    }
    let closed = numbers.len() as u64;
    Ok(Report { done: closed, more: numbers.len() as i64 == LIMIT, counts: json!({"closed": closed}) })
}
