//! Promises about time: when something is open, how long a subject's clock has run, and whether the
//! promise was kept. Knows "a subject" by its id, never tickets.
//!
//! - [`calendar`]: when something is open: definitions, due times, elapsed open time (pure)
//! - [`calendar_version`]: editions of calendars as the municipality decided them
//! - [`promise`]: editions of promises: goals by priority, and what pauses the clock
//! - [`subject`]: the time of one subject: its states, its due times, its outcomes, and why it is due then
//! - [`words`]: all of it in the reader's language (pure)
//! - [`defaults`]: what a new municipality starts with; [`permissions`]: who may read and decide

pub mod calendar;
pub mod calendar_version;
pub mod defaults;
pub mod permissions;
pub mod promise;
mod routes;
pub mod subject;
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
