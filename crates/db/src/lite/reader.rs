use crossbeam_channel::Receiver;
use rusqlite::Connection;

use crate::error::{DbError, Res};
use crate::open::{BoxJob, spawn};
use crate::tx::Tx;

/// Each job sees one snapshot from its first statement to its last.
pub(super) fn start(conn: Connection, jobs: Receiver<BoxJob>) -> Res<()> {
    spawn("db-read", move || {
        while let Ok(mut job) = jobs.recv() {
            let mut tx = Tx::lite(&conn);
            let outcome = match tx.script("BEGIN") {
                Ok(()) => {
                    job.run(&mut tx);
                    tx.script("ROLLBACK")
                }
                Err(error) => Err(error),
            };
            job.reply(outcome.map_err(|error| DbError::Unavailable(error.to_string())));
        }
    })
}
