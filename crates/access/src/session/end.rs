use db::Tx;
use kernel::{Actor, Id, Moment, Refusal, RefusalKind};
use serde_json::json;

use super::store;
use crate::audit;
use crate::permissions::ADMINISTER;

/// Signs the browser out. It does not matter whether it was signed in.
pub fn sign_out(tx: &mut Tx<'_>, actor: &Actor, now: Moment, hash: &[u8; 32]) -> Result<(), Refusal> {
    if let Some((_, account)) = store::by_hash(tx, hash)? {
        store::end_by_hash(tx, hash)?;
        audit(tx, actor, now, "access.session.close", account, json!({}))?;
    }
    Ok(())
}

/// Ends a session: one's own, or anybody's for an administrator.
pub fn end(tx: &mut Tx<'_>, actor: &Actor, now: Moment, session: Id) -> Result<(), Refusal> {
    let account = store::account_of(tx, session)?
        .filter(|account| actor.account == Some(*account) || actor.may(&ADMINISTER))
        .ok_or(Refusal::not_found("access-session-unknown"))?;
    store::end(tx, session)?;
    audit(tx, actor, now, "access.session.end", account, json!({ "session": session }))
}

/// Ends all of the actor's own sessions but the one that they act in.
pub fn end_others(tx: &mut Tx<'_>, actor: &Actor, now: Moment, keep: Option<Id>) -> Result<(), Refusal> {
    let account = actor.account.ok_or(Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed"))?;
    store::end_but(tx, account, keep)?;
    audit(tx, actor, now, "access.session.end_others", account, json!({}))
}

/// Signs an account out everywhere, for an administrator.
pub fn end_all_of(tx: &mut Tx<'_>, actor: &Actor, now: Moment, account: Id) -> Result<(), Refusal> {
    crate::permissions::allow(actor, &ADMINISTER)?;
    store::end_all(tx, account)?;
    audit(tx, actor, now, "access.session.end_all", account, json!({}))
}
