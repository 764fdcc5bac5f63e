//! The tick: delivers facts when there are some, and runs each job when it is due.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use db::{Db, facts};
use kernel::{Clock, Moment, Refusal};

use crate::{Job, Listener, OutsideJob, Report, deliver, lease};

/// Asks the worker to end after what it is doing now.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn stop(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub fn stopped(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Everything that runs in the background of one node.
#[derive(Clone)]
pub struct Worker {
    pub db: Db,
    pub clock: Clock,
    /// The name of this node in leases.
    pub node: String,
    pub jobs: Vec<Job>,
    pub outside: Vec<OutsideJob>,
    pub listeners: Vec<Listener>,
}

const TICK: Duration = Duration::from_millis(250);

/// What this node remembers between rounds, so that an idle house asks the database almost nothing.
#[derive(Debug, Default)]
pub struct Memory {
    /// The newest fact when every listener had heard all.
    heard: Option<facts::Cursor>,
    /// When each job is worth asking for again.
    ask_at: HashMap<&'static str, Moment>,
}

/// A job held by another node is asked for again this often, so that it moves soon when that node dies.
const ASK_AGAIN_SECONDS: i64 = 5;

/// Works until stopped, on a plain thread of its own.
pub fn work(worker: &Worker, stop: &Stop) {
    let mut memory = Memory::default();
    while !stop.stopped() {
        let busy = worker.round(&mut memory, stop);
        if !busy {
            std::thread::sleep(TICK);
        }
    }
}

impl Worker {
    /// One round over listeners and jobs; `true` when more waits.
    pub fn round(&self, memory: &mut Memory, stop: &Stop) -> bool {
        let mut busy = self.tell(memory, stop);
        for job in &self.jobs {
            let run = job.run;
            let run = move |db: &Db, now| db.write_now(move |tx| run(tx, now));
            busy |= self.turn(memory, stop, job.name, job.every_seconds, run);
        }
        for job in &self.outside {
            busy |= self.turn(memory, stop, job.name, job.every_seconds, job.run);
        }
        busy
    }

    /// Delivers to every listener if there is a fact newer than the last one that all have heard.
    fn tell(&self, memory: &mut Memory, stop: &Stop) -> bool {
        let newest = match self.db.read_now(facts::last) {
            Ok(newest) => newest,
            Err(error) => {
                tracing::warn!(%error, "the outbox could not be read");
                return false;
            }
        };
        if memory.heard == Some(newest) {
            return false;
        }
        let (mut busy, mut all) = (false, true);
        for listener in self.listeners.clone() {
            if stop.stopped() {
                return false;
            }
            let now = self.clock.now();
            match self.db.write_now(move |tx| deliver::deliver(tx, &listener, now)) {
                Ok(delivered) => {
                    busy |= delivered.more;
                    all &= delivered.reached >= newest;
                }
                Err(error) => {
                    all = false;
                    tracing::warn!(listener = listener.name, %error, "delivery failed");
                }
            }
        }
        memory.heard = all.then_some(newest);
        busy
    }

    /// Takes the job's lease, runs it once, gives the lease back; `true` when it says that more waits.
    fn turn(
        &self,
        memory: &mut Memory,
        stop: &Stop,
        name: &'static str,
        every_seconds: i64,
        run: impl Fn(&Db, Moment) -> Result<Report, Refusal>,
    ) -> bool {
        if stop.stopped() {
            return false;
        }
        let (now, node) = (self.clock.now(), self.node.clone());
        if memory.ask_at.get(name).is_some_and(|at| *at > now) {
            return false;
        }
        memory.ask_at.insert(name, now.plus_seconds(every_seconds.min(ASK_AGAIN_SECONDS)));
        let holder = node.clone();
        match self.db.write_now(move |tx| lease::take(tx, name, &holder, now)) {
            Ok(true) => {}
            Ok(false) => return false,
            Err(error) => {
                tracing::warn!(job = name, %error, "the job's lease could not be taken");
                return false;
            }
        }
        let outcome = run(&self.db, now).map_err(|refusal| refusal.to_string());
        if let Err(error) = &outcome {
            tracing::warn!(job = name, %error, "the job failed and will run again");
        }
        let more = outcome.as_ref().is_ok_and(|report| report.more);
        let ended = self.clock.now();
        let next = if more { ended } else { ended.plus_seconds(every_seconds) };
        let kept = self.db.write_now(move |tx| lease::let_go(tx, name, &node, next, ended, &outcome));
        if let Err(error) = kept {
            tracing::warn!(job = name, %error, "the job's lease could not be given back");
        }
        if more {
            memory.ask_at.remove(name);
        }
        more
    }
}
