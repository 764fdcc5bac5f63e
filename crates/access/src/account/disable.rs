use db::Tx;
use kernel::{Actor, Id, Moment, Refusal, Role};
use serde_json::json;

use super::{grants, store};
use crate::permissions::{ADMINISTER, allow};
use crate::{audit, session};

/// Shuts the door: nobody signs in as this account, and its tokens stop working.
pub fn disable(tx: &mut Tx<'_>, actor: &Actor, now: Moment, account: Id) -> Result<(), Refusal> {
    allow(actor, &ADMINISTER)?;
    let found = store::by_id(tx, account)?.ok_or(Refusal::not_found("access-account-unknown"))?;
    if found.disabled {
        return Ok(());
    }
    if actor.account == Some(account) {
        return Err(Refusal::conflict("access-disable-self"));
    }
    if found.has(Role::Administrator) {
        grants::keep_one_administrator(tx, account)?;
    }
    store::set_disabled(tx, account, Some(now))?;
    // Opening the account again must not bring old sessions back to life.
    session::store::end_all(tx, account)?;
    audit(tx, actor, now, "access.account.disable", account, json!({}))
}

/// Opens it again. The password is still the old one.
pub fn enable(tx: &mut Tx<'_>, actor: &Actor, now: Moment, account: Id) -> Result<(), Refusal> {
    allow(actor, &ADMINISTER)?;
    let found = store::by_id(tx, account)?.ok_or(Refusal::not_found("access-account-unknown"))?;
    if !found.disabled {
        return Ok(());
    }
    store::set_disabled(tx, account, None)?;
    audit(tx, actor, now, "access.account.enable", account, json!({}))
}
