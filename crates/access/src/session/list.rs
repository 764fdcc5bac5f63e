use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use super::store;
use crate::permissions::{ADMINISTER, allow};

/// Signed in on a device, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: Id,
    /// Browser and system; empty when the browser did not say.
    pub device: String,
    pub began_at: Moment,
    pub used_at: Moment,
    pub ends_at: Moment,
}

/// The sessions that are open now, the one used last first: one's own, or anybody's for an administrator.
pub fn of_account(tx: &mut Tx<'_>, actor: &Actor, now: Moment, account: Id) -> Result<Vec<Session>, Refusal> {
    if actor.account != Some(account) {
        allow(actor, &ADMINISTER)?;
    }
    Ok(store::open_of(tx, account, now)?)
}
