use jiff::{SignedDuration, Timestamp};

use super::compile::{Calendar, Nanos};
use super::{FIRST_YEAR, LAST_YEAR, OutsideYears};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DueError {
    #[error("the open time to pass is negative; give 0 minutes or more")]
    Negative,
    #[error(
        "the calendar never opens, so nothing is ever due by it; give at least one weekday a span under [week]"
    )]
    NeverOpen,
    #[error("{0}")]
    Outside(#[from] OutsideYears),
    #[error("so much open time does not pass before the end of {last}, the last year of a calendar (the first is {first})", first = FIRST_YEAR, last = LAST_YEAR)]
    Beyond,
}

/// The earliest instant by which so much open time has passed since `start`. None at all gives
/// `start` itself, open or not.
pub fn due(calendar: &Calendar, start: Timestamp, open: SignedDuration) -> Result<Timestamp, DueError> {
    let (first, start_nanos) = calendar.place(start)?;
    let open = Nanos::try_from(open.as_nanos())
        .map_err(|_| if open.is_negative() { DueError::Negative } else { DueError::Beyond })?;
    match open {
        ..0 => return Err(DueError::Negative),
        0 => return Ok(start),
        1.. if calendar.definition().never_opens() => return Err(DueError::NeverOpen),
        1.. => {}
    }
    let mut left = open;
    for (index, year) in calendar.years_from(first).enumerate() {
        if index == 0 {
            left = left.checked_add(year.open_until(start_nanos)).ok_or(DueError::Beyond)?;
        }
        if left <= year.open {
            let at = year.instant_of(left).ok_or(DueError::Beyond)?;
            return Timestamp::from_nanosecond(at.into()).map_err(|_| DueError::Beyond);
        }
        left -= year.open;
    }
    Err(DueError::Beyond)
}
