use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use db::{DbError, Tx};
use kernel::Id;

use super::{PromiseVersion, store};
use crate::calendar_version;

/// Editions of this process, which never change. Past this many all are forgotten and read again.
static KNOWN: RwLock<BTreeMap<Id, Arc<PromiseVersion>>> = RwLock::new(BTreeMap::new());
const KNOWN_MAX: usize = 128;

/// The edition with this id; [`DbError::NoRow`] when there is none.
pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Result<Arc<PromiseVersion>, DbError> {
    if let Some(known) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
        return Ok(Arc::clone(known));
    }
    let row = store::by_id(tx, id)?;
    let version = Arc::new(PromiseVersion {
        id,
        promise: row.promise,
        number: row.number,
        name: row.name,
        calendar: calendar_version::by_id(tx, row.calendar_version)?,
        terms: row.terms,
        note: row.note,
        valid_from: row.valid_from,
        made_at: row.made_at,
    });
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= KNOWN_MAX {
        known.clear();
    }
    known.insert(id, Arc::clone(&version));
    Ok(version)
}
