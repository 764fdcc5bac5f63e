use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::{Resolve, Take, Ticket, resolve, take};
use crate::message::{AddNote, Note, add_note};

/// Somebody calls about a ticket that is open already.
#[derive(Clone, Debug)]
pub struct FollowUp {
    pub number: i64,
    /// What was said in the call. Internal.
    pub note: Note,
    /// Solved in the call; the text says so to the requester.
    pub solved: Option<Note>,
}

/// Writes down what was said. If it was not solved, and nobody has it, the agent goes on with it.
pub fn follow_up(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &FollowUp) -> Result<Ticket, Refusal> {
    let number = input.number;
    let note = AddNote { number, seen: None, note: input.note.clone() };
    let ticket = add_note(tx, actor, now, &note)?;
    if let Some(message) = &input.solved {
        let step = Resolve { number, seen: None, message: message.clone(), cause: None };
        return resolve(tx, actor, now, &step);
    }
    if ticket.assignee.is_none() && ticket.stage.is_open() {
        return take(tx, actor, now, &Take { number, seen: None });
    }
    Ok(ticket)
}
