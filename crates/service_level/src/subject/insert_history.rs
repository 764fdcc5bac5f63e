use db::Tx;
use kernel::{Id, Refusal};

use super::{Due, Kept, Record, store};
use crate::promise;

/// A subject that began somewhere else or earlier, with what became of it since.
#[derive(Clone, Debug)]
pub struct History {
    pub subject: Id,
    pub promise: Option<Id>,
    pub record: Record,
}

/// Keeps the time of many subjects at once. Answers when each is due, in the same order.
pub fn insert_history(tx: &mut Tx<'_>, all: &[History]) -> Result<Vec<Due>, Refusal> {
    store::insert_many(tx, all)?;
    let mut due = Vec::with_capacity(all.len());
    for one in all {
        let version = one.promise.map(|id| promise::by_id(tx, id)).transpose()?;
        due.push(Kept { version, record: one.record.clone() }.due());
    }
    Ok(due)
}
