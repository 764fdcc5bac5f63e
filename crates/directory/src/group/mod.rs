//! A support group, of our own or a supplier's: who works in it, and which one takes what nobody else does.
//!
//! - [`Group`], [`Kind`]; [`NewGroup`] for bulk
//! - reading: [`by_id`], [`by_slug`], [`all`], [`fallback`], [`of_person`], [`members`]; [`show`], [`list`] for faces
//! - changing: [`create`], [`edit`], [`end`], [`member::join`], [`member::part`]
//! - faces: [`page`], [`edit_page`], [`api`]

pub mod api;
pub mod create;
pub mod edit;
pub mod edit_page;
pub mod end;
pub mod list;
pub mod member;
pub mod page;
pub mod show;
mod store;

use kernel::{Id, Lang, Moment};

pub use create::create;
pub use edit::edit;
pub use end::end;
pub use list::list;
pub use show::show;
pub(crate) use store::leave_all;
pub use store::{all, by_id, by_slug, fallback, insert_many, members, of_person};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Internal,
    Supplier,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Internal, Self::Supplier];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Supplier => "supplier",
        }
    }

    /// The text that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Internal => "directory-group-internal",
            Self::Supplier => "directory-group-supplier",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: Id,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub kind: Kind,
    /// The supplier's name; empty for our own.
    pub supplier: String,
    pub about: String,
    pub about_en: String,
    pub owner_unit: Option<Id>,
    /// Takes what no other group is named for.
    pub fallback: bool,
    pub valid_from: Moment,
    pub valid_to: Option<Moment>,
    pub version: i64,
}

impl Group {
    pub fn label(&self, lang: Lang) -> &str {
        crate::unit::label(lang, &self.name, &self.name_en)
    }

    pub fn is_at(&self, now: Moment) -> bool {
        self.valid_from <= now && self.valid_to.is_none_or(|to| now < to)
    }
}

#[derive(Clone, Debug)]
pub struct NewGroup {
    pub id: Id,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub kind: Kind,
    pub supplier: String,
    pub about: String,
    pub about_en: String,
    pub owner_unit: Option<Id>,
    pub fallback: bool,
    pub valid_from: Moment,
    pub valid_to: Option<Moment>,
    pub members: Vec<Membership>,
}

/// Who works in a group, from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub person: Id,
    pub valid_from: Moment,
    pub valid_to: Option<Moment>,
}
