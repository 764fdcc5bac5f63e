use db::{DbError, Row, Tx, p, sql};
use kernel::Id;

use super::NewVersion;

sql! {
    INSERT = "INSERT INTO calendar_version(id,calendar,number,name,definition,note,valid_from,made_at)
        VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
    BY_ID = "SELECT id,calendar,number,name,definition,note,valid_from,made_at
        FROM calendar_version WHERE id=$1";
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
