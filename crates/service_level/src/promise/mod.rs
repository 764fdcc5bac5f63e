//! Editions of promises. One is never changed: an edit is the next number, and a subject keeps the edition that
//! it was promised by.

pub(crate) mod api;
/// What differs between two editions. Pure.
mod changes;
mod find;
mod known;
pub(crate) mod page;
mod revise;
mod store;
/// Goals and pause rules. Pure.
mod terms;

use std::sync::Arc;

use db::{DbError, Tx};
use kernel::{Id, Moment};
use serde::Serialize;

use crate::calendar_version::CalendarVersion;

pub use changes::{Change, changes};
pub use find::{Draft, Editions, all, draft};
pub use known::by_id;
pub(crate) use revise::FIELDS;
pub use revise::{Revise, preview, revise};
pub use terms::{Goal, PRIORITIES, Reason, Terms};

/// One edition, with the edition of the calendar that it counts by.
#[derive(Debug)]
pub struct PromiseVersion {
    pub id: Id,
    /// The promise that it is an edition of.
    pub promise: Id,
    /// 1, 2, 3 … within the promise.
    pub number: i64,
    pub name: String,
    pub calendar: Arc<CalendarVersion>,
    pub terms: Terms,
    /// The decision behind it.
    pub note: String,
    pub valid_from: Moment,
    pub made_at: Moment,
}

/// An edition as a page or an answer names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PromiseName {
    pub version: Id,
    pub name: String,
    pub number: i64,
}

/// An edition on its way in.
#[derive(Clone, Debug)]
pub struct NewVersion {
    pub id: Id,
    pub promise: Id,
    pub number: i64,
    pub name: String,
    pub calendar_version: Id,
    pub terms: Terms,
    pub note: String,
    pub valid_from: Moment,
    pub made_at: Moment,
}

impl PromiseVersion {
    pub fn named(&self) -> PromiseName {
        PromiseName { version: self.id, name: self.name.clone(), number: self.number }
    }

    /// Whether the resolution clock stands still while this is waited for.
    pub fn pauses(&self, reason: Reason) -> bool {
        self.terms.pauses.contains(&reason)
    }

    /// The goal of a priority; a priority that the promise does not name is promised nothing.
    pub fn goal(&self, priority: u8) -> Goal {
        self.terms.goal(priority)
    }
}

/// The edition that holds for what begins now. One small read; the edition itself is remembered.
pub fn current(tx: &mut Tx<'_>, now: Moment) -> Result<Option<Arc<PromiseVersion>>, DbError> {
    store::current(tx, now)?.map(|id| by_id(tx, id)).transpose()
}

/// The editions of calendars that an edition of a promise counts by.
pub(crate) fn calendar_versions(tx: &mut Tx<'_>) -> Result<Vec<Id>, DbError> {
    store::calendar_versions(tx)
}

/// Adds an edition whose terms are known to be good.
pub(crate) fn add(tx: &mut Tx<'_>, new: &NewVersion) -> Result<(), DbError> {
    store::insert(tx, new)
}
