//! The day after and the day before: spans are kept half open, people say the last day. Pure.

use kernel::{Day, Refusal};

/// The day after; the same at the end of the calendar.
pub fn next(day: Day) -> Day {
    day.date().and_then(|date| date.tomorrow().ok()).map_or(day, Day::from_date)
}

pub fn previous(day: Day) -> Day {
    day.date().and_then(|date| date.yesterday().ok()).map_or(day, Day::from_date)
}

/// Refuses a span that ends before it begins. One that ends on its first day holds on no day, which may be meant.
pub fn in_order(from: Day, to: Option<Day>) -> Result<(), Refusal> {
    if to.is_some_and(|to| to < from) {
        return Err(Refusal::invalid("to", "register-days-reversed"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_after_the_last_of_a_month_is_the_first_of_the_next() {
        for (day, after) in [(20260228, 20260301), (20240228, 20240229), (20251231, 20260101)] {
            assert_eq!(next(Day(day)), Day(after));
            assert_eq!(previous(Day(after)), Day(day));
        }
    }
}
