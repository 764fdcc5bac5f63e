use db::{DbError, Tx};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::create::{label, taken};
use super::{Account, Login, store};
use crate::audit;
use crate::permissions::{ADMINISTER, allow};

/// Gives an account another name or address, as when somebody marries.
pub fn edit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    account: Id,
    typed_login: &str,
    typed_label: &str,
) -> Result<Account, Refusal> {
    allow(actor, &ADMINISTER)?;
    let before = store::by_id(tx, account)?.ok_or(Refusal::not_found("access-account-unknown"))?;
    let login =
        if before.service { before.login.clone() } else { Login::parse(typed_login)?.as_str().to_owned() };
    let after = Account { login, label: label(typed_label)?, ..before.clone() };
    if after == before {
        return Ok(before);
    }
    match tx.nested(|tx| store::edit(tx, &after)) {
        Err(DbError::Duplicate(_)) => return Err(taken()),
        other => other?,
    }
    let detail = json!({ "login": before.login != after.login, "label": before.label != after.label });
    audit(tx, actor, now, "access.account.edit", account, detail)?;
    Ok(after)
}
