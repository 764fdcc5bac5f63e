//! A node of the organisation: municipality, committee, department, section, school. It exists from one day to
//! another and hangs under different units on different days.
//!
//! - [`Unit`], [`UnitName`], [`Kind`]; [`NewUnit`] for bulk
//! - reading: [`by_id`], [`by_slug`], [`all`], [`committee_of`], [`below`], [`names`]; [`show`], [`list`], [`tree`] for faces
//! - changing: [`create`], [`edit`], [`hang`], [`end`]
//! - faces: [`page`], [`edit_page`], [`api`]

pub mod api;
pub mod create;
pub mod edit;
pub mod edit_page;
pub mod end;
pub mod hang;
mod kind;
pub mod list;
pub mod page;
pub mod show;
pub(crate) mod store;

use kernel::{Day, Id, Lang};

pub use create::create;
pub use edit::edit;
pub use end::end;
pub use hang::hang;
pub use kind::Kind;
pub use list::{list, tree};
pub use show::show;
pub use store::{all, below, by_id, by_slug, committee_of, insert_many, names};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: Id,
    pub slug: String,
    pub kind: Kind,
    /// In Swedish.
    pub name: String,
    pub name_en: String,
    /// On the day that was asked for; the latest where no day is.
    pub parent: Option<Id>,
    /// The unit's part of the code string, as in the ledger.
    pub code: String,
    pub valid_from: Day,
    /// The first day on which it no longer is.
    pub valid_to: Option<Day>,
    pub version: i64,
}

impl Unit {
    pub fn label(&self, lang: Lang) -> &str {
        label(lang, &self.name, &self.name_en)
    }

    pub fn is_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day < to)
    }

    pub fn as_name(&self) -> UnitName {
        UnitName {
            id: self.id,
            slug: self.slug.clone(),
            kind: self.kind,
            name: self.name.clone(),
            name_en: self.name_en.clone(),
        }
    }
}

/// What others say about a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    pub id: Id,
    pub slug: String,
    pub kind: Kind,
    pub name: String,
    pub name_en: String,
}

impl UnitName {
    pub fn label(&self, lang: Lang) -> &str {
        label(lang, &self.name, &self.name_en)
    }
}

/// The name in the reader's language; the Swedish one where no other was given.
pub fn label<'a>(lang: Lang, name: &'a str, name_en: &'a str) -> &'a str {
    match lang {
        Lang::En if !name_en.is_empty() => name_en,
        _ => name,
    }
}

/// A unit and where it hangs, for generators and imports. Parents come before their children.
#[derive(Clone, Debug)]
pub struct NewUnit {
    pub id: Id,
    pub slug: String,
    pub kind: Kind,
    pub name: String,
    pub name_en: String,
    pub code: String,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
    pub parents: Vec<Hanging>,
}

/// Under which unit, from which day to (not including) which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    pub parent: Id,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
}
