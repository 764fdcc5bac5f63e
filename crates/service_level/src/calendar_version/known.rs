use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use db::{DbError, Tx};
use kernel::Id;

use super::{CalendarVersion, store};

/// Compiled editions of this process. They never change, so they are never stale; past this many all are
/// forgotten and read again.
static KNOWN: RwLock<BTreeMap<Id, Arc<CalendarVersion>>> = RwLock::new(BTreeMap::new());
const KNOWN_MAX: usize = 128;

/// The edition with this id; [`DbError::NoRow`] when there is none.
pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Result<Arc<CalendarVersion>, DbError> {
    if let Some(known) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
        return Ok(Arc::clone(known));
    }
    let version = Arc::new(CalendarVersion::compile(store::by_id(tx, id)?)?);
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= KNOWN_MAX {
        known.clear();
    }
    known.insert(id, Arc::clone(&version));
    Ok(version)
}
