use db::{DbError, Row, Tx, p, sql};
use kernel::Id;

use super::NewVersion;

sql! {
    INSERT = "INSERT INTO calendar_version(id,calendar,number,name,definition,note,valid_from,made_at)
        VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
    BY_ID = "SELECT id,calendar,number,name,definition,note,valid_from,made_at
        FROM calendar_version WHERE id=$1";
    LATEST_NUMBER = "SELECT MAX(number) FROM calendar_version WHERE calendar=$1";
    LATEST = "SELECT id FROM calendar_version v WHERE number=
        (SELECT MAX(number) FROM calendar_version w WHERE w.calendar=v.calendar)";
    EDITIONS = "SELECT id FROM calendar_version WHERE calendar=$1 ORDER BY number DESC";
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &NewVersion) -> Result<(), DbError> {
    tx.exec(
        &INSERT,
        p![
            new.id,
            new.calendar,
            new.number,
            &new.name,
            &new.definition,
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

pub(super) fn latest_number(tx: &mut Tx<'_>, calendar: Id) -> Result<Option<i64>, DbError> {
    tx.one(&LATEST_NUMBER, p![calendar], |row| row.get(0))
}

pub(super) fn latest(tx: &mut Tx<'_>) -> Result<Vec<Id>, DbError> {
    tx.query(&LATEST, p![], |row| row.get(0))
}

pub(super) fn editions(tx: &mut Tx<'_>, calendar: Id) -> Result<Vec<Id>, DbError> {
    tx.query(&EDITIONS, p![calendar], |row| row.get(0))
}

fn read(row: &Row<'_>) -> Result<NewVersion, DbError> {
    Ok(NewVersion {
        id: row.get(0)?,
        calendar: row.get(1)?,
        number: row.get(2)?,
        name: row.get(3)?,
        definition: row.get(4)?,
        note: row.get(5)?,
        valid_from: row.get(6)?,
        made_at: row.get(7)?,
    })
}
