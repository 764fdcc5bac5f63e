use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Id, Refusal};

use super::{CalendarVersion, by_id, store};
use crate::permissions::{READ, allow};
use crate::promise;

/// The latest edition of each calendar, by name.
pub fn all(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Arc<CalendarVersion>>, Refusal> {
    allow(actor, &READ)?;
    let ids = store::latest(tx)?;
    let mut found = ids.into_iter().map(|id| by_id(tx, id)).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|version| texts::sort_key(&version.name));
    Ok(found)
}

/// A calendar with its past.
#[derive(Debug)]
pub struct Editions {
    /// The latest first; never empty.
    pub all: Vec<Arc<CalendarVersion>>,
    /// Those that an edition of a promise counts by.
    pub used: Vec<Id>,
}

/// Every edition of a calendar; not found when there is none.
pub fn editions(tx: &mut Tx<'_>, actor: &Actor, calendar: Id) -> Result<Editions, Refusal> {
    allow(actor, &READ)?;
    let ids = store::editions(tx, calendar)?;
    if ids.is_empty() {
        return Err(Refusal::not_found("not-found"));
    }
    let all = ids.into_iter().map(|id| by_id(tx, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(Editions { all, used: promise::calendar_versions(tx)? })
}
