use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use super::{PromiseVersion, by_id, store};
use crate::calendar_version::{self, CalendarVersion};
use crate::permissions::{EDIT, READ, allow};

/// Every edition, the one that begins last first.
#[derive(Debug)]
pub struct Editions {
    pub all: Vec<Arc<PromiseVersion>>,
    /// What begins now is promised by this one.
    pub current: Option<Id>,
    /// The latest edition of each calendar, to see whether a promise counts by an older one.
    pub calendars: Vec<Arc<CalendarVersion>>,
}

pub fn all(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Editions, Refusal> {
    allow(actor, &READ)?;
    let ids = store::all(tx)?;
    let all = ids.into_iter().map(|id| by_id(tx, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(Editions { all, current: store::current(tx, now)?, calendars: calendar_version::all(tx, actor)? })
}

/// What a new edition is written from: the latest one, and the calendars that it may count by.
pub type Draft = (Arc<PromiseVersion>, Vec<Arc<CalendarVersion>>);

/// Not found before the municipality has a promise at all.
pub fn draft(tx: &mut Tx<'_>, actor: &Actor) -> Result<Draft, Refusal> {
    allow(actor, &EDIT)?;
    let latest = store::all(tx)?.into_iter().next().ok_or(Refusal::not_found("not-found"))?;
    Ok((by_id(tx, latest)?, calendar_version::all(tx, actor)?))
}
