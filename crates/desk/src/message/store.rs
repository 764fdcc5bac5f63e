use db::{DbError, Res, Row, Tx, V, p, sql};
use kernel::Id;

use super::{Author, Message};
use crate::ticket::Source;

const HEAD: &str =
    "INSERT INTO ticket_message(id,ticket,version,internal,author,person,label,source,at,body,html) VALUES";

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id,ticket,version,internal,author,person,label,source,at,body,html FROM ticket_message WHERE ",
            $rest
        )
    };
}

sql! {
    INSERT = "INSERT INTO ticket_message(id,ticket,version,internal,author,person,label,source,at,body,html) \
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)";
    OF = select!("ticket=$1 ORDER BY at,id");
    BY_ID = select!("id=$1");
}

fn values(m: &Message) -> Vec<V> {
    vec![
        m.id.into(),
        m.ticket.into(),
        m.version.into(),
        m.internal.into(),
        m.author.code().into(),
        m.person.into(),
        m.label.as_ref().into(),
        m.source.code().into(),
        m.at.into(),
        (&m.text).into(),
        m.html.as_ref().into(),
    ]
}

pub(crate) fn insert(tx: &mut Tx<'_>, message: &Message) -> Res<()> {
    tx.exec(&INSERT, &values(message))?;
    Ok(())
}

pub(crate) fn insert_many(tx: &mut Tx<'_>, messages: &[Message]) -> Res<()> {
    tx.batch(messages, HEAD, "", values)?;
    Ok(())
}

pub(crate) fn of(tx: &mut Tx<'_>, ticket: i64) -> Res<Vec<Message>> {
    tx.query(&OF, p![ticket], message)
}

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Message>> {
    tx.maybe(&BY_ID, p![id], message)
}

fn message(row: &Row<'_>) -> Res<Message> {
    let (author, source): (String, String) = (row.get(4)?, row.get(7)?);
    Ok(Message {
        id: row.get(0)?,
        ticket: row.get(1)?,
        version: row.get(2)?,
        internal: row.get(3)?,
        author: Author::parse(&author).ok_or(DbError::Column(4, "author"))?,
        person: row.get(5)?,
        label: row.get(6)?,
        source: Source::parse(&source).ok_or(DbError::Column(7, "source"))?,
        at: row.get(8)?,
        text: row.get(9)?,
        html: row.get(10)?,
    })
}
