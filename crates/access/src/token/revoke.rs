use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{Token, store};
use crate::audit;
use crate::permissions::{ADMINISTER, allow};

/// The tokens of an account that work now: one's own, or anybody's for an administrator.
pub fn of_account(tx: &mut Tx<'_>, actor: &Actor, now: Moment, account: Id) -> Result<Vec<Token>, Refusal> {
    if actor.account != Some(account) {
        allow(actor, &ADMINISTER)?;
    }
    Ok(store::of_account(tx, account, now)?)
}

/// Ends a token: one's own, or anybody's for an administrator.
pub fn revoke(tx: &mut Tx<'_>, actor: &Actor, now: Moment, token: Id) -> Result<(), Refusal> {
    let found = store::by_id(tx, token)?
        .filter(|found| actor.account == Some(found.account) || actor.may(&ADMINISTER))
        .ok_or(Refusal::not_found("access-token-gone"))?;
    store::revoke(tx, token, now)?;
    audit(tx, actor, now, "access.token.revoke", token, json!({ "account": found.account }))
}
