//! The table `token`.

use db::{Res, Row, Tx, p, sql};
use kernel::{Id, Moment, Role};

use super::{NewToken, Token};

sql! {
    INSERT = "INSERT INTO token(id,hash,name,account,role,unit,made_at,ends_at) VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
    LIVE = "SELECT id,name,account,role,unit,made_at,ends_at,used_at FROM token \
        WHERE hash=$1 AND revoked_at IS NULL AND ends_at>$2";
    BY_ID = "SELECT id,name,account,role,unit,made_at,ends_at,used_at FROM token WHERE id=$1 AND revoked_at IS NULL";
    OF_ACCOUNT = "SELECT id,name,account,role,unit,made_at,ends_at,used_at FROM token \
        WHERE account=$1 AND revoked_at IS NULL AND ends_at>$2 ORDER BY made_at DESC,id DESC LIMIT 200";
    TOUCH = "UPDATE token SET used_at=$2 WHERE hash=$1 AND (used_at IS NULL OR used_at<$3)";
    REVOKE = "UPDATE token SET revoked_at=$2 WHERE id=$1";
}

pub(super) fn insert(tx: &mut Tx<'_>, account: Id, name: &str, now: Moment, new: &NewToken) -> Res<()> {
    let ends = now.plus(new.days.saturating_mul(Moment::DAY));
    let values = p![new.id, new.hash.as_slice(), name, account, new.role.code(), new.unit, now, ends];
    tx.exec(&INSERT, values)?;
    Ok(())
}

/// The token while it works.
pub(crate) fn live(tx: &mut Tx<'_>, hash: &[u8; 32], now: Moment) -> Res<Option<Token>> {
    Ok(tx.maybe(&LIVE, p![hash.as_slice(), now], read)?.flatten())
}

/// Notes that it was used, at most once a minute.
pub(crate) fn touch(tx: &mut Tx<'_>, hash: &[u8; 32], now: Moment) -> Res<()> {
    tx.exec(&TOUCH, p![hash.as_slice(), now, now.minus(Moment::MINUTE)])?;
    Ok(())
}

pub(super) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Token>> {
    Ok(tx.maybe(&BY_ID, p![id], read)?.flatten())
}

pub(super) fn of_account(tx: &mut Tx<'_>, account: Id, now: Moment) -> Res<Vec<Token>> {
    Ok(tx.query(&OF_ACCOUNT, p![account, now], read)?.into_iter().flatten().collect())
}

pub(super) fn revoke(tx: &mut Tx<'_>, id: Id, now: Moment) -> Res<()> {
    tx.exec(&REVOKE, p![id, now])?;
    Ok(())
}

/// None for a role that this version does not know: such a token opens nothing.
fn read(row: &Row<'_>) -> Res<Option<Token>> {
    let role: String = row.get(3)?;
    let Some(role) = Role::parse(&role) else { return Ok(None) };
    Ok(Some(Token {
        id: row.get(0)?,
        name: row.get(1)?,
        account: row.get(2)?,
        role,
        unit: row.get(4)?,
        made_at: row.get(5)?,
        ends_at: row.get(6)?,
        used_at: row.get(7)?,
    }))
}
