use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Due, Kept, store};

/// Changes the priority. What is set last holds from the start: the goals are those of the new priority, and the
/// time that has run counts. The change itself is kept.
pub fn set_priority(tx: &mut Tx<'_>, subject: Id, at: Moment, priority: u8) -> Result<Due, Refusal> {
    let mut kept = Kept::of(tx, subject)?;
    let before = kept.record.priority;
    if before != priority {
        store::set_priority(tx, subject, at, before, priority)?;
        kept.record.priority = priority;
    }
    Ok(kept.due())
}
