//! A human: how they are named, reached and found, and the alias that stands for a protected identity.
//!
//! - [`Person`] is the row, [`Card`] what others may show of it, [`NewPerson`] for bulk
//! - reading: [`by_id`], [`by_mail`], [`by_phone`], [`cards`], [`main_unit`], [`find`], [`resolve`]; [`show`], [`list`] for faces
//! - changing: [`create`], [`edit`], [`leave`]; [`show::card_in_full`] looks behind an alias, and is logged
//! - pure: [`phone`] reads numbers, `alias` makes aliases, [`fields`] says what may stand about a person
//! - faces: [`list_page`], [`page`], [`edit_page`], [`api`]

mod alias;
pub mod api;
pub mod create;
pub mod edit;
pub mod edit_page;
pub mod fields;
mod find;
pub mod leave;
pub mod list;
pub mod list_page;
pub mod page;
pub mod phone;
mod resolve;
pub mod show;
mod store;

use db::Tx;
use kernel::{Day, Id, Lang, Refusal};

pub use alias::alias_of;
pub use create::create;
pub use edit::edit;
pub use find::{find, matching};
pub use leave::leave;
pub use list::list;
pub use phone::Phone;
pub use resolve::resolve;
pub use show::{card_in_full, show};
pub use store::{by_id, by_mail, by_phone, cards, insert_many};

use crate::affiliation::NewAffiliation;
pub use crate::affiliation::main_unit;
use crate::unit::UnitName;

/// The whole row, real name and all. Show [`Person::name`] or a [`Card`], never the parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: Id,
    pub given: String,
    pub family: String,
    pub mail: Option<String>,
    pub phones: Vec<Phone>,
    /// For those without an affiliation, as a supplier's people.
    pub title: String,
    /// The language of mails to them, where they have said it.
    pub lang: Option<Lang>,
    pub protected: bool,
    pub alias: String,
    pub version: i64,
}

impl Person {
    /// How they may be named: a protected identity by its alias.
    pub fn name(&self) -> String {
        if self.protected { self.alias.clone() } else { self.full_name() }
    }

    /// The real name, also of a protected identity.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }
}

/// What may be shown of a person beside a ticket, a device or in a list. Of a protected identity the alias alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: Id,
    pub name: String,
    pub mail: Option<String>,
    /// The first number, as it is written.
    pub phone: Option<String>,
    pub title: String,
    /// The main one on the day asked for.
    pub unit: Option<UnitName>,
    pub protected: bool,
}

/// A person with affiliations, for generators and imports.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub id: Id,
    pub given: String,
    pub family: String,
    pub mail: Option<String>,
    pub phones: Vec<Phone>,
    pub title: String,
    pub lang: Option<Lang>,
    pub protected: bool,
    pub affiliations: Vec<NewAffiliation>,
}

/// Moves the person's version on, when what belongs to them changes.
pub(crate) fn touch(tx: &mut Tx<'_>, id: Id, version: i64) -> Result<(), Refusal> {
    if store::touch(tx, id, version)? { Ok(()) } else { Err(crate::typed::stale()) }
}

/// As a mail address is compared.
pub fn mail_key(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// Stands for "whenever": what has no end holds on it.
pub const SOME_DAY: Day = Day(99991231);
