use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Due, Interval, Kept, Record, State, store};
use crate::promise;

/// A subject whose time is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    pub subject: Id,
    /// The edition that it is promised by; none is no promise, and its time is kept all the same.
    pub promise: Option<Id>,
    pub priority: u8,
    pub at: Moment,
}

/// Starts both clocks. Two inserts; the edition is read once per process.
pub fn start(tx: &mut Tx<'_>, input: &Start) -> Result<Due, Refusal> {
    let version = input.promise.map(|id| promise::by_id(tx, id)).transpose()?;
    let running = Interval { state: State::Running, from: input.at, to: None };
    let record = Record {
        started_at: input.at,
        priority: input.priority,
        responded_at: None,
        intervals: vec![running],
    };
    store::insert(tx, input.subject, input.promise, &record)?;
    store::insert_interval(tx, input.subject, 0, running)?;
    Ok(Kept { version, record }.due())
}
