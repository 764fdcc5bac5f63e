//! Facts on their way to listeners: each listener has its own cursor, moved in the transaction in which it acted.

use db::facts::{self, Cursor, Kept};
use db::{DbError, Tx, p, sql};
use kernel::Moment;

use crate::{Trouble, trouble};

/// Somebody who acts on facts. What it does and the step of its cursor are one transaction:
/// a crash repeats nothing and loses nothing.
#[derive(Clone, Copy)]
pub struct Listener {
    /// `slice.what_it_does`; the name of its cursor, so it never changes.
    pub name: &'static str,
    /// Facts whose name begins with one of these; others are stepped over.
    pub hears: &'static [&'static str],
    pub hear: fn(&mut Tx<'_>, &Kept, Moment) -> Result<(), Trouble>,
}

/// What one round of delivery did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub heard: u64,
    pub more: bool,
    /// Every fact up to here is heard or stepped over.
    pub reached: Cursor,
}

sql! {
    CURSOR = "SELECT turn,place,failures,retry_at FROM listener WHERE name=$1";
    START = "INSERT INTO listener(name,turn,place) VALUES($1,$2,$3) ON CONFLICT(name) DO NOTHING";
    STEP = "UPDATE listener SET turn=$2,place=$3,failures=0,retry_at=NULL,error=NULL WHERE name=$1";
    FAIL = "UPDATE listener SET failures=failures+1,retry_at=$2,error=$3 WHERE name=$1";
}

const LIMIT: i64 = 200;

/// Hears at most 200 facts. A fact that fails holds up this listener alone, and is tried again
/// after a pause that doubles to ten minutes.
pub fn deliver(tx: &mut Tx<'_>, listener: &Listener, now: Moment) -> Result<Delivered, Trouble> {
    let Some((cursor, failures, retry_at)) = cursor(tx, listener.name).map_err(trouble)? else {
        tx.exec(&START, p![listener.name, 0_i64, 0_i64]).map_err(trouble)?;
        return Ok(Delivered { heard: 0, more: true, reached: Cursor::default() });
    };
    if retry_at.is_some_and(|at| at > now) {
        return Ok(Delivered { heard: 0, more: false, reached: cursor });
    }
    let facts = facts::after(tx, cursor, LIMIT).map_err(trouble)?;
    let (mut heard, mut reached, mut failed) = (0, None, None);
    for fact in &facts {
        if listener.hears.iter().any(|name| fact.name.starts_with(name)) {
            let result = tx.nested(|tx| (listener.hear)(tx, fact, now));
            if let Err(error) = result {
                failed = Some(error);
                break;
            }
            heard += 1;
        }
        reached = Some(fact.cursor);
    }
    let reached = reached.unwrap_or(cursor);
    if reached != cursor {
        tx.exec(&STEP, p![listener.name, reached.turn, reached.place]).map_err(trouble)?;
    }
    if let Some(error) = failed {
        tracing::warn!(listener = listener.name, %error, "a fact could not be heard, trying again later");
        let failures = if heard > 0 { 0 } else { failures };
        let pause = 1_i64 << failures.clamp(0, 9);
        tx.exec(&FAIL, p![listener.name, now.plus_seconds(pause.min(600)), error.to_string()])
            .map_err(trouble)?;
        return Ok(Delivered { heard, more: false, reached });
    }
    Ok(Delivered { heard, more: facts.len() as i64 == LIMIT, reached })
}

fn cursor(tx: &mut Tx<'_>, name: &str) -> Result<Option<(Cursor, i64, Option<Moment>)>, DbError> {
    tx.maybe(&CURSOR, p![name], |row| {
        Ok((Cursor { turn: row.get(0)?, place: row.get(1)? }, row.get(2)?, row.get(3)?))
    })
}
