//! One node at a time: a job runs where its row is held, and a dead node's hold runs out.

use db::{DbError, Tx, p, sql};
use kernel::Moment;
use serde_json::{Value, json};

use crate::{LEASE_SECONDS, Report};

sql! {
    ADD = "INSERT INTO job(name,next_at) VALUES($1,$2) ON CONFLICT(name) DO NOTHING";
    TAKE = "UPDATE job SET holder=$2,held_until=$3,started_at=$4 WHERE name=$1 AND next_at<=$4 \
            AND (holder IS NULL OR held_until<$4)";
    LET_GO = "UPDATE job SET holder=NULL,held_until=NULL,next_at=$3,ended_at=$4,report=$5 \
              WHERE name=$1 AND holder=$2";
    HISTORY = "SELECT name,started_at,ended_at,next_at,report FROM job ORDER BY name";
}

/// Takes the job if it is due and nobody holds it. A guarded UPDATE, the same on both databases.
pub(crate) fn take(tx: &mut Tx<'_>, name: &str, holder: &str, now: Moment) -> Result<bool, DbError> {
    tx.exec(&ADD, p![name, now])?;
    Ok(tx.exec(&TAKE, p![name, holder, now.plus_seconds(LEASE_SECONDS), now])? == 1)
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
    tx.exec(&LET_GO, p![name, holder, next, now, kept])?;
    Ok(())
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
    tx.query(&HISTORY, p![], |row| {
        Ok(Run {
            name: row.get(0)?,
            started_at: row.get(1)?,
            ended_at: row.get(2)?,
            next_at: row.get(3)?,
            report: row.get::<Option<db::Json>>(4)?.map(|json| json.0),
        })
    })
}
