//! Promises about time: when something is open, how long a subject's clock has run, and whether the
//! promise was kept. Knows "a subject" by its id, never tickets.

/// When something is open: definitions, due times, elapsed open time. Pure.
pub mod calendar;
/// Editions of calendars as the municipality decided them.
pub mod calendar_version;
/// What a new municipality starts with.
pub mod defaults;
/// Editions of promises: goals by priority, and what pauses the clock.
pub mod promise;
/// The time of one subject: its states, its due times, its outcomes, and why it is due then.
pub mod subject;

pub use subject::{Clock, Clocks, Due, Outcome, State};
