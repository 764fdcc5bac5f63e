use std::time::Duration;

use crossbeam_channel::Receiver;
use postgres::Client;

use crate::error::{DbError, Res};
use crate::open::{BoxJob, Told, spawn};
use crate::tx::{Prepared, Tx};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Write,
    Read,
}

/// A transaction that collides this many times is refused; the caller may try again later.
const TRIES: u32 = 12;

pub(super) fn start(url: String, kind: Kind, jobs: Receiver<BoxJob>, told: Told) -> Res<()> {
    spawn(if kind == Kind::Write { "db-write" } else { "db-read" }, move || {
        let mut worker = Worker { url, kind, link: None, told };
        while let Ok(mut job) = jobs.recv() {
            let outcome = worker.serve(&mut job);
            job.reply(outcome);
        }
    })
}

struct Worker {
    url: String,
    kind: Kind,
    link: Option<(Client, Prepared)>,
    told: Told,
}

/// How one try ended.
enum Try {
    Done,
    Again,
    /// The connection was lost before COMMIT was sent, so nothing is kept and the job may run again.
    Lost(DbError),
    /// The connection was lost during COMMIT: nobody knows. The caller's ids make a new try safe.
    Unknown(DbError),
}

impl Worker {
    fn serve(&mut self, job: &mut BoxJob) -> Res<()> {
        let mut lost = 0;
        for attempt in 0..TRIES {
            match self.attempt(job) {
                Try::Done => return Ok(()),
                Try::Again => {
                    let most = 1_000_u64 << attempt.min(6);
                    std::thread::sleep(Duration::from_micros(fastrand::u64(200..=most.max(200))));
                }
                Try::Lost(error) => {
                    self.link = None;
                    lost += 1;
                    if lost > 2 {
                        return Err(DbError::Unavailable(error.to_string()));
                    }
                }
                Try::Unknown(error) => {
                    self.link = None;
                    return Err(DbError::Unavailable(error.to_string()));
                }
            }
        }
        Err(DbError::Collision)
    }

    fn attempt(&mut self, job: &mut BoxJob) -> Try {
        let kind = self.kind;
        let (client, prepared) = match self.link() {
            Ok(link) => link,
            Err(error) => return Try::Lost(error),
        };
        let mut tx = Tx::pg(client, prepared);
        let begin = match kind {
            Kind::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE",
            Kind::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        if let Err(error) = tx.script(begin) {
            return Try::Lost(error);
        }
        let keep = job.run(&mut tx) && !tx.collided && !tx.broken;
        let pending = std::mem::take(&mut tx.pending);
        let indexed = if keep { tx.write_index(&pending) } else { Ok(()) };
        if tx.broken {
            return Try::Lost(DbError::Unavailable("the connection was lost".to_owned()));
        }
        if !keep || indexed.is_err() {
            return match tx.script("ROLLBACK") {
                Err(error) => Try::Lost(error),
                Ok(()) if tx.collided || indexed.is_err() => Try::Again,
                Ok(()) => Try::Done,
            };
        }
        let told = tx.told;
        match tx.script("COMMIT") {
            Ok(()) => {
                if told {
                    self.told.tell();
                }
                Try::Done
            }
            Err(DbError::Collision) => Try::Again,
            Err(error) => Try::Unknown(error),
        }
    }

    fn link(&mut self) -> Res<(&mut Client, &mut Prepared)> {
        if self.link.as_ref().is_some_and(|(client, _)| client.is_closed()) {
            self.link = None;
        }
        if self.link.is_none() {
            self.link = Some((super::connect(&self.url)?, Prepared::new()));
        }
        match &mut self.link {
            Some((client, prepared)) => Ok((client, prepared)),
            None => Err(DbError::Unavailable("no connection".to_owned())),
        }
    }
}
