//! The tables `mail_in` and `mail_in_chunk`.

use db::{DbError, Q, Res, Row, Tx, p, sql};
use kernel::{Id, Moment};

use super::{Fate, Incoming};

/// The raw mail is kept in pieces, so that no value grows larger than a page of memory that both databases like.
const PIECE: usize = 256 * 1024;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id,message_id,first,sha256,received_at,bytes,person,from_mail,from_name,subject,outcome,rule,ticket,sign,flaws FROM mail_in ",
            $rest
        )
    };
}

sql! {
    INSERT = "INSERT INTO mail_in(id,message_id,first,sha256,received_at,bytes,person,from_mail,from_name,subject,outcome,rule,ticket,sign,flaws) \
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)";
    AGAIN = "SELECT id FROM mail_in WHERE first=$1 AND sha256=$2";
    CHUNK = "INSERT INTO mail_in_chunk(mail,n,bytes) VALUES($1,$2,$3)";
    CHUNKS = "SELECT bytes FROM mail_in_chunk WHERE mail=$1 ORDER BY n";
    BY_ID = select!("WHERE id=$1");
    BY_MESSAGE_ID = select!("WHERE message_id=$1 AND first IS NULL");
    LAST_FROM = "SELECT message_id,received_at FROM mail_in WHERE ticket=$1 AND from_mail=$2 ORDER BY received_at DESC,id DESC LIMIT 1";
    COUNTS = "SELECT outcome,COUNT(*) FROM mail_in GROUP BY outcome";
}

/// Notes the mail. Of two that come at once one fails here, and is known as a duplicate when it comes again.
pub(crate) fn insert(tx: &mut Tx<'_>, mail: &Incoming) -> Res<()> {
    let values = p![
        mail.id,
        &mail.message_id,
        mail.first,
        &mail.sha256,
        mail.received_at,
        mail.bytes,
        mail.person,
        mail.from_mail.as_ref(),
        mail.from_name.as_ref(),
        &mail.subject,
        mail.fate.code(),
        mail.rule.as_ref(),
        mail.ticket,
        mail.sign.as_ref(),
        mail.flaws.join(" "),
    ];
    tx.exec(&INSERT, values)?;
    Ok(())
}

/// Whether a mail with the first one's id and these bytes has come already.
pub(crate) fn has(tx: &mut Tx<'_>, first: &Incoming, sha256: &str) -> Res<bool> {
    if first.sha256 == sha256 {
        return Ok(true);
    }
    Ok(tx.maybe(&AGAIN, p![first.id, sha256], |row| row.get::<Id>(0))?.is_some())
}

pub(crate) fn insert_raw(tx: &mut Tx<'_>, mail: Id, raw: &[u8]) -> Res<()> {
    for (n, piece) in (0_i64..).zip(raw.chunks(PIECE)) {
        tx.exec(&CHUNK, p![mail, n, piece])?;
    }
    Ok(())
}

/// The mail as it came. Empty when it was refused.
pub(crate) fn raw(tx: &mut Tx<'_>, mail: Id) -> Res<Vec<u8>> {
    Ok(tx.query(&CHUNKS, p![mail], |row| row.get::<Vec<u8>>(0))?.concat())
}

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Incoming>> {
    tx.maybe(&BY_ID, p![id], incoming)
}

pub(crate) fn by_message_id(tx: &mut Tx<'_>, message_id: &str) -> Res<Option<Incoming>> {
    tx.maybe(&BY_MESSAGE_ID, p![message_id], incoming)
}

/// The tickets of mail that came in with one of these ids, with the id.
pub(crate) fn tickets_of(tx: &mut Tx<'_>, message_ids: &[&str]) -> Res<Vec<(String, i64)>> {
    let mut q = Q::new("SELECT message_id,ticket FROM mail_in WHERE ticket IS NOT NULL AND message_id IN ");
    q.list(message_ids.iter().copied());
    tx.query_q(&q, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The last mail from this address that came to this ticket, and when.
pub(crate) fn last_from(tx: &mut Tx<'_>, ticket: i64, mail: &str) -> Res<Option<(String, Moment)>> {
    tx.maybe(&LAST_FROM, p![ticket, mail.to_lowercase()], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn counts(tx: &mut Tx<'_>) -> Res<Vec<(String, i64)>> {
    tx.query(&COUNTS, p![], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Newest first, from the place on.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    fate: Option<Fate>,
    after: Option<(Moment, Id)>,
    limit: i64,
) -> Res<Vec<Incoming>> {
    let mut q = Q::new(select!("WHERE 1=1"));
    if let Some(fate) = fate {
        q.sql(" AND outcome=").v(fate.code());
    }
    if let Some((at, id)) = after {
        q.sql(" AND (received_at,id)<(").v(at).sql(",").v(id).sql(")");
    }
    q.sql(" ORDER BY received_at DESC,id DESC LIMIT ").v(limit);
    tx.query_q(&q, incoming)
}

fn incoming(row: &Row<'_>) -> Res<Incoming> {
    let (fate, flaws): (String, String) = (row.get(10)?, row.get(14)?);
    Ok(Incoming {
        id: row.get(0)?,
        message_id: row.get(1)?,
        first: row.get(2)?,
        sha256: row.get(3)?,
        received_at: row.get(4)?,
        bytes: row.get(5)?,
        person: row.get(6)?,
        from_mail: row.get(7)?,
        from_name: row.get(8)?,
        subject: row.get(9)?,
        fate: Fate::parse(&fate).ok_or(DbError::Column(10, "outcome of a mail"))?,
        rule: row.get(11)?,
        ticket: row.get(12)?,
        sign: row.get(13)?,
        flaws: flaws.split(' ').filter(|flaw| !flaw.is_empty()).map(str::to_owned).collect(),
    })
}
