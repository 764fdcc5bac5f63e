//! The outbox: facts in the order in which their transactions became visible.
//!
//! On SQLite there is one writer, so the place is that order. On PostgreSQL a place is taken before its
//! transaction ends; a reader therefore takes only facts of transactions older than every running one,
//! in the order (transaction, place). No fact is missed, none comes twice.

use kernel::{Id, Moment};
use serde_json::Value;

use crate::dialect::Engine;
use crate::error::Res;
use crate::sql::Q;
use crate::tx::Tx;
use crate::value::Json;
use crate::{p, sql};

/// How far a listener has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub turn: i64,
    pub place: i64,
}

/// A fact as it was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub cursor: Cursor,
    pub name: String,
    pub subject: Id,
    pub at: Moment,
    pub data: Value,
}

sql! {
    INSERT = "INSERT INTO fact(name,subject,at,data) VALUES($1,$2,$3,$4)";
    LAST = "SELECT turn,place FROM fact ORDER BY turn DESC,place DESC LIMIT 1";
}

pub(crate) fn insert(tx: &mut Tx<'_>, fact: &kernel::Fact) -> Res<()> {
    tx.exec(&INSERT, p![fact.name, fact.subject, fact.at, &fact.data])?;
    Ok(())
}

/// The facts after the cursor, oldest first, at most `limit`.
pub fn after(tx: &mut Tx<'_>, cursor: Cursor, limit: i64) -> Res<Vec<Kept>> {
    let mut q = Q::new("SELECT turn,place,name,subject,at,data FROM fact WHERE (turn,place)>(");
    q.v(cursor.turn).sql(",").v(cursor.place).sql(")");
    if tx.engine() == Engine::Postgres {
        q.sql(" AND turn<CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS TEXT) AS BIGINT)");
    }
    q.sql(" ORDER BY turn,place LIMIT ").v(limit);
    tx.query_q(&q, |row| {
        let Json(data) = row.get(5)?;
        Ok(Kept {
            cursor: Cursor { turn: row.get(0)?, place: row.get(1)? },
            name: row.get(2)?,
            subject: row.get(3)?,
            at: row.get(4)?,
            data,
        })
    })
}

/// Where the newest fact stands, for a listener that starts now.
pub fn last(tx: &mut Tx<'_>) -> Res<Cursor> {
    let found = tx.maybe(&LAST, p![], |row| Ok(Cursor { turn: row.get(0)?, place: row.get(1)? }))?;
    Ok(found.unwrap_or_default())
}
