//! A mapping: what another desk's file calls things, and what they are called here.
//!
//! - [`Mapping`] is what holds; `Mapping::from_toml` reads one, or says everything that is wrong with it
//! - [`Field`]: what a file can tell of a ticket; [`Take`]: from which of its columns
//! - [`MappingError`], [`Problem`], [`Fault`]: what is wrong, in which line, and what to do

mod fault;
mod field;
mod read;
mod table;
mod words;

use std::collections::{BTreeMap, HashMap};

use encoding_rs::Encoding;
use jiff::tz::TimeZone;

pub(super) use fault::nearest;
pub use fault::{Fault, MappingError, Problem};
pub use field::Field;

use crate::ticket::{Kind, Level, Outcome, Priority, Stage};

#[derive(Clone, Debug)]
pub struct Mapping {
    pub shape: Shape,
    /// What the other desk is called; with a ticket's reference it says which ticket it is.
    pub source: String,
    /// None: found out.
    pub encoding: Option<&'static Encoding>,
    /// None: found out.
    pub delimiter: Option<u8>,
    /// Of times that do not say theirs; without it they are refused.
    pub zone: Option<TimeZone>,
    /// Patterns of `strftime`, the first that fits; none: ISO 8601.
    pub time_formats: Vec<String>,
    /// The name of a promise; none: no promise.
    pub promise: Option<Named>,
    pub default_committee: Option<Named>,
    pub default_group: Option<Named>,
    pub default_kind: Kind,
    pub unknown_status: Unknown,
    pub columns: BTreeMap<Field, Take>,
    pub statuses: HashMap<String, Standing>,
    pub outcomes: HashMap<String, Outcome>,
    pub kinds: HashMap<String, Kind>,
    pub priorities: HashMap<String, Priority>,
    pub impacts: HashMap<String, Grade>,
    pub urgencies: HashMap<String, Level>,
    pub groups: HashMap<String, Named>,
    pub services: HashMap<String, Named>,
}

/// What a row of the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A ticket.
    Rows,
    /// Something that happened to a ticket.
    Events,
}

impl Shape {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Events => "events",
        }
    }
}

/// What becomes of a row whose status the mapping does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    Refuse,
    /// The row counts; the ticket stands where it stood.
    Keep,
}

/// What a status of theirs is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    pub outcome: Option<Outcome>,
}

/// What an impact of theirs is here; theirs may say how urgent it is, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    pub impact: Level,
    pub urgency: Option<Level>,
}

/// A word of the mapping and the line that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub text: String,
    pub line: Option<usize>,
}

/// From where a field takes its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Take {
    Column(Named),
    /// Several: beside each other, or one a line in a description.
    Columns(Vec<Named>),
    Text(Vec<Piece>),
}

/// A part of a text with column names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Said(String),
    Column(Named),
}

impl Take {
    pub fn columns(&self) -> Vec<&Named> {
        match self {
            Self::Column(one) => vec![one],
            Self::Columns(all) => all.iter().collect(),
            Self::Text(pieces) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Column(column) => Some(column),
                    Piece::Said(_) => None,
                })
                .collect(),
        }
    }
}

impl Mapping {
    /// Every column that it names.
    pub fn column_names(&self) -> impl Iterator<Item = &Named> {
        self.columns.values().flat_map(Take::columns)
    }
}

/// How words of theirs are compared: "Closed" is "closed ".
pub fn key(word: &str) -> String {
    word.trim().to_lowercase()
}
