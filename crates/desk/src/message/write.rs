use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::{AddMessage, AddNote, Note, add_message, add_note};
use crate::ticket::{self, EntryKind, Hold, HoldFor, Reason, Ticket};

/// What an agent writes in a ticket, to the one that they chose.
#[derive(Clone, Debug)]
pub struct Write {
    pub number: i64,
    /// The version that the agent was looking at.
    pub seen: Option<i64>,
    pub to: To,
    pub note: Note,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Requester,
    /// And wait for their answer, from now on.
    RequesterAndWait,
    /// Those who work with it.
    Colleagues,
}

impl To {
    pub fn parse(to: &str, wait: bool) -> Self {
        match to {
            "note" => Self::Colleagues,
            _ if wait => Self::RequesterAndWait,
            _ => Self::Requester,
        }
    }
}

/// Refused when somebody else has written meanwhile: an answer that overlooks what was said is worse than a late one.
/// That a colleague has moved the ticket is no reason to stop a text.
pub fn write(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Write) -> Result<Ticket, Refusal> {
    let (number, note) = (input.number, input.note.clone());
    if input.to != To::Colleagues
        && let Some(seen) = input.seen
    {
        let missed = ticket::since(tx, actor, now, number, seen)?;
        let wrote = |entry: &&ticket::Entry| {
            matches!(entry.kind, EntryKind::Said { .. })
                && (entry.by.person.is_none() || entry.by.person != actor.person)
        };
        if let Some(last) = missed.iter().rev().find(wrote) {
            return Err(ticket::stale(seen, last.version));
        }
    }
    match input.to {
        To::Colleagues => add_note(tx, actor, now, &AddNote { number, seen: None, note }),
        To::Requester => {
            let message = AddMessage { number, seen: None, note, reopen: false, speaker: None };
            add_message(tx, actor, now, &message)
        }
        To::RequesterAndWait => {
            let waits_for = HoldFor::Reason(Reason::User);
            let hold = Hold { number, seen: None, waits_for, message: Some(note) };
            ticket::hold(tx, actor, now, &hold)
        }
    }
}
