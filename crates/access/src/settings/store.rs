//! The column `preferences` of `account`.

use db::{Json, Res, Tx, p, sql};
use kernel::Id;
use web::app::Preferences;

sql! {
    PREFERENCES = "SELECT preferences FROM account WHERE id=$1";
    SET_PREFERENCES = "UPDATE account SET preferences=$2 WHERE id=$1";
}

/// What a newer or older version wrote and this one cannot read counts as not chosen.
pub(crate) fn preferences(tx: &mut Tx<'_>, account: Id) -> Res<Preferences> {
    let kept = tx.maybe(&PREFERENCES, p![account], |row| row.get::<Json>(0))?;
    Ok(kept.and_then(|Json(value)| serde_json::from_value(value).ok()).unwrap_or_default())
}

pub(crate) fn set_preferences(tx: &mut Tx<'_>, account: Id, preferences: &Preferences) -> Res<()> {
    let value = serde_json::to_value(preferences).unwrap_or_default();
    tx.exec(&SET_PREFERENCES, p![account, value])?;
    Ok(())
}
