use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{LINK_HOURS, store};
use crate::account::{self, Account};
use crate::audit;
use crate::permissions::{ADMINISTER, allow};

/// Makes the link with this hash for the account. Earlier ones that were not used stop working.
pub fn new_link(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    account: Id,
    hash: [u8; 32],
) -> Result<(), Refusal> {
    allow(actor, &ADMINISTER)?;
    let found = account::by_id(tx, account)?.ok_or(Refusal::not_found("access-account-unknown"))?;
    if found.service {
        return Err(Refusal::conflict("access-service-signs-not-in"));
    }
    store::forget_links(tx, account)?;
    store::insert_link(tx, &hash, store::PASSWORD, Some(account), now, now.plus(LINK_HOURS * Moment::HOUR))?;
    audit(tx, actor, now, "access.password.link", account, json!({}))
}

/// Whose password a link chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkFor {
    pub account: Account,
    pub ends_at: Moment,
}

/// Looks at a link without using it: mail programs open links before people do.
pub fn link_is_for(tx: &mut Tx<'_>, now: Moment, hash: &[u8; 32]) -> Result<LinkFor, Refusal> {
    let spent = || Refusal::not_found("access-link-spent");
    let (account, ends_at) = store::live_link(tx, hash, store::PASSWORD, now)?.ok_or_else(spent)?;
    let account = match account {
        Some(account) => account::by_id(tx, account)?,
        None => None,
    };
    let account = account.filter(|account| !account.disabled).ok_or_else(spent)?;
    Ok(LinkFor { account, ends_at })
}
