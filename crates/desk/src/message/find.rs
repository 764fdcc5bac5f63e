use db::Tx;
use kernel::{Actor, Id, Refusal};

use super::{Message, store};
use crate::ticket::{View, read_one};

/// One message, for somebody who may read it.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Message, Refusal> {
    let unknown = Refusal::not_found("not-found");
    let message = store::by_id(tx, id)?.ok_or(unknown.clone())?;
    let (_, view) = read_one(tx, actor, message.ticket).map_err(|_| unknown.clone())?;
    if message.internal && view != View::Work { Err(unknown) } else { Ok(message) }
}

/// All that was said in a ticket, the earliest first, as far as the reader may see it.
pub fn of_ticket(tx: &mut Tx<'_>, actor: &Actor, number: i64) -> Result<Vec<Message>, Refusal> {
    let (_, view) = read_one(tx, actor, number)?;
    let mut messages = store::of(tx, number)?;
    messages.retain(|message| !message.internal || view == View::Work);
    Ok(messages)
}
