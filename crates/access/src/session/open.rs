use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use super::store;
use crate::account::Account;

/// A session that was made at the door: its secret goes to the browser, its hash stays here.
#[derive(Clone, Debug)]
pub struct NewSession {
    pub id: Id,
    pub hash: [u8; 32],
    /// Browser and system in two words ([`super::device::describe`]).
    pub device: String,
    /// The session that the browser had before, which ends now: a secret never outlives a sign-in.
    pub replaces: Option<[u8; 32]>,
}

/// Opens a session for the account. Whoever calls has made sure that it is they.
pub fn open(tx: &mut Tx<'_>, now: Moment, account: &Account, new: &NewSession) -> Result<(), Refusal> {
    if let Some(before) = &new.replaces {
        store::end_by_hash(tx, before)?;
    }
    store::insert(tx, now, account.id, new)?;
    Ok(())
}

/// Gives the actor's own session a new secret, after a change of their own rights: a stolen one does not gain them.
pub fn rotate(tx: &mut Tx<'_>, actor: &Actor, old: &[u8; 32], new: &[u8; 32]) -> Result<(), Refusal> {
    if let Some(account) = actor.account {
        store::rotate(tx, account, old, new)?;
    }
    Ok(())
}
