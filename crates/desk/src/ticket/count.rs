use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::{Scope, store};
use crate::permissions::WORK;

/// How the open tickets that the reader may see divide, for the views of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: i64,
    pub mine: i64,
    pub unassigned: i64,
    pub waiting_for_user: i64,
    pub with_supplier: i64,
    pub overdue: i64,
    /// More are open than were counted: each number may be higher.
    pub more: bool,
}

/// A queue longer than this is not a queue that anybody reads to its end, and counting it would cost more than
/// showing it.
const COUNTED: i64 = 1_000;

pub fn count(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Counts, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let [open, mine, unassigned, waiting_for_user, with_supplier, overdue] =
        store::counts(tx, &Scope::of(actor), actor.person, now, COUNTED)?;
    Ok(Counts { open, mine, unassigned, waiting_for_user, with_supplier, overdue, more: open == COUNTED })
}
