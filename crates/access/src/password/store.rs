//! The table `one_time_link`, and the password columns of `account`.

use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

/// What a link is for.
pub(crate) const PASSWORD: &str = "password";
pub(crate) const START: &str = "start";

sql! {
    INSERT_LINK = "INSERT INTO one_time_link(hash,purpose,account,made_at,ends_at) VALUES($1,$2,$3,$4,$5)";
    LIVE_LINK = "SELECT account,ends_at FROM one_time_link WHERE hash=$1 AND purpose=$2 AND used_at IS NULL AND ends_at>$3";
    USE_LINK = "UPDATE one_time_link SET used_at=$2 WHERE hash=$1";
    FORGET_LINKS = "DELETE FROM one_time_link WHERE account=$1 AND used_at IS NULL";
    FORGET_START = "DELETE FROM one_time_link WHERE purpose='start'";
    SWEEP_LINKS = "DELETE FROM one_time_link WHERE ends_at<$1";
    PASSWORD_OF = "SELECT password FROM account WHERE id=$1";
    SET_PASSWORD = "UPDATE account SET password=$2,password_at=$3 WHERE id=$1";
}

pub(crate) fn insert_link(
    tx: &mut Tx<'_>,
    hash: &[u8; 32],
    purpose: &str,
    account: Option<Id>,
    now: Moment,
    ends: Moment,
) -> Res<()> {
    tx.exec(&INSERT_LINK, p![hash.as_slice(), purpose, account, now, ends])?;
    Ok(())
}

/// The account and end of a link that can still be used.
pub(crate) fn live_link(
    tx: &mut Tx<'_>,
    hash: &[u8; 32],
    purpose: &str,
    now: Moment,
) -> Res<Option<(Option<Id>, Moment)>> {
    tx.maybe(&LIVE_LINK, p![hash.as_slice(), purpose, now], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn use_link(tx: &mut Tx<'_>, hash: &[u8; 32], now: Moment) -> Res<()> {
    tx.exec(&USE_LINK, p![hash.as_slice(), now])?;
    Ok(())
}

pub(crate) fn forget_links(tx: &mut Tx<'_>, account: Id) -> Res<()> {
    tx.exec(&FORGET_LINKS, p![account])?;
    Ok(())
}

pub(crate) fn forget_start_links(tx: &mut Tx<'_>) -> Res<()> {
    tx.exec(&FORGET_START, p![])?;
    Ok(())
}

pub(crate) fn sweep_links(tx: &mut Tx<'_>, before: Moment) -> Res<u64> {
    tx.exec(&SWEEP_LINKS, p![before])
}

pub(crate) fn password(tx: &mut Tx<'_>, account: Id) -> Res<Option<String>> {
    Ok(tx.maybe(&PASSWORD_OF, p![account], |row| row.get::<Option<String>>(0))?.flatten())
}

pub(crate) fn set_password(tx: &mut Tx<'_>, account: Id, kept: &str, now: Moment) -> Res<()> {
    tx.exec(&SET_PASSWORD, p![account, kept, now])?;
    Ok(())
}
