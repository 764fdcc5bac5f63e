//! One node at a time: a job runs where its row is held, and a dead node's hold runs out.

use db::{DbError, Tx};
use kernel::Moment;
use serde_json::{Value, json};

use crate::{LEASE_SECONDS, Report, store};

/// Takes the job if it is due and nobody holds it. A guarded UPDATE, the same on both databases.
pub(crate) fn take(tx: &mut Tx<'_>, name: &str, holder: &str, now: Moment) -> Result<bool, DbError> {
    store::take(tx, name, holder, now.plus_seconds(LEASE_SECONDS), now)
}

/// Gives it back with what was done; it is due again at `next`.
pub(crate) fn let_go(
    tx: &mut Tx<'_>,
    name: &str,
    holder: &str,
    next: Moment,
    now: Moment,
    report: &Result<Report, String>,
) -> Result<(), DbError> {
    let kept: Value = match report {
        Ok(report) => json!({"done": report.done, "more": report.more, "counts": report.counts}),
        Err(error) => json!({"error": error}),
    };
    store::let_go(tx, name, holder, next, now, kept)
}

/// The last run of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub name: String,
    pub started_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub next_at: Moment,
    pub report: Option<Value>,
}

pub fn history(tx: &mut Tx<'_>) -> Result<Vec<Run>, DbError> {
    store::history(tx)
}
