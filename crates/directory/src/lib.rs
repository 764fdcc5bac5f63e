//! Who there is and where they belong: units with dates, people with affiliations, support groups with members.
//!
//! - [`unit`]: the organisation on any day, and the committee that answers for a unit
//! - [`person`]: people, how they are found, what may be shown of them
//! - [`affiliation`]: who belongs where, as what, from when to when
//! - [`group`]: support groups
//! - [`words`]: how typed words find rows; [`typed`], [`days`]: what is kept of what was typed (all pure)
//! - [`permissions`]: who may read and change these; [`tell()`]: the last line of a change

pub mod affiliation;
pub mod days;
pub mod group;
pub mod permissions;
pub mod person;
mod tell;
pub mod typed;
pub mod unit;
pub mod words;

pub use tell::tell;
