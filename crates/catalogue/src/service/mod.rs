//! A service: what IT promises to deliver, with the group that owns it and the words that point at it.
//!
//! - [`Service`]; [`NewService`] for bulk
//! - reading: [`by_id`], [`by_slug`], [`all`]; [`show`], [`list`] for faces; [`guess()`] reads a sentence (pure)
//! - changing: [`create`], [`edit`]
//! - faces: [`page`], [`edit_page`], [`api`]

pub mod api;
pub mod create;
pub mod edit;
pub mod edit_page;
pub mod fields;
mod guess;
pub mod list;
pub mod page;
pub mod show;
mod store;

use directory::unit::label;
use kernel::{Id, Lang};

pub use create::create;
pub use edit::edit;
pub use guess::{Guess, guess};
pub use list::list;
pub use show::{Shown, show};
pub use store::{all, by_id, by_slug, insert_many};

/// The audience of a service that everybody has.
pub const AUDIENCE_ALL: &str = "all";

/// The audiences that have a name, each with the text that says it.
pub const AUDIENCES: [(&str, &str); 4] = [
    (AUDIENCE_ALL, "catalogue-audience-all"),
    ("school", "catalogue-audience-school"),
    ("care", "catalogue-audience-care"),
    ("office", "catalogue-audience-office"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    pub id: Id,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub owner_group: Id,
    pub about: String,
    pub about_en: String,
    /// Who it is for: `all`, `school`, `care` …
    pub audience: String,
    /// Beginnings of Swedish words that point at it.
    pub words: Vec<String>,
    pub active: bool,
    pub version: i64,
}

impl Service {
    pub fn label(&self, lang: Lang) -> &str {
        label(lang, &self.name, &self.name_en)
    }

    pub fn about_in(&self, lang: Lang) -> &str {
        label(lang, &self.about, &self.about_en)
    }
}

#[derive(Clone, Debug)]
pub struct NewService {
    pub id: Id,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub owner_group: Id,
    pub about: String,
    pub about_en: String,
    pub audience: String,
    pub words: Vec<String>,
}
