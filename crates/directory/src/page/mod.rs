//! What the pages of all registers share.
//!
//! - [`register`]: a list with its filters, its export and its pager
//! - [`sheet`]: one thing open, or a form about it, in the work room
//! - [`sections`]: what other slices hang on a person's, a unit's, a device's page
//! - [`typed`]: days and choices from forms; which refusals are shown beside the form
//! - [`span`]: from when to when, in words

pub mod register;
pub mod sections;
pub mod sheet;
pub mod span;
pub mod typed;

use kernel::{Id, Refusal};

/// The id in an address; what is none is not there.
pub fn id_of(key: &str) -> Result<Id, Refusal> {
    key.parse().map_err(|_| Refusal::not_found("not-found"))
}
