//! The time of one subject. Kept are its states from moment to moment, its priority and the edition of the promise
//! that it was given; everything else is computed from those.
//!
//! The response clock runs from the start until the first response and is not stopped by pauses. The resolution
//! clock runs while the subject is [`State::Running`]; reopening resumes the same clock.

mod clocks;
/// Due times, clocks and outcomes from what is kept. Pure.
pub mod deadline;
mod enter;
mod explain;
/// Why it is due then: every stretch of time, counted or not. Pure.
mod explanation;
/// Many subjects at once, with their past.
mod insert_history;
/// The explanation as parts of the owner's page.
pub mod page;
mod respond;
mod set_priority;
mod start;
mod store;

use kernel::{Id, Moment};
use serde::{Deserialize, Serialize};

use crate::promise::PromiseName;

pub use clocks::{clocks, clocks_of};
pub use deadline::{Interval, Reading as Clock, Record, Rule};
pub use enter::enter;
pub use explain::explain;
pub use explanation::{Explanation, Otherwise, Segment, SegmentKind, SpecialDay, Supposed};
pub use insert_history::{History, insert_history};
pub use respond::respond;
pub use set_priority::set_priority;
pub use start::{Start, start};

/// What a subject's resolution clock does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody of ours can act.
    Running,
    /// We wait, and the promise says that this waiting does not count.
    Paused,
    /// Resolved or closed.
    Stopped,
}

/// When a subject is due, as its owner keeps and sorts by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Due {
    /// When the first response is or was due.
    pub response: Option<Moment>,
    /// When the resolution is due if nothing pauses it any more; none while it is paused, for nobody can tell.
    /// Of a stopped subject: when it was due.
    pub resolution: Option<Moment>,
    /// The earliest that still runs: an unmet response, a running resolution. None when nothing does.
    pub next: Option<Moment>,
}

/// Both clocks of a subject at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// None without a promise.
    pub response: Option<Clock>,
    pub resolution: Option<Clock>,
    pub promise: Option<PromiseName>,
    pub priority: u8,
}

/// How a promise went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not yet known.
    Pending,
    Kept,
    Broken,
    /// Nothing was promised, or it was stopped before anybody had to answer. Never counted as kept.
    NotMeasured,
}

/// The promise that a subject was given, if any, with what is kept of its time.
pub(crate) struct Kept {
    pub version: Option<std::sync::Arc<crate::promise::PromiseVersion>>,
    pub record: Record,
}

impl Kept {
    /// Reads a subject; refused as not found when its time is not kept.
    pub(crate) fn of(tx: &mut db::Tx<'_>, subject: Id) -> Result<Self, db::DbError> {
        let (version, record) = store::record(tx, subject)?;
        let version = version.map(|id| crate::promise::by_id(tx, id)).transpose()?;
        Ok(Self { version, record })
    }

    pub(crate) fn rule(&self) -> Option<Rule<'_>> {
        self.version.as_deref().map(|version| Rule::of(version, self.record.priority))
    }

    pub(crate) fn due(&self) -> Due {
        deadline::due(&self.record, self.rule())
    }
}
