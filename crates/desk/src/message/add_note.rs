use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::{Note, note_into};
use crate::facts;
use crate::ticket::{Ticket, begin};

/// Writes for those who work with the ticket. Allowed in a closed one too: what is learnt late is still worth keeping.
#[derive(Clone, Debug)]
pub struct AddNote {
    pub number: i64,
    pub seen: Option<i64>,
    pub note: Note,
}

pub fn add_note(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &AddNote) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    note_into(tx, actor, now, &mut change, &input.note)?;
    change.end(tx, actor, now, "desk.note.add", facts::NOTED, json!({"message": input.note.id}))
}
