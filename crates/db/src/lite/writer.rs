use crossbeam_channel::Receiver;
use rusqlite::Connection;

use super::checkpoint::Checkpoint;
use crate::error::{DbError, Res};
use crate::open::{BoxJob, Told, spawn};
use crate::search::Pending;
use crate::tx::Tx;

/// Jobs that share one fsync. Nothing waits for a batch to fill: it holds what stood in the queue.
const BATCH: usize = 256;

pub(super) fn start(
    mut conn: Connection,
    jobs: Receiver<BoxJob>,
    checkpoint: Checkpoint,
    told: Told,
) -> Res<()> {
    checkpoint.watch(&mut conn)?;
    spawn("db-write", move || {
        while let Ok(first) = jobs.recv() {
            let mut batch = vec![first];
            match commit(&conn, &mut batch, Some(&jobs)) {
                Ok(tells) => {
                    batch.iter_mut().for_each(|job| job.reply(Ok(())));
                    if tells {
                        told.tell();
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, jobs = batch.len(), "group commit failed, running each job alone");
                    alone(&conn, batch, &told);
                }
            }
            checkpoint.step(&conn);
        }
    })
}

/// One transaction: every job in its own savepoint, their search text last, one commit.
/// `Ok` says whether any of them told a fact.
fn commit(conn: &Connection, batch: &mut Vec<BoxJob>, more: Option<&Receiver<BoxJob>>) -> Res<bool> {
    Tx::lite(conn).script("BEGIN IMMEDIATE")?;
    let result = fill(conn, batch, more).and_then(|(pending, told)| {
        let mut tx = Tx::lite(conn);
        tx.write_index(&pending)?;
        tx.script("COMMIT")?;
        Ok(told)
    });
    if result.is_err() && !conn.is_autocommit() {
        Tx::lite(conn).script("ROLLBACK")?;
    }
    result
}

fn fill(
    conn: &Connection,
    batch: &mut Vec<BoxJob>,
    more: Option<&Receiver<BoxJob>>,
) -> Res<(Vec<Pending>, bool)> {
    let (mut pending, mut told, mut next) = (Vec::new(), false, 0);
    while let Some(job) = batch.get_mut(next) {
        conn.prepare_cached("SAVEPOINT j")?.execute([])?;
        let mut tx = Tx::lite(conn);
        let keep = job.run(&mut tx);
        if conn.is_autocommit() {
            // A full disk or an I/O fault ends the whole transaction under us.
            return Err(DbError::Unavailable("the transaction was ended by the disk".to_owned()));
        }
        if keep {
            told |= tx.told;
            pending.append(&mut tx.pending);
        } else {
            conn.prepare_cached("ROLLBACK TO j")?.execute([])?;
        }
        conn.prepare_cached("RELEASE j")?.execute([])?;
        next += 1;
        if next == batch.len() && next < BATCH {
            batch.extend(more.and_then(|jobs| jobs.try_recv().ok()));
        }
    }
    Ok((pending, told))
}

/// After a failed group commit every answer came from a state that is gone, so each job runs again.
fn alone(conn: &Connection, batch: Vec<BoxJob>, told: &Told) {
    for job in batch {
        let mut one = vec![job];
        let outcome = commit(conn, &mut one, None);
        if matches!(outcome, Ok(true)) {
            told.tell();
        }
        let outcome = outcome.map(|_| ());
        one.iter_mut().for_each(|job| {
            job.reply(match &outcome {
                Ok(()) => Ok(()),
                Err(error) => Err(DbError::Unavailable(error.to_string())),
            });
        });
    }
}
