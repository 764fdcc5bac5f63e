use db::{Res, Row, Tx, p, sql};
use kernel::{Id, Moment};

use super::Attachment;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id,ticket,message,internal,name,content_type,bytes,sha256,complete,at,account FROM attachment WHERE ",
            $rest
        )
    };
}

sql! {
    INSERT = "INSERT INTO attachment(id,ticket,message,internal,name,content_type,bytes,sha256,complete,at,account) \
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)";
    INSERT_CHUNK = "INSERT INTO attachment_chunk(attachment,n,bytes) VALUES($1,$2,$3)";
    ADD_BYTES = "UPDATE attachment SET bytes=bytes+$2 WHERE id=$1";
    COMPLETE = "UPDATE attachment SET complete=TRUE,sha256=$2 WHERE id=$1";
    CLAIM = "UPDATE attachment SET ticket=$3,message=$4,internal=$5 \
        WHERE id=$1 AND ticket IS NULL AND complete=TRUE AND account IS NOT DISTINCT FROM $2";
    BY_ID = select!("id=$1");
    OF_TICKET = select!("ticket=$1 ORDER BY at,id");
    CHUNK = "SELECT bytes FROM attachment_chunk WHERE attachment=$1 AND n=$2";
    UNCLAIMED = "SELECT id FROM attachment WHERE ticket IS NULL AND at<$1 ORDER BY at LIMIT $2";
    DELETE_CHUNKS = "DELETE FROM attachment_chunk WHERE attachment=$1";
    DELETE = "DELETE FROM attachment WHERE id=$1 AND ticket IS NULL";
}

pub(crate) fn insert(tx: &mut Tx<'_>, f: &Attachment) -> Res<()> {
    let values = p![
        f.id,
        f.ticket,
        f.message,
        f.internal,
        &f.name,
        &f.content_type,
        f.bytes,
        f.sha256.as_ref(),
        f.complete,
        f.at,
        f.account
    ];
    tx.exec(&INSERT, values)?;
    Ok(())
}

pub(crate) fn insert_chunk(tx: &mut Tx<'_>, id: Id, n: i64, bytes: &[u8]) -> Res<()> {
    tx.exec(&INSERT_CHUNK, p![id, n, bytes])?;
    Ok(())
}

pub(crate) fn add_bytes(tx: &mut Tx<'_>, id: Id, bytes: i64) -> Res<()> {
    tx.exec(&ADD_BYTES, p![id, bytes])?;
    Ok(())
}

pub(crate) fn complete(tx: &mut Tx<'_>, id: Id, sha256: &str) -> Res<()> {
    tx.exec(&COMPLETE, p![id, sha256])?;
    Ok(())
}

/// False when it is not there, not whole, somebody else's or claimed already.
pub(crate) fn claim(
    tx: &mut Tx<'_>,
    id: Id,
    account: Option<Id>,
    ticket: i64,
    message: Option<Id>,
    internal: bool,
) -> Res<bool> {
    Ok(tx.exec(&CLAIM, p![id, account, ticket, message, internal])? == 1)
}

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Attachment>> {
    tx.maybe(&BY_ID, p![id], file)
}

pub(crate) fn of_ticket(tx: &mut Tx<'_>, ticket: i64) -> Res<Vec<Attachment>> {
    tx.query(&OF_TICKET, p![ticket], file)
}

pub(crate) fn chunk(tx: &mut Tx<'_>, id: Id, n: i64) -> Res<Option<Vec<u8>>> {
    tx.maybe(&CHUNK, p![id, n], |row| row.get(0))
}

pub(crate) fn delete_unclaimed(tx: &mut Tx<'_>, before: Moment, limit: i64) -> Res<u64> {
    let ids: Vec<Id> = tx.query(&UNCLAIMED, p![before, limit], |row| row.get(0))?;
    for id in &ids {
        tx.exec(&DELETE_CHUNKS, p![*id])?;
        tx.exec(&DELETE, p![*id])?;
    }
    Ok(ids.len() as u64)
}

fn file(row: &Row<'_>) -> Res<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        ticket: row.get(1)?,
        message: row.get(2)?,
        internal: row.get(3)?,
        name: row.get(4)?,
        content_type: row.get(5)?,
        bytes: row.get(6)?,
        sha256: row.get(7)?,
        complete: row.get(8)?,
        at: row.get(9)?,
        account: row.get(10)?,
    })
}
