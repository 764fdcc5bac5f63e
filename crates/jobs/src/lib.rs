//! Work that nobody waits for: scheduled jobs, and facts on their way to listeners.
//!
//! - [`Job`] runs by the clock, on one node at a time, because it holds a lease ([`lease`])
//! - [`Listener`] is told every fact once, in order, with a cursor of its own ([`deliver`])
//! - [`work`] runs them all until told to stop
//!
//! A job takes no input but now and a limit, is idempotent and bounded, and reports what it did.

mod deliver;
mod lease;
mod store;
mod work;

pub use deliver::{Delivered, Listener, deliver};
pub use lease::{Run, history};
pub use work::{Memory, Stop, Worker, work};

use db::{DbError, Tx};
use kernel::{Moment, Refusal};
use serde_json::Value;

/// What a job or a listener answers with when it cannot go on: it is logged and tried again later.
pub type Trouble = Refusal;

/// Work by the clock. `run` is one bounded transaction; while it says that there is more, it runs again at once.
#[derive(Clone, Copy)]
pub struct Job {
    /// `slice.verb_noun`, as the job page and the metrics name it.
    pub name: &'static str,
    pub every_seconds: i64,
    pub run: fn(&mut Tx<'_>, Moment) -> Result<Report, Trouble>,
}

/// Work by the clock that talks to the world (mail), so it is not one transaction: it takes its
/// input in one, acts, and keeps the outcome in another.
#[derive(Clone, Copy)]
pub struct OutsideJob {
    pub name: &'static str,
    pub every_seconds: i64,
    pub run: fn(&db::Db, Moment) -> Result<Report, Trouble>,
}

/// What a run did, for the history and the metrics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub done: u64,
    /// More of the same waits.
    pub more: bool,
    /// Counts worth keeping, as `{"closed": 3}`.
    pub counts: Value,
}

impl Report {
    pub fn of(done: u64, more: bool) -> Self {
        Self { done, more, counts: Value::Null }
    }
}

/// How long a job may hold its lease without a sign of life; a dead node's jobs move within this time.
pub const LEASE_SECONDS: i64 = 20;

pub(crate) fn trouble(error: DbError) -> Trouble {
    Trouble::from(error)
}
