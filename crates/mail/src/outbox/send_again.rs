use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::store;
use crate::permissions::{ADMINISTER, allow};

/// Lets a dead letter try again from the beginning.
#[derive(Clone, Debug)]
pub struct SendAgain {
    pub id: Id,
}

pub fn send_again(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &SendAgain) -> Result<(), Refusal> {
    allow(actor, &ADMINISTER)?;
    let mail = store::by_id(tx, input.id)?.ok_or(Refusal::not_found("mail-unknown"))?;
    if !store::awake(tx, mail.id, now)? {
        return Err(Refusal::conflict("mail-not-dead"));
    }
    access::audit(tx, actor, now, "mail.outgoing.send_again", mail.id, json!({"ticket": mail.ticket}))
}
