//! A ticket: something that does not work, or something that somebody needs.
//!
//! - [`Ticket`] as it is kept; [`Stage`] and its moves, [`Priority`] from impact × urgency
//! - read: [`list`] a [`Question`], [`count`] the views, the [`queue`] with both, [`show`] one with its [`Timeline`],
//!   its [`neighbours`] in a list, [`why`] it is due then, [`similar`] ones, the [`crew`] that it may be given to
//! - begin: [`create`], or [`register`] with what came of it, from what is [`suggest`]ed; [`title_of`] a text that has no title
//! - change: [`edit`], [`assign`], [`take`], [`hold`], [`resume`], [`set_stage`], [`resolve`], [`reopen`], [`close`],
//!   [`follow_up`] a call, [`undo`]; the same to [`many`]
//! - by the clock: [`close_resolved`]
//! - pages: `page`; what other registers' pages show of tickets: `section_page`
//! - `scope` says who may read what; `change` is the step that every change ends with

mod acts;
pub mod api;
pub(crate) mod page;
pub(crate) mod section_page;

mod assign;
mod change;
mod close;
mod close_resolved;
mod count;
mod create;
mod crew;
mod detail;
mod edit;
mod event;
mod export;
mod find;
mod follow_up;
mod guess;
mod hold;
mod index;
mod line;
mod list;
mod many;
mod neighbours;
pub mod number;
mod place;
pub mod priority;
mod question;
mod queue;
mod register;
mod renamed;
mod reopen;
mod resolve;
mod resume;
mod scope;
mod search;
mod set_stage;
mod show;
mod similar;
mod stage;
mod store;
mod suggest;
mod take;
mod timeline;
mod title;
mod undo;
mod why;

use kernel::{Id, Moment};
use serde::{Deserialize, Serialize};
pub use service_level::Due;

pub use acts::Deed;
pub use assign::{Assign, assign};
pub(crate) use change::{Change, begin, begin_as_party, id_json, read_one, stage_json, stale, state_at};
pub use close::{Close, close};
pub(crate) use close_resolved::CLOSER;
pub use close_resolved::close_resolved;
pub use count::{Counts, count};
pub use create::{Asker, Create, create};
pub use crew::{Colleague, Crew, crew};
pub use detail::{Detail, detail};
pub use edit::{Edit, edit};
pub use event::{Act, Event};
pub use export::export;
pub use find::{By, find};
pub(crate) use find::{group as find_group, person as find_person};
pub use follow_up::{FollowUp, follow_up};
pub use hold::{Hold, HoldFor, hold};
pub(crate) use index::{Words, reindex, write as index};
pub use line::{Line, Who};
pub(crate) use line::{People, lines};
pub(crate) use list::lines_of;
pub use list::list;
pub use many::{Many, Refused, Step, many};
pub use neighbours::{Neighbours, neighbours};
pub(crate) use place::committee_for;
pub use priority::{Level, Matrix, Priority};
pub use question::{Assignee, Question, Ref, Sort, Standing};
pub use queue::{Parts, Queue, Queued, Used, queue};
pub use register::{Register, Then, register};
pub(crate) use renamed::LISTENER;
pub(crate) use reopen::allow_requester;
pub use reopen::{Reopen, reopen};
pub use resolve::{Resolve, resolve};
pub use resume::{Resume, resume};
pub use scope::{Scope, View};
pub use set_stage::{SetStage, To, set_stage};
pub use show::{Behind, Shown, show, show_number};
pub use similar::similar;
pub use stage::{Move, Reason, Stage};
pub(crate) use store::{Prose, Told, insert_many, insert_past_events};
pub use suggest::{Because, Clues, Suggest, Suggestion, suggest};
pub use take::{Take, take};
pub use timeline::{Entry, Kind as EntryKind, Timeline, since};
pub use title::title_of;
pub use undo::{Undo, undo};
pub use why::why;

/// What sort of thing it is, in ITIL's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Incident,
    ServiceRequest,
}

/// Who asks for help.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Requester {
    Person(Id),
    /// Somebody we cannot vouch for: a sender whom the register does not know, a name in another desk's file.
    /// Either may be empty.
    Contact {
        name: String,
        mail: String,
    },
}

/// How it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Portal,
    Phone,
    Visit,
    Mail,
    Agent,
    Api,
    Import,
}

/// How a closed ticket ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Solved,
    Duplicate,
    /// The requester does not need it any more.
    Withdrawn,
    /// Nothing was done, and the ticket says why.
    NotDone,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    pub id: Id,
    pub number: i64,
    pub kind: Kind,
    pub title: String,
    pub description: String,
    /// The description as the mail had it, made safe; plain text stands beside it.
    pub html: Option<String>,
    pub stage: Stage,
    pub impact: Level,
    pub urgency: Level,
    pub priority: Priority,
    pub requester: Requester,
    pub unit: Option<Id>,
    /// The nämnd that owns the record.
    pub committee: Id,
    pub service: Option<Id>,
    pub device: Option<Id>,
    pub group: Id,
    pub assignee: Option<Id>,
    pub source: Source,
    /// The edition of the promise that it was given; none: as good as we can, no promise.
    pub promise: Option<Id>,
    /// Copied from the promise each time its clocks change, because lists sort and show by it.
    pub due: Due,
    pub responded_at: Option<Moment>,
    /// The requester wrote then, and nobody has answered since.
    pub replied_at: Option<Moment>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub resolved_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub outcome: Option<Outcome>,
    pub version: i64,
}

macro_rules! codes {
    ($name:ident: $($variant:ident $code:literal),* $(,)?) => {
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// As the database and the API write it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use codes;

codes!(Kind: Incident "incident", ServiceRequest "service_request");
codes!(Source: Portal "portal", Phone "phone", Visit "visit", Mail "mail", Agent "agent", Api "api", Import "import");
codes!(Outcome: Solved "solved", Duplicate "duplicate", Withdrawn "withdrawn", NotDone "not_done");

impl Requester {
    pub fn person(&self) -> Option<Id> {
        match self {
            Self::Person(id) => Some(*id),
            Self::Contact { .. } => None,
        }
    }
}

impl Ticket {
    /// Whether this person is who asked.
    pub fn is_from(&self, person: Option<Id>) -> bool {
        person.is_some() && self.requester.person() == person
    }
}
