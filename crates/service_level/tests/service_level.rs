//! Calendars against published vectors, laws, an oracle and foreign libraries; promises as stories on both databases.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what a story stands on either holds or stops the test"
)]

#[path = "service_level/calendar_cli.rs"]
mod calendar_cli;
#[path = "service_level/calendar_foreign.rs"]
mod calendar_foreign;
#[path = "service_level/calendar_laws.rs"]
mod calendar_laws;
#[path = "service_level/calendar_oracle.rs"]
mod calendar_oracle;
#[path = "service_level/calendar_vectors.rs"]
mod calendar_vectors;
#[path = "service_level/deadlines.rs"]
mod deadlines;
#[path = "service_level/explanations.rs"]
mod explanations;
#[path = "service_level/faces.rs"]
mod faces;
#[path = "service_level/shapes.rs"]
mod shapes;
#[path = "service_level/subjects.rs"]
mod subjects;

use kernel::Moment;
use service_level::calendar::{Calendar, Definition};

/// What most of these tests are told by: the default of a new municipality.
fn office() -> Calendar {
    calendar(service_level::defaults::CALENDAR)
}

fn calendar(definition: &str) -> Calendar {
    Calendar::new(Definition::from_toml(definition).unwrap_or_else(|error| panic!("{error}\n{definition}")))
}

/// A local time in Stockholm, `2026-04-02T15:00`, or an instant.
fn at(text: &str) -> Moment {
    let zone = jiff::tz::TimeZone::get("Europe/Stockholm").expect("a bundled zone");
    Moment::from_timestamp(service_level::calendar::read_instant(text, &zone).expect(text))
}
