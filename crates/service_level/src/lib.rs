//! Promises about time: when something is open, how long a subject's clock has run, and whether the
//! promise was kept. Knows "a subject" by its id, never tickets.

/// When something is open: definitions, due times, elapsed open time. Pure.
pub mod calendar;
/// Editions of calendars as the municipality decided them.
pub mod calendar_version;
/// What a new municipality starts with.
pub mod defaults;
pub mod permissions;
/// Editions of promises: goals by priority, and what pauses the clock.
pub mod promise;
mod routes;
/// The time of one subject: its states, its due times, its outcomes, and why it is due then.
pub mod subject;
/// Both in the reader's words.
pub mod words;

pub use subject::{Clock, Clocks, Due, Outcome, State};

/// Every sentence that this slice says.
pub const TEXTS: texts::Source = texts::Source {
    slice: "service_level",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice() -> web::Slice {
    web::Slice {
        name: "service_level",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: routes::menu(),
        ..web::Slice::default()
    }
}
