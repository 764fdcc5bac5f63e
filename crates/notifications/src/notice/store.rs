//! The table `notice`.

use db::facts::Cursor;
use db::{DbError, Res, Row, Tx, p, sql};
use kernel::{Id, Moment};

use super::{Notice, Recipient};
use crate::Kind;

sql! {
    INSERT = "INSERT INTO notice(id,turn,place,recipient,person,contact,kind,ticket,message,critical,state,earlier,at,due_at) \
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14) ON CONFLICT(turn,place,recipient) DO NOTHING";
    BY_ID = "SELECT id,recipient,kind,ticket,message,critical,at,due_at,earlier FROM notice WHERE id=$1";
    LATELY = "SELECT COUNT(*) FROM notice WHERE recipient=$1 AND ticket=$2 AND at>$3 AND state='queued'";
    RECEIPTS = "SELECT COUNT(*) FROM notice WHERE recipient=$1 AND kind='receipt' AND at>$2";
    HELD = "SELECT COUNT(*) FROM notice WHERE state='held'";
    HELD_TO = "SELECT recipient,ticket,CAST(COUNT(*) AS BIGINT),MIN(at) FROM notice WHERE state='held' \
        GROUP BY recipient,ticket ORDER BY MIN(at) LIMIT $1";
    LAST_HELD = "SELECT id FROM notice WHERE state='held' AND recipient=$1 AND ticket=$2 ORDER BY at DESC,id DESC LIMIT 1";
    TELL_WITH = "UPDATE notice SET state='told' WHERE state='held' AND recipient=$1 AND ticket=$2 AND id<>$3";
    QUEUE = "UPDATE notice SET state='queued',earlier=$2,at=$3,due_at=$3 WHERE id=$1";
}

/// Keeps the notice; false when this fact has already told this recipient.
pub(crate) fn insert(tx: &mut Tx<'_>, fact: Cursor, notice: &Notice, state: &'static str) -> Res<bool> {
    let (person, contact) = match &notice.to {
        Recipient::Person(id) => (Some(*id), None),
        Recipient::Contact(mail) => (None, Some(mail)),
    };
    let values = p![
        notice.id,
        fact.turn,
        fact.place,
        notice.to.to_string(),
        person,
        contact,
        notice.kind.code(),
        notice.ticket,
        notice.message,
        notice.critical,
        state,
        notice.earlier,
        notice.at,
        notice.due_at,
    ];
    Ok(tx.exec(&INSERT, values)? == 1)
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Notice>> {
    tx.maybe(&BY_ID, p![id], notice)
}

fn notice(row: &Row<'_>) -> Res<Notice> {
    let (to, kind): (String, String) = (row.get(1)?, row.get(2)?);
    let Ok(to) = to.parse();
    Ok(Notice {
        id: row.get(0)?,
        to,
        kind: Kind::parse(&kind).ok_or(DbError::Column(2, "kind of notice"))?,
        ticket: row.get(3)?,
        message: row.get(4)?,
        critical: row.get(5)?,
        at: row.get(6)?,
        due_at: row.get(7)?,
        earlier: row.get(8)?,
    })
}

/// How many this recipient was sent about this ticket since then.
pub(crate) fn lately(tx: &mut Tx<'_>, to: &Recipient, ticket: i64, since: Moment) -> Res<i64> {
    tx.one(&LATELY, p![to.to_string(), ticket, since], |row| row.get(0))
}

pub(crate) fn receipts(tx: &mut Tx<'_>, to: &Recipient, since: Moment) -> Res<i64> {
    tx.one(&RECEIPTS, p![to.to_string(), since], |row| row.get(0))
}

/// How many notices wait because their recipients got too many at once.
pub fn held(tx: &mut Tx<'_>) -> Res<i64> {
    tx.one(&HELD, p![], |row| row.get(0))
}

/// Held notices of one recipient about one ticket.
pub(crate) struct Pile {
    pub to: Recipient,
    pub ticket: i64,
    pub count: i64,
}

pub(crate) fn piles(tx: &mut Tx<'_>, limit: i64) -> Res<Vec<Pile>> {
    tx.query(&HELD_TO, p![limit], |row| {
        let Ok(to) = row.get::<String>(0)?.parse();
        Ok(Pile { to, ticket: row.get(1)?, count: row.get(2)? })
    })
}

/// Sends the last of a pile on its way, for all of them.
pub(crate) fn tell_pile(tx: &mut Tx<'_>, pile: &Pile, now: Moment) -> Res<Option<Id>> {
    let (to, ticket) = (pile.to.to_string(), pile.ticket);
    let Some(last) = tx.maybe(&LAST_HELD, p![&to, ticket], |row| row.get::<Id>(0))? else { return Ok(None) };
    tx.exec(&TELL_WITH, p![&to, ticket, last])?;
    tx.exec(&QUEUE, p![last, pile.count - 1, now])?;
    Ok(Some(last))
}
