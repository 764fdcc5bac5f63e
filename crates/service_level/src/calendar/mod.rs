//! The calendar: when something is open, and so how long a promise has run.

/// Many due times at once.
mod batch;
/// The answers of `enhet calendar`.
pub mod cli;
/// A definition turned into instants, with sums to search in.
mod compile;
/// What a definition makes of each date of a year.
mod days;
/// A definition that holds: zone, week, holidays, closed and short days.
mod definition;
/// A definition as written: texts, for pages to show and edit.
mod draft;
/// The instant by which so much open time has passed.
mod due;
/// The open time between two instants.
mod elapsed;
/// The Swedish red days and eves, Easter included.
mod holidays;
/// Instants read and written as local time or RFC 3339.
mod local_time;
/// The open stretches between two instants.
mod open_spans;
/// What is wrong with a definition, all of it, with what to do.
mod problem;
/// The definition file (TOML), faults with their lines.
mod read;
/// Clock times and spans of a day.
mod wall_time;

pub use compile::Calendar;
pub use days::{Day, DayKind, bridge_days, days_of_year};
pub use definition::Definition;
pub use draft::{Draft, DraftShort, DraftWeek, WEEKDAYS};
pub use due::{DueError, due};
pub use elapsed::{ElapsedError, elapsed};
pub use holidays::{EVES, NamedDay, RED_DAYS, easter_sunday, red_days};
pub use local_time::{TimeError, read_instant, write_instant};
pub use open_spans::open_spans;
pub use problem::{DefinitionError, Fault, Place, Problem, Step, nearest};
pub use wall_time::{Span, WallTime};

/// The years a calendar answers for. Time zones are well known from the first, and the last is as far as anybody plans;
/// the law on red days is taken as it stood in each year from 1990.
pub const FIRST_YEAR: i16 = 1970;
pub const LAST_YEAR: i16 = 2199;

/// An instant that a calendar does not answer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the time is outside the years {FIRST_YEAR} to {LAST_YEAR} that a calendar answers for")]
pub struct OutsideYears;
