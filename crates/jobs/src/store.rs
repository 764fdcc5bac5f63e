//! All SQL about listeners' cursors and jobs' leases.

use db::facts::Cursor;
use db::{DbError, Json, Tx, p, sql};
use kernel::Moment;
use serde_json::Value;

use crate::Run;

sql! {
    CURSOR = "SELECT turn,place,failures,retry_at FROM listener WHERE name=$1";
    START = "INSERT INTO listener(name,turn,place) VALUES($1,$2,$3) ON CONFLICT(name) DO NOTHING";
    STEP = "UPDATE listener SET turn=$2,place=$3,failures=0,retry_at=NULL,error=NULL WHERE name=$1";
    FAIL = "UPDATE listener SET failures=failures+1,retry_at=$2,error=$3 WHERE name=$1";
    ADD = "INSERT INTO job(name,next_at) VALUES($1,$2) ON CONFLICT(name) DO NOTHING";
    TAKE = "UPDATE job SET holder=$2,held_until=$3,started_at=$4 WHERE name=$1 AND next_at<=$4 \
            AND (holder IS NULL OR held_until<$4)";
    LET_GO = "UPDATE job SET holder=NULL,held_until=NULL,next_at=$3,ended_at=$4,report=$5 \
              WHERE name=$1 AND holder=$2";
    HISTORY = "SELECT name,started_at,ended_at,next_at,report FROM job ORDER BY name";
}

/// How far a listener has come, how often it failed since, and when it may try again.
pub(crate) type Place = (Cursor, i64, Option<Moment>);

pub(crate) fn place(tx: &mut Tx<'_>, listener: &str) -> Result<Option<Place>, DbError> {
    tx.maybe(&CURSOR, p![listener], |row| {
        Ok((Cursor { turn: row.get(0)?, place: row.get(1)? }, row.get(2)?, row.get(3)?))
    })
}

pub(crate) fn start(tx: &mut Tx<'_>, listener: &str) -> Result<(), DbError> {
    tx.exec(&START, p![listener, 0_i64, 0_i64])?;
    Ok(())
}

pub(crate) fn step(tx: &mut Tx<'_>, listener: &str, to: Cursor) -> Result<(), DbError> {
    tx.exec(&STEP, p![listener, to.turn, to.place])?;
    Ok(())
}

pub(crate) fn fail(tx: &mut Tx<'_>, listener: &str, retry_at: Moment, error: &str) -> Result<(), DbError> {
    tx.exec(&FAIL, p![listener, retry_at, error])?;
    Ok(())
}

/// Whether the job was due and free, and is now this holder's.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    job: &str,
    holder: &str,
    until: Moment,
    now: Moment,
) -> Result<bool, DbError> {
    tx.exec(&ADD, p![job, now])?;
    Ok(tx.exec(&TAKE, p![job, holder, until, now])? == 1)
}

pub(crate) fn let_go(
    tx: &mut Tx<'_>,
    job: &str,
    holder: &str,
    next: Moment,
    now: Moment,
    report: Value,
) -> Result<(), DbError> {
    tx.exec(&LET_GO, p![job, holder, next, now, report])?;
    Ok(())
}

pub(crate) fn history(tx: &mut Tx<'_>) -> Result<Vec<Run>, DbError> {
    tx.query(&HISTORY, p![], |row| {
        Ok(Run {
            name: row.get(0)?,
            started_at: row.get(1)?,
            ended_at: row.get(2)?,
            next_at: row.get(3)?,
            report: row.get::<Option<Json>>(4)?.map(|json| json.0),
        })
    })
}
