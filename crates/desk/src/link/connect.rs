use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::{LinkKind, store};
use crate::facts;
use crate::ticket::{Act, Ticket, begin, read_one};

#[derive(Clone, Debug)]
pub struct Connect {
    pub number: i64,
    pub kind: LinkKind,
    pub other: i64,
}

/// Ties two tickets together. Tied already the same way changes nothing.
pub fn link(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Connect) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, None)?;
    if input.other == input.number {
        return Err(Refusal::invalid("other", "desk-link-to-itself"));
    }
    let unknown = |mut no: Refusal| {
        no.field = Some("other");
        no
    };
    read_one(tx, actor, input.other).map_err(unknown)?;
    if !store::insert(tx, input.number, input.kind, input.other, now)? {
        return Ok(change.ticket);
    }
    change.note(
        Act::Linked,
        serde_json::Value::Null,
        json!({"kind": input.kind.code(), "other": input.other}),
    );
    let data = json!({"link": input.kind.code(), "other": input.other});
    change.end(tx, actor, now, "desk.ticket.link", facts::CONNECTED, data)
}

/// Unties them again.
pub fn unlink(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Connect) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, None)?;
    if !store::delete(tx, input.number, input.kind, input.other)? {
        return Err(Refusal::not_found("desk-link-unknown"));
    }
    change.note(
        Act::Unlinked,
        json!({"kind": input.kind.code(), "other": input.other}),
        serde_json::Value::Null,
    );
    let data = json!({"unlink": input.kind.code(), "other": input.other});
    change.end(tx, actor, now, "desk.ticket.unlink", facts::CONNECTED, data)
}
