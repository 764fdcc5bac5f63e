//! The words that every slice speaks. Small on purpose: a word moves here when two slices ask for it.
//!
//! - [`Id`] names a row anywhere; [`Moment`] is an instant, [`Day`] a date in the municipality's own time
//! - [`Clock`] is asked once at the door; inside, time is an argument
//! - [`Actor`] acts, with [`Role`]s; a [`Permission`] says which roles may
//! - [`Fact`] is what a slice tells the others, after it happened
//! - [`Refusal`] is a rule's no: a code with data, never a sentence
//! - [`Page`] is one keyset page of a list
//! - [`Lang`] is the reader's language

mod actor;
mod fact;
mod id;
mod lang;
mod page;
mod refusal;
mod time;

pub use actor::{Actor, Channel, Grant, Permission, Role};
pub use fact::Fact;
pub use id::Id;
pub use lang::Lang;
pub use page::{Page, PageSize};
pub use refusal::{Refusal, RefusalKind};
pub use time::{Clock, Day, Moment};
