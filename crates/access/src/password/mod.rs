//! A password is chosen by a one-time link and kept as argon2id; nobody else ever knows it.
//!
//! - [`rules`] says which are refused; [`argon`] keeps them
//! - [`new_link`] makes a link for an account; [`link_is_for`] says whose it is; [`set_by_link`] uses it up
//! - [`hash`] and [`set_hash`] are for a demo; [`change`] lets somebody who knows the old one choose a new one

pub mod argon;
mod change;
mod link;
pub(crate) mod page;
pub mod rules;
mod set_by_link;
pub(crate) mod store;

pub use argon::hash_now as hash;
pub use change::{Change, change};
pub use link::{LinkFor, link_is_for, new_link};
pub(crate) use set_by_link::as_owner;
pub use set_by_link::{SetByLink, set_by_link};

use db::{DbError, Tx};
use kernel::{Id, Moment};

/// Gives an account a password that was hashed beforehand, for a demo whose passwords are known to all.
pub fn set_hash(tx: &mut Tx<'_>, account: Id, kept: &str, now: Moment) -> Result<(), DbError> {
    store::set_password(tx, account, kept, now)
}

/// A link works for so long.
pub const LINK_HOURS: i64 = 24;
