//! Tickets of the past: what an import and the demo bring, as it went, with its own times.
//!
//! A [`Past`] is how a ticket began and, in order, each [`Step`] since. What it has become, its history, its clocks
//! and the words that find it follow from those. Nothing is told to anybody: no fact, no mail, no escalation.
//!
//! - [`insert_many`] keeps many at once; a ticket from the same origin is kept once; [`known`] says which those are,
//!   [`origin_of`] where one came from
//! - `grow` says what became of one (pure)

mod grow;
mod insert_many;
mod store;

use kernel::{Id, Moment};

pub use insert_many::{Kept, insert_many};
pub use store::{known, origin_of};

use crate::link::LinkKind;
use crate::message::Author;
use crate::ticket::{Kind, Level, Outcome, Priority, Requester, Source, Stage};

#[derive(Clone, Debug)]
pub struct Past {
    pub id: Id,
    /// The number that it had; if that is taken here, it gets the next one. None: the next one.
    pub number: Option<i64>,
    pub origin: Option<Origin>,
    pub kind: Kind,
    pub title: String,
    pub description: String,
    pub impact: Level,
    pub urgency: Level,
    pub priority: Priority,
    pub requester: Requester,
    pub unit: Option<Id>,
    pub committee: Id,
    pub service: Option<Id>,
    pub device: Option<Id>,
    pub group: Id,
    pub source: Source,
    /// The edition that it was promised by; none pins *no promise*.
    pub promise: Option<Id>,
    pub created_at: Moment,
    /// By time, the earliest first.
    pub steps: Vec<Step>,
    pub followers: Vec<Id>,
    /// To tickets that stand already, or come earlier in the same batch.
    pub links: Vec<(LinkKind, Id)>,
}

/// Where it stood before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The other desk, as the mapping names it.
    pub source: String,
    /// What that desk calls the ticket.
    pub reference: String,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub at: Moment,
    pub person: Option<Id>,
    /// Names who did it when no person of ours did.
    pub label: Option<String>,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Said {
        id: Id,
        text: String,
        author: Author,
        internal: bool,
    },
    /// Any stage may follow any: other desks have other rules.
    Stage(Stage),
    Group(Id),
    /// The team that had it first, which no group here is: the history says its name. Not a hand-over.
    FirstTeam(String),
    /// Handed over to a team that no group here is: the ticket goes to `group`, the history keeps the name.
    Team {
        group: Id,
        name: String,
    },
    Assignee(Option<Id>),
    /// Somebody worked with it whom the register does not know.
    Worker(String),
    Priority {
        impact: Level,
        urgency: Level,
        priority: Priority,
    },
    /// How it ended, beside the step to closed.
    Outcome(Outcome),
}
