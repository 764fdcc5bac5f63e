use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::{Create, Resolve, Take, Ticket, create, resolve, take};
use crate::message::Note;
use crate::permissions::WORK;

/// An agent registers a call: the ticket, and what came of it, in one act.
#[derive(Clone, Debug)]
pub struct Register {
    pub ticket: Create,
    pub then: Then,
}

#[derive(Clone, Debug)]
pub enum Then {
    /// Stands in the queue.
    Leave,
    /// The agent goes on with it.
    Work,
    /// Solved in the call; the text says what helped.
    Solved(Note),
}

pub fn register(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Register) -> Result<Ticket, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let ticket = create(tx, actor, now, &input.ticket)?;
    // Sent a second time: what came of it stands already.
    if ticket.version > 1 {
        return Ok(ticket);
    }
    let (number, seen) = (ticket.number, Some(ticket.version));
    match &input.then {
        Then::Leave => Ok(ticket),
        Then::Work => take(tx, actor, now, &Take { number, seen }),
        Then::Solved(message) => {
            let ticket = take(tx, actor, now, &Take { number, seen })?;
            let solved =
                Resolve { number, seen: Some(ticket.version), message: message.clone(), cause: None };
            resolve(tx, actor, now, &solved)
        }
    }
}
