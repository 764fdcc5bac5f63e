//! A key for a program: it acts as a person with one role, or as a service account of its own.
//!
//! - [`create`] makes one; [`Stand`] says for whom it stands

mod create;
pub(crate) mod store;

pub use create::{NewToken, Stand, create};

/// What every token begins with, so that a scanner of leaked keys knows it.
pub const PREFIX: &str = "enh_";
