use std::collections::HashMap;

use db::{DbError, Q, Row, Tx, V, p, sql};
use kernel::{Id, Moment};

use super::{History, Interval, Record, State};

sql! {
    INSERT = "INSERT INTO promised(subject,version,started_at,priority,responded_at) VALUES($1,$2,$3,$4,$5)";
    INSERT_INTERVAL = "INSERT INTO state_interval(subject,nth,state,from_at,to_at) VALUES($1,$2,$3,$4,$5)";
    END_INTERVAL = "UPDATE state_interval SET to_at=$2 WHERE subject=$1 AND to_at IS NULL";
    SUBJECT = "SELECT version,started_at,priority,responded_at FROM promised WHERE subject=$1";
    INTERVALS = "SELECT state,from_at,to_at FROM state_interval WHERE subject=$1 ORDER BY nth";
    SET_RESPONDED = "UPDATE promised SET responded_at=$2 WHERE subject=$1 AND responded_at IS NULL";
    SET_PRIORITY = "UPDATE promised SET priority=$2 WHERE subject=$1";
    PRIORITY_CHANGES = "SELECT COUNT(*) FROM priority_change WHERE subject=$1";
    INSERT_PRIORITY_CHANGE = "INSERT INTO priority_change(subject,nth,at,before,after) VALUES($1,$2,$3,$4,$5)";
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    subject: Id,
    version: Option<Id>,
    record: &Record,
) -> Result<(), DbError> {
    tx.exec(&INSERT, p![subject, version, record.started_at, record.priority, record.responded_at])?;
    Ok(())
}

pub(super) fn insert_interval(
    tx: &mut Tx<'_>,
    subject: Id,
    nth: usize,
    one: Interval,
) -> Result<(), DbError> {
    tx.exec(&INSERT_INTERVAL, &interval_values(subject, nth, one))?;
    Ok(())
}

fn interval_values(subject: Id, nth: usize, one: Interval) -> Vec<V> {
    let nth = i64::try_from(nth).unwrap_or(i64::MAX);
    p![subject, nth, code(one.state), one.from, one.to].to_vec()
}

pub(super) fn end_interval(tx: &mut Tx<'_>, subject: Id, at: Moment) -> Result<(), DbError> {
    tx.exec(&END_INTERVAL, p![subject, at])?;
    Ok(())
}

/// The promised edition and the record; [`DbError::NoRow`] when the subject's time is not kept.
pub(super) fn record(tx: &mut Tx<'_>, subject: Id) -> Result<(Option<Id>, Record), DbError> {
    let (version, mut record) = tx.one(&SUBJECT, p![subject], read)?;
    record.intervals = tx.query(&INTERVALS, p![subject], read_interval)?;
    Ok((version, record))
}

/// The same of many subjects, in two reads.
pub(super) fn records(
    tx: &mut Tx<'_>,
    subjects: &[Id],
) -> Result<HashMap<Id, (Option<Id>, Record)>, DbError> {
    if subjects.is_empty() {
        return Ok(HashMap::new());
    }
    let mut q =
        Q::new("SELECT version,started_at,priority,responded_at,subject FROM promised WHERE subject IN ");
    q.list(subjects.iter().copied());
    let found = tx.query_q(&q, |row| Ok((row.get(4)?, read(row)?)))?;
    let mut records: HashMap<Id, (Option<Id>, Record)> = found.into_iter().collect();
    let mut q = Q::new("SELECT state,from_at,to_at,subject FROM state_interval WHERE subject IN ");
    q.list(subjects.iter().copied()).sql(" ORDER BY subject,nth");
    let intervals: Vec<(Id, Interval)> = tx.query_q(&q, |row| Ok((row.get(3)?, read_interval(row)?)))?;
    for (subject, interval) in intervals {
        if let Some((_, record)) = records.get_mut(&subject) {
            record.intervals.push(interval);
        }
    }
    Ok(records)
}

fn read(row: &Row<'_>) -> Result<(Option<Id>, Record), DbError> {
    let priority: i64 = row.get(2)?;
    let record = Record {
        started_at: row.get(1)?,
        priority: u8::try_from(priority).map_err(|_| DbError::Column(2, "priority"))?,
        responded_at: row.get(3)?,
        intervals: Vec::new(),
    };
    Ok((row.get(0)?, record))
}

fn read_interval(row: &Row<'_>) -> Result<Interval, DbError> {
    Ok(Interval { state: state(row.get(0)?)?, from: row.get(1)?, to: row.get(2)? })
}

pub(super) fn set_responded(tx: &mut Tx<'_>, subject: Id, at: Moment) -> Result<(), DbError> {
    tx.exec(&SET_RESPONDED, p![subject, at])?;
    Ok(())
}

pub(super) fn set_priority(
    tx: &mut Tx<'_>,
    subject: Id,
    at: Moment,
    before: u8,
    after: u8,
) -> Result<(), DbError> {
    tx.exec(&SET_PRIORITY, p![subject, after])?;
    let nth: i64 = tx.one(&PRIORITY_CHANGES, p![subject], |row| row.get(0))?;
    tx.exec(&INSERT_PRIORITY_CHANGE, p![subject, nth, at, before, after])?;
    Ok(())
}

pub(super) fn insert_many(tx: &mut Tx<'_>, all: &[History]) -> Result<(), DbError> {
    tx.batch(
        all,
        "INSERT INTO promised(subject,version,started_at,priority,responded_at) VALUES",
        "",
        |one| {
            p![one.subject, one.promise, one.record.started_at, one.record.priority, one.record.responded_at]
                .to_vec()
        },
    )?;
    let intervals: Vec<(Id, usize, Interval)> = all
        .iter()
        .flat_map(|one| one.record.intervals.iter().enumerate().map(|(nth, at)| (one.subject, nth, *at)))
        .collect();
    tx.batch(
        &intervals,
        "INSERT INTO state_interval(subject,nth,state,from_at,to_at) VALUES",
        "",
        |(subject, nth, one)| interval_values(*subject, *nth, *one),
    )?;
    Ok(())
}

const fn code(state: State) -> i64 {
    match state {
        State::Running => 0,
        State::Paused => 1,
        State::Stopped => 2,
    }
}

fn state(code: i64) -> Result<State, DbError> {
    match code {
        0 => Ok(State::Running),
        1 => Ok(State::Paused),
        2 => Ok(State::Stopped),
        _ => Err(DbError::Column(0, "state")),
    }
}
