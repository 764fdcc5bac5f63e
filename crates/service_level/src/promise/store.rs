use db::{DbError, Json, Row, Tx, p, sql};
use kernel::{Id, Moment};

use super::NewVersion;

sql! {
    INSERT = "INSERT INTO promise_version(id,promise,number,name,calendar_version,terms,note,valid_from,made_at)
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    BY_ID = "SELECT id,promise,number,name,calendar_version,terms,note,valid_from,made_at
        FROM promise_version WHERE id=$1";
    CURRENT = "SELECT id FROM promise_version WHERE valid_from<=$1 ORDER BY valid_from DESC,number DESC LIMIT 1";
    LATEST_NUMBER = "SELECT MAX(number) FROM promise_version WHERE promise=$1";
    EDITION = "SELECT id FROM promise_version WHERE promise=$1 AND number=$2";
    CALENDAR_VERSIONS = "SELECT DISTINCT calendar_version FROM promise_version";
    ALL = "SELECT id FROM promise_version ORDER BY valid_from DESC,number DESC";
}

pub(super) fn latest_number(tx: &mut Tx<'_>, promise: Id) -> Result<Option<i64>, DbError> {
    tx.one(&LATEST_NUMBER, p![promise], |row| row.get(0))
}

pub(super) fn edition(tx: &mut Tx<'_>, promise: Id, number: i64) -> Result<Id, DbError> {
    tx.one(&EDITION, p![promise, number], |row| row.get(0))
}

pub(super) fn calendar_versions(tx: &mut Tx<'_>) -> Result<Vec<Id>, DbError> {
    tx.query(&CALENDAR_VERSIONS, p![], |row| row.get(0))
}

pub(super) fn all(tx: &mut Tx<'_>) -> Result<Vec<Id>, DbError> {
    tx.query(&ALL, p![], |row| row.get(0))
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &NewVersion) -> Result<(), DbError> {
    let terms = serde_json::to_value(&new.terms).map_err(|error| DbError::Other(error.to_string()))?;
    tx.exec(
        &INSERT,
        p![
            new.id,
            new.promise,
            new.number,
            &new.name,
            new.calendar_version,
            terms,
            &new.note,
            new.valid_from,
            new.made_at
        ],
    )?;
    Ok(())
}

pub(super) fn by_id(tx: &mut Tx<'_>, id: Id) -> Result<NewVersion, DbError> {
    tx.one(&BY_ID, p![id], read)
}

pub(super) fn current(tx: &mut Tx<'_>, now: Moment) -> Result<Option<Id>, DbError> {
    tx.maybe(&CURRENT, p![now], |row| row.get(0))
}

fn read(row: &Row<'_>) -> Result<NewVersion, DbError> {
    let Json(terms) = row.get(5)?;
    Ok(NewVersion {
        id: row.get(0)?,
        promise: row.get(1)?,
        number: row.get(2)?,
        name: row.get(3)?,
        calendar_version: row.get(4)?,
        terms: serde_json::from_value(terms).map_err(|_| DbError::Column(5, "promise's terms"))?,
        note: row.get(6)?,
        valid_from: row.get(7)?,
        made_at: row.get(8)?,
    })
}
