//! What a new municipality starts with, and the demo promises by: open on weekdays 08:00–16:30, closed on red days
//! and on the three eves that the Annual Leave Act counts as Sundays.

use db::Tx;
use jiff::civil::Time;
use kernel::{Id, Moment, Refusal};

use crate::promise::{Goal, Reason, Terms};
use crate::{calendar_version, promise};

pub const CALENDAR: &str = r#"timezone = "Europe/Stockholm"
holidays = "sweden"
closed = ["midsummer_eve", "christmas_eve", "new_years_eve"]

[week]
monday = ["08:00-16:30"]
tuesday = ["08:00-16:30"]
wednesday = ["08:00-16:30"]
thursday = ["08:00-16:30"]
friday = ["08:00-16:30"]
"#;

/// The hours of each weekday in [`CALENDAR`].
const HOURS: &str = "08:00-16:30";

/// The four waiting reasons pause; with the supplier the clock runs, for that is ours to follow up.
pub fn terms() -> Terms {
    let goal = |response, resolution| Goal { response: Some(response), resolution: Some(resolution) };
    Terms {
        goals: [goal(30, 120), goal(60, 240), goal(120, 480), goal(480, 2_400)],
        pauses: vec![Reason::User, Reason::Manager, Reason::Delivery, Reason::PlannedChange],
    }
}

/// The names of the rows to insert, made at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ids {
    pub calendar: Id,
    pub calendar_version: Id,
    pub promise: Id,
    pub promise_version: Id,
}

impl Ids {
    pub fn new() -> Self {
        Self {
            calendar: Id::new(),
            calendar_version: Id::new(),
            promise: Id::new(),
            promise_version: Id::new(),
        }
    }
}

impl Default for Ids {
    fn default() -> Self {
        Self::new()
    }
}

/// Names that read the same in both languages; the municipality changes them with its first edition.
const CALENDAR_NAME: &str = "Servicedesk";
const PROMISE_NAME: &str = "Standard";

/// Inserts the default calendar and promise, valid from a moment on. The demo lets them begin before its past.
pub fn insert(tx: &mut Tx<'_>, ids: Ids, valid_from: Moment) -> Result<(), Refusal> {
    add(tx, ids, valid_from, CALENDAR.to_owned())
}

/// The same with other hours on weekdays, as the set-up wizard was told; `closes` comes after `opens`.
pub fn insert_open(
    tx: &mut Tx<'_>,
    ids: Ids,
    valid_from: Moment,
    opens: Time,
    closes: Time,
) -> Result<(), Refusal> {
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    add(tx, ids, valid_from, CALENDAR.replace(HOURS, &format!("{}-{}", clock(opens), clock(closes))))
}

fn add(tx: &mut Tx<'_>, ids: Ids, valid_from: Moment, definition: String) -> Result<(), Refusal> {
    calendar_version::add(
        tx,
        &calendar_version::NewVersion {
            id: ids.calendar_version,
            calendar: ids.calendar,
            number: 1,
            name: CALENDAR_NAME.to_owned(),
            definition,
            note: String::new(),
            valid_from,
            made_at: valid_from,
        },
    )?;
    promise::add(
        tx,
        &promise::NewVersion {
            id: ids.promise_version,
            promise: ids.promise,
            number: 1,
            name: PROMISE_NAME.to_owned(),
            calendar_version: ids.calendar_version,
            terms: terms(),
            note: String::new(),
            valid_from,
            made_at: valid_from,
        },
    )?;
    Ok(())
}
