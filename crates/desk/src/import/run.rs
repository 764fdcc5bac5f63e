use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use db::Db;
use kernel::{Actor, Moment, Refusal};

use super::bind::{Bound, bind};
use super::file::{Cells, FileError, Table};
use super::ledger::{Ledger, Turn, ticket_key};
use super::mapping::{Mapping, MappingError};
use super::register::Register;
use super::report::Report;
use super::row::{Reader, Row, is_blank};
use super::settle::settle;
use super::story::{Story, tell};
use crate::history;

/// How an import is to go.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Say what would come, and write nothing.
    pub dry_run: bool,
    /// Load what is good even when some rows are bad.
    pub partial: bool,
}

/// How far it has come, for somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub phase: Phase,
    /// Of the file.
    pub read: u64,
    pub bytes: u64,
    /// Rows when they are checked, tickets when they are loaded.
    pub count: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Check,
    Load,
}

/// Why an import came to nothing, or to an end before its end.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    #[error(transparent)]
    Mapping(#[from] MappingError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// So many tickets or so many events are one transaction.
const TICKETS: usize = 200;
const EVENTS: usize = 4_000;
/// Rows between two words of progress.
const PACE: u64 = 2_000;

/// Reads the file twice: first every row is checked and it is noted which ticket ends where; then each ticket is told
/// from its rows and kept, some hundred in a transaction. What stands here from the same source is left alone, so that
/// an import that was cut off goes on when it is run again.
pub fn run(
    db: &Db,
    actor: &Actor,
    now: Moment,
    (path, mapping, options): (&Path, &Mapping, Options),
    tell_progress: &mut dyn FnMut(Progress),
) -> Result<Report, Stopped> {
    let table = Table::open(path, mapping)?;
    let bound = bind(mapping, &table.header)?;
    let register = {
        let (actor, mapping) = (actor.clone(), mapping.clone());
        db.read_now(move |tx| Register::read(tx, &actor, now, &mapping))??
    };
    let mut import = Import {
        db,
        actor,
        now,
        mapping,
        register: Arc::new(register),
        report: Report::of(mapping, table.encoding.name(), table.delimiter, options.dry_run),
        bytes: table.bytes,
        read: Arc::default(),
        write: false,
        tell_progress,
    };
    let ledger = import.check(&table, &bound)?;
    import.write = !options.dry_run && (options.partial || !import.report.is_refused());
    import.load(&table, &bound, &ledger)?;
    let mut report = import.report;
    report.close();
    Ok(report)
}

struct Import<'a> {
    db: &'a Db,
    actor: &'a Actor,
    now: Moment,
    mapping: &'a Mapping,
    register: Arc<Register>,
    report: Report,
    bytes: u64,
    read: Arc<AtomicU64>,
    write: bool,
    tell_progress: &'a mut dyn FnMut(Progress),
}

impl Import<'_> {
    fn check(&mut self, table: &Table, bound: &Bound) -> Result<Ledger, Stopped> {
        let reader = Reader { mapping: self.mapping, bound, encoding: table.encoding.name(), now: self.now };
        let mut ledger = Ledger::new(self.mapping.shape);
        let mut rows = table.rows(&self.read)?;
        let mut number = 0;
        while let Some(cells) = rows.next()? {
            if is_blank(&cells) {
                continue;
            }
            number += 1;
            let noted = reader.read(&cells).and_then(|row| ledger.note(&row, &cells.record, number));
            if let Err(bad) = noted {
                ledger.note_bad(&bad);
                self.report.refuse(&bad);
            }
            if number.is_multiple_of(PACE) {
                self.say(Phase::Check, number);
            }
        }
        self.say(Phase::Check, number);
        self.report.rows = number;
        self.report.repeated_rows = ledger.repeated;
        self.report.left_out = ledger.left_out();
        Ok(ledger)
    }

    fn load(&mut self, table: &Table, bound: &Bound, ledger: &Ledger) -> Result<(), Stopped> {
        let reader = Reader { mapping: self.mapping, bound, encoding: table.encoding.name(), now: self.now };
        let mut rows = table.rows(&self.read)?;
        let mut open: HashMap<u128, Vec<Row>> = HashMap::new();
        let mut batch = Batch::default();
        let mut number = 0;
        while let Some(cells) = rows.next()? {
            if is_blank(&cells) {
                continue;
            }
            number += 1;
            if let Some(whole) = next_whole(&reader, ledger, &mut open, &cells, number)
                && let Some(story) = tell(self.mapping, &self.register.rules, whole)
            {
                self.report.count(self.mapping, &self.register, &story);
                batch.add(story);
            }
            if batch.is_full() {
                self.keep(&mut batch)?;
            }
        }
        self.keep(&mut batch)
    }

    fn keep(&mut self, batch: &mut Batch) -> Result<(), Stopped> {
        let stories = Arc::new(std::mem::take(batch).stories);
        if stories.is_empty() {
            return Ok(());
        }
        let source = self.mapping.source.clone();
        let count = stories.len() as u64;
        let new = if self.write {
            let (actor, now, register) = (self.actor.clone(), self.now, self.register.clone());
            let kept = self.db.write_now(move |tx| {
                if let Some(foundation) = &register.foundation {
                    foundation.lay(tx, &actor, now)?;
                }
                let pasts = settle(tx, &source, &register, &stories)?;
                history::insert_many(tx, &actor, now, &pasts)
            })?;
            kept.iter().filter(|kept| kept.new).count() as u64
        } else {
            let references: Vec<String> = stories.iter().map(|story| story.reference.clone()).collect();
            let known = self.db.read_now(move |tx| history::known(tx, &source, &references));
            count - known.map_err(Refusal::from)?.len() as u64
        };
        self.report.new += new;
        self.report.known += count - new;
        self.report.loaded += if self.write { new } else { 0 };
        let done = self.report.tickets;
        self.say(Phase::Load, done);
        Ok(())
    }

    fn say(&mut self, phase: Phase, count: u64) {
        let read = self.read.load(Ordering::Relaxed).min(self.bytes);
        (self.tell_progress)(Progress { phase, read, bytes: self.bytes, count });
    }
}

/// Puts the row with its ticket's others; answers them all with the last.
fn next_whole(
    reader: &Reader<'_>,
    ledger: &Ledger,
    open: &mut HashMap<u128, Vec<Row>>,
    cells: &Cells,
    number: u64,
) -> Option<Vec<Row>> {
    let row = reader.read(cells).ok()?;
    let ticket = ticket_key(&row.reference);
    match ledger.turn(&row, number) {
        Turn::Skip => None,
        Turn::Keep => {
            open.entry(ticket).or_default().push(row);
            None
        }
        Turn::Last => {
            let mut whole = open.remove(&ticket).unwrap_or_default();
            whole.push(row);
            Some(whole)
        }
    }
}

#[derive(Default)]
struct Batch {
    stories: Vec<Story>,
    events: usize,
}

impl Batch {
    fn add(&mut self, story: Story) {
        self.events += story.beats.len();
        self.stories.push(story);
    }

    fn is_full(&self) -> bool {
        self.stories.len() >= TICKETS || self.events >= EVENTS
    }
}
