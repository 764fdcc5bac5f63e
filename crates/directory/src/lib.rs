//! Who there is and where they belong: units with dates, people with affiliations, support groups with members.
//!
//! - [`unit`]: the organisation on any day, and the committee that answers for a unit
//! - [`person`]: people, how they are found, what may be shown of them
//! - [`affiliation`]: who belongs where, as what, from when to when
//! - [`group`]: support groups
//! - [`words`]: how typed words find rows (pure)
//! - [`permissions`]: who may read and change these

pub mod affiliation;
pub mod group;
pub mod permissions;
pub mod person;
pub mod unit;
pub mod words;
