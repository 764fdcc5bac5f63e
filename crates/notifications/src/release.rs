use db::Tx;
use jobs::Report;
use kernel::{Fact, Moment, Refusal};
use serde_json::json;

use crate::facts;
use crate::notice::pace::{MOST, WITHIN};
use crate::notice::store;

/// At most so many recipients at a time; the job then asks to run again.
const LIMIT: i64 = 50;

/// Tells later what was held because it was too much at once: one notice for all of them.
pub(crate) fn release_held(tx: &mut Tx<'_>, now: Moment) -> Result<Report, Refusal> {
    let piles = store::piles(tx, LIMIT)?;
    let mut told = 0;
    for pile in &piles {
        if store::lately(tx, &pile.to, pile.ticket, now.minus(WITHIN))? >= MOST {
            continue;
        }
        if let Some(notice) = store::tell_pile(tx, pile, now)? {
            tx.fact(&Fact { name: facts::QUEUED, subject: notice, at: now, data: json!({}) })?;
            told += 1;
        }
    }
    Ok(Report { done: told, more: told > 0 && piles.len() as i64 == LIMIT, counts: json!({"told": told}) })
}
