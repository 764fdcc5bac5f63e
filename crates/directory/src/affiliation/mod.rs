//! A person's employment, enrolment or assignment at a unit, from one day to another. A person may have several at once.
//!
//! - [`Affiliation`], [`Kind`]; [`NewAffiliation`] for bulk
//! - reading: [`of_person`], [`main_unit`], [`main_of`]
//! - changing: [`add`], [`edit`], [`end`]; each moves the person's version
//! - faces: [`edit_page`]; a person's page and API show them

pub mod add;
pub mod edit;
pub mod edit_page;
pub mod end;
mod kind;
mod store;

use kernel::{Day, Id};

pub use add::add;
pub use edit::edit;
pub use end::end;
pub use kind::Kind;
pub(crate) use store::{end_at_unit, end_of_person};
pub use store::{insert_many, main_of, main_unit, of_person};

use crate::unit::UnitName;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affiliation {
    pub id: Id,
    pub person: Id,
    pub unit: UnitName,
    pub kind: Kind,
    pub title: String,
    /// Of full time.
    pub percent: Option<i64>,
    /// The one that decides whose the person's tickets are.
    pub main: bool,
    pub valid_from: Day,
    /// The first day on which it no longer holds.
    pub valid_to: Option<Day>,
}

impl Affiliation {
    pub fn is_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day < to)
    }
}

/// Where somebody mainly belongs on a day, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Main {
    pub unit: UnitName,
    pub title: String,
}

#[derive(Clone, Debug)]
pub struct NewAffiliation {
    pub id: Id,
    pub unit: Id,
    pub kind: Kind,
    pub title: String,
    pub percent: Option<i64>,
    pub main: bool,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
}
