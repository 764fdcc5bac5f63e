//! The table `token`.

use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

use super::NewToken;

sql! {
    INSERT = "INSERT INTO token(id,hash,name,account,role,unit,made_at,ends_at) VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
}

pub(super) fn insert(tx: &mut Tx<'_>, account: Id, name: &str, now: Moment, new: &NewToken) -> Res<()> {
    let ends = now.plus(new.days.saturating_mul(Moment::DAY));
    let values = p![new.id, new.hash.as_slice(), name, account, new.role.code(), new.unit, now, ends];
    tx.exec(&INSERT, values)?;
    Ok(())
}
