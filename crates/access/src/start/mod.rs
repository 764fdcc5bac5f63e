//! The first start of an empty house: a one-time link, a form, the first administrator and agents.
//!
//! - [`needed`] says whether anybody administers yet; [`new_link`] makes the link that `serve` prints
//! - [`set_up`] takes the form; [`Hook`] is where units, people and promises above this slice are made

mod members;
pub(crate) mod page;
mod set_up;

pub use set_up::{Hook, Member, SetUp, Started, link_works, needed, new_link, set_up};
