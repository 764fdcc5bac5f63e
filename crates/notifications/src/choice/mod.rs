//! What each person chose not to hear. A choice is nobody else's business, so the log does not tell of it.
//!
//! - [`wants`] asks for one kind, [`of`] for all; [`choose`] keeps what was ticked

pub(crate) mod page;
mod store;

use db::{Res, Tx};
use kernel::{Actor, Id, Moment, Permission, Refusal};

use crate::Kind;

/// Everything is wanted until somebody says otherwise.
pub fn wants(tx: &mut Tx<'_>, person: Id, kind: Kind) -> Res<bool> {
    Ok(store::one(tx, person, kind)?.unwrap_or(true))
}

/// Every kind that the actor can get, and whether it is wanted.
pub fn of(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<(Kind, bool)>, Refusal> {
    let person = own(actor)?;
    let said = store::all(tx, person)?;
    let wanted = |kind: Kind| said.iter().find(|(known, _)| *known == kind).is_none_or(|(_, wanted)| *wanted);
    Ok(offered(actor).map(|kind| (kind, wanted(kind))).collect())
}

/// Keeps which of the offered kinds the actor wants.
pub fn choose(tx: &mut Tx<'_>, actor: &Actor, now: Moment, wanted: &[Kind]) -> Result<(), Refusal> {
    let person = own(actor)?;
    for kind in offered(actor) {
        store::set(tx, person, kind, wanted.contains(&kind), now)?;
    }
    Ok(())
}

fn own(actor: &Actor) -> Result<Id, Refusal> {
    actor.person.ok_or(Refusal::forbidden("notifications-no-person"))
}

/// Who does not work at the desk is never given a ticket.
fn offered(actor: &Actor) -> impl Iterator<Item = Kind> {
    const WORK: &Permission = &desk::permissions::WORK;
    let works = actor.may(WORK);
    Kind::ALL.into_iter().filter(move |kind| works || !kind.is_work())
}
