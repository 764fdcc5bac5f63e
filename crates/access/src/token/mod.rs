//! A key for a program: it acts as a person with one role, or as a service account of its own.
//!
//! - [`create`] makes one; [`Stand`] says for whom it stands
//! - [`of_account`] lists those that work; [`revoke`] ends one

mod create;
mod revoke;
pub(crate) mod store;

pub use create::{NewToken, Stand, create};
pub use revoke::{of_account, revoke};

use kernel::{Id, Moment, Role};

/// What every token begins with, so that a scanner of leaked keys knows it.
pub const PREFIX: &str = "enh_";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: Id,
    pub name: String,
    pub account: Id,
    pub role: Role,
    pub unit: Option<Id>,
    pub made_at: Moment,
    pub ends_at: Moment,
    pub used_at: Option<Moment>,
}
