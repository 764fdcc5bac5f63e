//! A device: what it is, where it stands, who holds it and has held it.
//!
//! - [`Device`], [`State`], [`Kind`], [`Holder`]; [`DeviceLine`] for lists and for others' pages; [`NewDevice`] for bulk
//! - reading: [`by_id`], [`by_number`], [`held_by`], [`lines`], [`kinds`]; [`show`], [`list`] for faces
//! - changing: [`create`], [`edit`], [`hand_over`], [`take_back`]
//! - faces: [`list_page`], [`page`], [`edit_page`], [`hand_over_page`], [`section_page`], [`api`]

pub mod api;
pub mod create;
pub mod edit;
pub mod edit_page;
pub mod fields;
pub mod hand_over;
pub mod hand_over_page;
pub mod held;
pub mod list;
pub mod list_page;
pub mod page;
pub mod section_page;
pub mod show;
mod state;
mod store;
pub mod take_back;

use directory::unit::label;
use kernel::{Day, Id, Lang, Moment};

pub use create::create;
pub use edit::edit;
pub use hand_over::hand_over;
pub use list::list;
pub use show::show;
pub use state::State;
pub use store::{by_id, by_number, held_by, insert_kinds, insert_many, kinds, lines};
pub use take_back::take_back;

/// A sort of device, with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    /// The slug of the service that a fault in it belongs to.
    pub service: Option<String>,
}

impl Kind {
    pub fn label(&self, lang: Lang) -> &str {
        label(lang, &self.name, &self.name_en)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: Id,
    /// As it stands on the label: `LJU-20417`.
    pub number: String,
    /// The slug of its kind.
    pub kind: String,
    pub model: String,
    pub serial: String,
    pub place: String,
    pub state: State,
    /// The unit that answers for it.
    pub unit: Option<Id>,
    pub notes: String,
    pub created_at: Moment,
    pub version: i64,
}

/// Whose it is: a person's or a unit's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    Person(Id),
    Unit(Id),
}

impl Holder {
    pub const fn person(self) -> Option<Id> {
        match self {
            Self::Person(id) => Some(id),
            Self::Unit(_) => None,
        }
    }

    pub const fn unit(self) -> Option<Id> {
        match self {
            Self::Person(_) => None,
            Self::Unit(id) => Some(id),
        }
    }
}

/// Whose it was, from one day to (not including) another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    pub id: Id,
    pub holder: Holder,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
}

/// A device in a list or beside a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceLine {
    pub id: Id,
    pub number: String,
    pub kind: Kind,
    pub model: String,
    pub place: String,
    pub state: State,
    /// Whoever holds it now.
    pub holder: Option<Holder>,
}

impl DeviceLine {
    /// `Lärardator LJU-20417`.
    pub fn label(&self, lang: Lang) -> String {
        format!("{} {}", self.kind.label(lang), self.number)
    }
}

/// A device with its holders, for generators and imports.
#[derive(Clone, Debug)]
pub struct NewDevice {
    pub id: Id,
    pub number: String,
    pub kind: String,
    pub model: String,
    pub serial: String,
    pub place: String,
    pub state: State,
    pub unit: Option<Id>,
    pub notes: String,
    pub created_at: Moment,
    pub holders: Vec<Holding>,
}
