//! What the desk does by the clock.

use db::Tx;
use jobs::{Job, Report};
use kernel::{Moment, Refusal};
use serde_json::json;

use crate::ticket::{close_resolved, reindex};
use crate::{attachment, presence};

pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "desk.close_resolved", every_seconds: 600, run: close_resolved },
        Job { name: "desk.tidy_up", every_seconds: 900, run: tidy_up },
        Job { name: "desk.reindex", every_seconds: 3_600, run: reindex },
    ]
}

const LIMIT: i64 = 50;

/// Removes files that nobody claimed, and traces of open pages.
fn tidy_up(tx: &mut Tx<'_>, now: Moment) -> Result<Report, Refusal> {
    let files = attachment::forget_unclaimed(tx, now, LIMIT)?;
    let traces = presence::forget(tx, now)?;
    let counts = json!({"files": files, "traces": traces});
    Ok(Report { done: files + traces, more: files as i64 == LIMIT, counts })
}
