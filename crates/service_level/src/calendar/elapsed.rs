use jiff::{SignedDuration, Timestamp};

use super::OutsideYears;
use super::compile::{Calendar, Nanos};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ElapsedError {
    #[error("the end comes before the start; give the earlier instant first")]
    Backwards,
    #[error("{0}")]
    Outside(#[from] OutsideYears),
}

/// The open time that passes from one instant to a later one.
pub fn elapsed(
    calendar: &Calendar,
    start: Timestamp,
    end: Timestamp,
) -> Result<SignedDuration, ElapsedError> {
    let (first, start_nanos) = calendar.place(start)?;
    let (last, end_nanos) = calendar.place(end)?;
    if end < start {
        return Err(ElapsedError::Backwards);
    }
    let mut open: Nanos = 0;
    for (index, year) in (first..=last).zip(calendar.years_from(first)) {
        open += if index == last { year.open_until(end_nanos) } else { year.open };
        if index == first {
            open -= year.open_until(start_nanos);
        }
    }
    Ok(SignedDuration::from_nanos(open))
}
