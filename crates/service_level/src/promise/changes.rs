//! What differs between two editions of a promise: pure comparison.

use kernel::Id;

use super::{PRIORITIES, Reason, Terms};

/// One thing that a new edition says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Name {
        before: String,
        after: String,
    },
    Calendar {
        before: Id,
        after: Id,
    },
    /// Minutes of open time; none is no promise.
    Response {
        priority: u8,
        before: Option<u32>,
        after: Option<u32>,
    },
    Resolution {
        priority: u8,
        before: Option<u32>,
        after: Option<u32>,
    },
    /// Whether the clock stands still while this is waited for, from now on.
    Pauses {
        reason: Reason,
        after: bool,
    },
}

/// Name, edition of the calendar, and terms.
pub type Said<'a> = (&'a str, Id, &'a Terms);

pub fn changes(before: Said<'_>, after: Said<'_>) -> Vec<Change> {
    let mut all = Vec::new();
    if before.0 != after.0 {
        all.push(Change::Name { before: before.0.to_owned(), after: after.0.to_owned() });
    }
    if before.1 != after.1 {
        all.push(Change::Calendar { before: before.1, after: after.1 });
    }
    for priority in 1..=PRIORITIES {
        let (old, new) = (before.2.goal(priority), after.2.goal(priority));
        if old.response != new.response {
            all.push(Change::Response { priority, before: old.response, after: new.response });
        }
        if old.resolution != new.resolution {
            all.push(Change::Resolution { priority, before: old.resolution, after: new.resolution });
        }
    }
    for reason in Reason::ALL {
        let after = after.2.pauses.contains(&reason);
        if before.2.pauses.contains(&reason) != after {
            all.push(Change::Pauses { reason, after });
        }
    }
    all
}
