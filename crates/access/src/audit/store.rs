//! The table `audit`.

use db::{Res, Tx, p, sql};
use kernel::{Actor, Id, Moment};
use serde_json::Value;

sql! {
    INSERT = "INSERT INTO audit(at,account,person,label,channel,act,subject,detail) VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    at: Moment,
    act: &str,
    subject: Id,
    detail: &Value,
) -> Res<()> {
    let values =
        p![at, actor.account, actor.person, &actor.label, actor.channel.code(), act, subject, detail];
    tx.exec(&INSERT, values)?;
    Ok(())
}
