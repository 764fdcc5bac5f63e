//! Facts on their way to listeners: each listener has its own cursor, moved in the transaction in which it acted.

use db::Tx;
use db::facts::{self, Cursor, Kept};
use kernel::Moment;

use crate::{Trouble, store, trouble};

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

const LIMIT: i64 = 200;

/// Hears at most 200 facts. A fact that fails holds up this listener alone, and is tried again
/// after a pause that doubles to ten minutes.
pub fn deliver(tx: &mut Tx<'_>, listener: &Listener, now: Moment) -> Result<Delivered, Trouble> {
    let Some((cursor, failures, retry_at)) = store::place(tx, listener.name).map_err(trouble)? else {
        store::start(tx, listener.name).map_err(trouble)?;
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
        store::step(tx, listener.name, reached).map_err(trouble)?;
    }
    if let Some(error) = failed {
        tracing::warn!(listener = listener.name, %error, "a fact could not be heard, trying again later");
        let failures = if heard > 0 { 0 } else { failures };
        let pause = 1_i64 << failures.clamp(0, 9);
        store::fail(tx, listener.name, now.plus_seconds(pause.min(600)), &error.to_string())
            .map_err(trouble)?;
        return Ok(Delivered { heard, more: false, reached });
    }
    Ok(Delivered { heard, more: facts.len() as i64 == LIMIT, reached })
}
