//! Which rows are whose, found in a first reading: sixteen bytes a ticket, not its rows (pure).

use std::collections::HashMap;

use csv::StringRecord;

use super::mapping::Shape;
use super::row::{Bad, Row, Why};
use super::settle::fingerprint;

#[derive(Clone, Copy, Debug)]
struct Noted {
    /// The first row's line.
    first: u64,
    /// The last row, counted from 1: the ticket is whole when it has been read.
    last: u64,
    /// What the first row says, to tell a repeated row from another with the same reference.
    says: u128,
    bad: bool,
}

#[derive(Debug)]
pub(super) struct Ledger {
    shape: Shape,
    tickets: HashMap<u128, Noted>,
    pub repeated: u64,
}

/// What the second reading does with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Its ticket is left out, or the row says nothing new.
    Skip,
    Keep,
    /// It is its ticket's last.
    Last,
}

pub(super) fn ticket_key(reference: &str) -> u128 {
    fingerprint(&[reference.as_bytes()])
}

impl Ledger {
    pub fn new(shape: Shape) -> Self {
        Self { shape, tickets: HashMap::new(), repeated: 0 }
    }

    /// Notes a good row. Where a row is a ticket, a second with its reference must say the same.
    pub fn note(&mut self, row: &Row, record: &StringRecord, number: u64) -> Result<(), Bad> {
        let says = match self.shape {
            Shape::Rows => fingerprint(&record.iter().map(str::as_bytes).collect::<Vec<_>>()),
            Shape::Events => 0,
        };
        let ticket = self.ticket(&row.reference, row.line, says);
        let known = ticket.last > 0;
        ticket.last = ticket.last.max(number);
        let first = ticket.first;
        let same = ticket.says == says;
        if self.shape == Shape::Rows && known {
            if same {
                self.repeated += 1;
            } else {
                let reference = Some(row.reference.clone());
                return Err(Bad { line: row.line, reference, why: Why::Twice { first } });
            }
        }
        Ok(())
    }

    /// Notes a bad row. In an event log its ticket is left out whole: a history with a hole is none, and a ticket that
    /// stands here once is not read again. `Twice` speaks of the second row alone.
    pub fn note_bad(&mut self, bad: &Bad) {
        if self.shape == Shape::Events
            && let Some(reference) = &bad.reference
        {
            self.ticket(reference, bad.line, 0).bad = true;
        }
    }

    pub fn left_out(&self) -> u64 {
        self.tickets.values().filter(|ticket| ticket.bad).count() as u64
    }

    pub fn turn(&self, row: &Row, number: u64) -> Turn {
        match (self.tickets.get(&ticket_key(&row.reference)), self.shape) {
            (None | Some(Noted { bad: true, .. }), _) => Turn::Skip,
            (Some(ticket), Shape::Rows) if ticket.first == row.line => Turn::Last,
            (Some(_), Shape::Rows) => Turn::Skip,
            (Some(ticket), Shape::Events) if ticket.last == number => Turn::Last,
            (Some(_), Shape::Events) => Turn::Keep,
        }
    }

    fn ticket(&mut self, reference: &str, line: u64, says: u128) -> &mut Noted {
        let new = Noted { first: line, last: 0, says, bad: false };
        self.tickets.entry(ticket_key(reference)).or_insert(new)
    }
}
