//! Who follows a ticket beside those whom it concerns: they may read it and are told when it changes.
//!
//! Following is no change of the ticket, so it makes no new version and nobody's save is refused because of it.

mod store;

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use crate::facts;
use crate::permissions::WORK;
use crate::ticket::{Ref, find_person, read_one};

pub(crate) use store::insert_many;

#[derive(Clone, Debug)]
pub struct Follow {
    pub number: i64,
    /// None: the actor.
    pub person: Option<Ref>,
}

/// Anybody who may read a ticket may follow it; those who work with it may let others follow.
pub fn follow(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Follow) -> Result<(), Refusal> {
    let (ticket, person) = who(tx, actor, input)?;
    if store::insert(tx, input.number, person, now)? {
        access::audit(tx, actor, now, "desk.ticket.follow", ticket.id, json!({"person": person}))?;
        facts::tell(tx, facts::CONNECTED, &ticket, now, json!({"follower": person}))?;
    }
    Ok(())
}

pub fn unfollow(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Follow) -> Result<(), Refusal> {
    let (ticket, person) = who(tx, actor, input)?;
    if store::delete(tx, input.number, person)? {
        access::audit(tx, actor, now, "desk.ticket.unfollow", ticket.id, json!({"person": person}))?;
        facts::tell(tx, facts::CONNECTED, &ticket, now, json!({"unfollower": person}))?;
    }
    Ok(())
}

/// Whom notices may go to beside the requester. For the house.
pub fn of_ticket(tx: &mut Tx<'_>, actor: &Actor, number: i64) -> Result<Vec<Id>, Refusal> {
    read_one(tx, actor, number)?;
    Ok(store::of_ticket(tx, number)?)
}

fn who(tx: &mut Tx<'_>, actor: &Actor, input: &Follow) -> Result<(crate::ticket::Ticket, Id), Refusal> {
    let (ticket, _) = read_one(tx, actor, input.number)?;
    let person = match &input.person {
        None => actor.person.ok_or(Refusal::conflict("desk-person-needed"))?,
        Some(by) => find_person(tx, by, "person")?,
    };
    if actor.is_person(person) || actor.may(&WORK) {
        Ok((ticket, person))
    } else {
        Err(Refusal::forbidden("no-permission"))
    }
}
