//! The table `notice_choice`.

use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

use crate::Kind;

sql! {
    ONE = "SELECT wanted FROM notice_choice WHERE person=$1 AND kind=$2";
    ALL = "SELECT kind,wanted FROM notice_choice WHERE person=$1";
    SET = "INSERT INTO notice_choice(person,kind,wanted,changed_at) VALUES($1,$2,$3,$4) \
        ON CONFLICT(person,kind) DO UPDATE SET wanted=excluded.wanted,changed_at=excluded.changed_at";
}

pub(super) fn one(tx: &mut Tx<'_>, person: Id, kind: Kind) -> Res<Option<bool>> {
    tx.maybe(&ONE, p![person, kind.code()], |row| row.get(0))
}

/// Kinds that a newer or older version knows and this one does not are left out.
pub(super) fn all(tx: &mut Tx<'_>, person: Id) -> Res<Vec<(Kind, bool)>> {
    let rows = tx.query(&ALL, p![person], |row| Ok((row.get::<String>(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().filter_map(|(kind, wanted)| Some((Kind::parse(&kind)?, wanted))).collect())
}

pub(super) fn set(tx: &mut Tx<'_>, person: Id, kind: Kind, wanted: bool, now: Moment) -> Res<()> {
    tx.exec(&SET, p![person, kind.code(), wanted, now])?;
    Ok(())
}
