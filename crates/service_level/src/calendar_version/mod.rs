//! Editions of calendars. One is never changed: an edit is the next number, and who was promised by an older
//! one is still counted by it.

pub(crate) mod api;
/// A fault of a definition, as a refusal.
mod faults;
mod find;
mod known;
pub(crate) mod page;
mod revise;
mod store;

use db::{DbError, Tx};
use jiff::Timestamp;
use kernel::{Id, Moment};

use crate::calendar::{Calendar, Definition, Draft, due, elapsed};

pub use find::{Editions, all, editions};
pub use known::by_id;
pub use revise::{Revise, revise};
pub(crate) use revise::{begins, check_line};

/// One edition, compiled and ready to count with.
#[derive(Debug)]
pub struct CalendarVersion {
    pub id: Id,
    /// The calendar that it is an edition of.
    pub calendar: Id,
    /// 1, 2, 3 … within the calendar.
    pub number: i64,
    pub name: String,
    /// TOML, as it was written.
    pub definition: String,
    /// The decision behind it.
    pub note: String,
    pub valid_from: Moment,
    pub made_at: Moment,
    open: Calendar,
}

/// An edition on its way in.
#[derive(Clone, Debug)]
pub struct NewVersion {
    pub id: Id,
    pub calendar: Id,
    pub number: i64,
    pub name: String,
    pub definition: String,
    pub note: String,
    pub valid_from: Moment,
    pub made_at: Moment,
}

/// Adds an edition whose definition is known to be good.
pub(crate) fn add(tx: &mut Tx<'_>, new: &NewVersion) -> Result<(), DbError> {
    store::insert(tx, new)
}

impl CalendarVersion {
    fn compile(row: NewVersion) -> Result<Self, DbError> {
        let definition = Definition::from_toml(&row.definition)
            .map_err(|error| DbError::Other(format!("calendar version {}: {error}", row.id)))?;
        Ok(Self::of(row, definition))
    }

    fn of(row: NewVersion, definition: Definition) -> Self {
        let NewVersion { id, calendar, number, name, definition: text, note, valid_from, made_at } = row;
        let open = Calendar::new(definition);
        Self { id, calendar, number, name, definition: text, note, valid_from, made_at, open }
    }

    pub const fn open(&self) -> &Calendar {
        &self.open
    }

    pub const fn draft(&self) -> &Draft {
        self.open.definition().draft()
    }
}

/// The two questions of a calendar, in the house's own time: none where the calendar does not answer
/// (it never opens, or the years end).
impl Calendar {
    /// The earliest moment by which so much open time has passed.
    pub fn after(&self, from: Moment, open_micros: i64) -> Option<Moment> {
        let open = jiff::SignedDuration::from_micros(open_micros);
        due(self, from.timestamp(), open).ok().map(rounded_up)
    }

    /// Open microseconds between two moments; none at all when the second comes first.
    pub fn open_between(&self, from: Moment, to: Moment) -> i64 {
        elapsed(self, from.timestamp(), to.timestamp())
            .map_or(0, |open| i64::try_from(open.as_micros()).unwrap_or(i64::MAX))
    }
}

/// Calendars count in nanoseconds, but whole microseconds in are whole microseconds out.
fn rounded_up(at: Timestamp) -> Moment {
    Moment::from_timestamp(at)
}
