use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use tokio::sync::{oneshot, watch};

use crate::dialect::Engine;
use crate::error::{DbError, Res};
use crate::tx::Tx;
use crate::{lite, pg};

/// Which database: `sqlite:PATH` or `postgres://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Sqlite(PathBuf),
    Postgres(String),
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a database is named sqlite:PATH or postgres://USER@HOST/NAME, not {0:?}")]
pub struct TargetError(String);

impl Target {
    pub fn parse(text: &str) -> Result<Self, TargetError> {
        if let Some(path) = text.strip_prefix("sqlite:").filter(|path| !path.is_empty()) {
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        // The text may hold a password, so only its beginning is repeated.
        Err(TargetError(text.chars().take_while(|c| *c != ':').take(20).collect()))
    }

    /// What a command does last: copies its own writes from SQLite's log into the file, as far as readers allow.
    pub fn settle(&self) -> Res<()> {
        match self {
            Self::Sqlite(path) => lite::settle(path),
            Self::Postgres(_) => Ok(()),
        }
    }

    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads that read; reports have one more of their own.
    pub readers: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { readers: 4 }
    }
}

/// A database that runs closures. Cheap to clone; the threads end when the last clone is gone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    lanes: Lanes,
    changed: watch::Receiver<u64>,
}

impl Db {
    /// Opens the database with its threads. The schema is brought forward by [`crate::migrate`].
    pub fn open(target: &Target, settings: Settings) -> Res<Self> {
        let (told, changed) = Told::new();
        let lanes = match target {
            Target::Sqlite(path) => lite::open(path, settings.readers, &told)?,
            Target::Postgres(url) => pg::open(url, settings.readers, &told)?,
        };
        Ok(Self { engine: target.engine(), lanes, changed })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Ticks after each commit of this process that told a fact.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changed.clone()
    }

    /// Runs an operation. An `Err` rolls back; an `Ok` is answered after the commit is durable.
    /// The closure may run more than once.
    pub async fn write<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        answer(self.lanes.write.send(work).map_err(E::from)?.await)
    }

    /// Runs a read on one snapshot.
    pub async fn read<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        answer(self.lanes.read.send(work).map_err(E::from)?.await)
    }

    /// A long read (an export, a report) in a lane of its own, so that it cannot starve the desk.
    pub async fn report<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        answer(self.lanes.report.send(work).map_err(E::from)?.await)
    }

    /// [`Db::write`] for a command, which has nothing else to do meanwhile. Never called on an async thread.
    pub fn write_now<T, E>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        answer(self.lanes.write.send(work).map_err(E::from)?.blocking_recv())
    }

    /// [`Db::read`] for a command.
    pub fn read_now<T, E>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        answer(self.lanes.read.send(work).map_err(E::from)?.blocking_recv())
    }
}

fn answer<T, E: From<DbError>>(got: Result<Result<T, E>, oneshot::error::RecvError>) -> Result<T, E> {
    got.unwrap_or_else(|_| Err(E::from(DbError::Unavailable("the database is closing".to_owned()))))
}

/// Work for a connection's thread.
pub(crate) trait Job: Send {
    /// Runs the closure; `true` when its changes are to be kept.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Answers the caller, once, after the commit or its failure.
    fn reply(&mut self, outcome: Res<()>);
}

pub(crate) type BoxJob = Box<dyn Job>;

struct Closure<F, T, E> {
    work: F,
    result: Option<Result<T, E>>,
    to: Option<oneshot::Sender<Result<T, E>>>,
}

impl<F, T, E> Job for Closure<F, T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<DbError> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)));
        let result = result.unwrap_or_else(|_| Err(E::from(DbError::Panicked)));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn reply(&mut self, outcome: Res<()>) {
        let Some(to) = self.to.take() else { return };
        let result = match (outcome, self.result.take()) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(E::from(DbError::Panicked)),
            (Err(error), _) => Err(E::from(error)),
        };
        // A caller that went away (a closed browser) does not mind.
        let _ = to.send(result);
    }
}

/// The queues to the threads, and their far ends for the threads to take from.
#[derive(Clone)]
pub(crate) struct Lanes {
    write: Lane,
    read: Lane,
    report: Lane,
    pub write_jobs: Receiver<BoxJob>,
    pub read_jobs: Receiver<BoxJob>,
    pub report_jobs: Receiver<BoxJob>,
}

impl Lanes {
    pub(crate) fn new() -> Self {
        let ((write, write_jobs), (read, read_jobs), (report, report_jobs)) =
            (bounded(2_048), bounded(2_048), bounded(64));
        Self {
            write: Lane(write),
            read: Lane(read),
            report: Lane(report),
            write_jobs,
            read_jobs,
            report_jobs,
        }
    }
}

#[derive(Clone)]
struct Lane(Sender<BoxJob>);

impl Lane {
    fn send<F, T, E>(&self, work: F) -> Res<oneshot::Receiver<Result<T, E>>>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (to, answer) = oneshot::channel();
        match self.0.try_send(Box::new(Closure { work, result: None, to: Some(to) })) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(DbError::Busy),
            Err(TrySendError::Disconnected(_)) => {
                Err(DbError::Unavailable("the database is closing".to_owned()))
            }
        }
    }
}

/// Tells this process that facts were committed.
#[derive(Clone)]
pub(crate) struct Told(watch::Sender<u64>);

impl Told {
    fn new() -> (Self, watch::Receiver<u64>) {
        let (send, receive) = watch::channel(0);
        (Self(send), receive)
    }

    pub(crate) fn tell(&self) {
        self.0.send_modify(|n| *n = n.wrapping_add(1));
    }
}

pub(crate) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Res<()> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(|_| ())
        .map_err(|error| DbError::Unavailable(format!("no thread: {error}")))
}
