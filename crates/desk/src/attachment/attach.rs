use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::claim;
use crate::facts;
use crate::ticket::{Stage, Ticket, View, begin_as_party};

/// Puts files that were sent before into a ticket, without a message.
#[derive(Clone, Debug)]
pub struct Attach {
    pub number: i64,
    pub files: Vec<Id>,
    /// For those who work with it alone.
    pub internal: bool,
}

pub fn attach(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Attach) -> Result<Ticket, Refusal> {
    let mut change = begin_as_party(tx, actor, input.number, None)?;
    if change.view != View::Work && (input.internal || !change.ticket.is_from(actor.person)) {
        return Err(Refusal::forbidden("no-permission"));
    }
    if change.ticket.stage == Stage::Closed {
        return Err(Refusal::conflict("desk-ticket-closed"));
    }
    claim(tx, actor, &input.files, input.number, None, input.internal)?;
    change.reword();
    let data = json!({"files": input.files.len()});
    change.end(tx, actor, now, "desk.ticket.attach", facts::CONNECTED, data)
}
