//! The days that the demo's past hangs on (pure), counted from the day it lives on.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kernel::Day;

use super::chance::Chance;
use super::files::{Merger, Since};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub today: Day,
    /// The day that two IT organisations became one: last year.
    pub merger: Day,
    /// The first day of the school's own records, a year before the merger.
    pub first: Day,
}

/// Units and employments that are older than the records.
const ALWAYS: Day = Day(20100101);

impl Dates {
    pub fn of(today: Day, merger: &Merger) -> Self {
        let year = today.date().map_or(2_000, Date::year) - 1;
        let merged = Date::new(year, merger.month, merger.day).unwrap_or(date(year, 3, 31));
        let first = Day::from_date(merged.saturating_sub(1.year()));
        Self { today, merger: Day::from_date(merged), first }
    }

    pub fn since(&self, since: Since) -> Day {
        match since {
            Since::Always => ALWAYS,
            Since::Merger => self.merger,
        }
    }

    /// The last day before it.
    pub fn before(&self, since: Since) -> Day {
        step(self.since(since), -1)
    }

    pub fn days_ago(&self, days: i64) -> Day {
        step(self.today, -days)
    }

    pub fn before_merger(&self, days: i64) -> Day {
        step(self.merger, -days)
    }

    pub fn between(&self, chance: &mut Chance, first: Day, last: Day) -> Day {
        let days = match (first.date(), last.date()) {
            (Some(first), Some(last)) => (last - first).get_days(),
            _ => 0,
        };
        step(first, chance.between(0, i64::from(days)))
    }

    /// Every day from the first to the last, both among them.
    pub fn days(first: Day, last: Day) -> impl Iterator<Item = Day> {
        std::iter::successors(Some(first), |day| Some(step(*day, 1))).take_while(move |day| *day <= last)
    }
}

pub fn step(day: Day, days: i64) -> Day {
    day.date().map_or(day, |date| Day::from_date(date.saturating_add(days.days())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_merger_is_last_year_whatever_day_it_is() {
        let merger = Merger { month: 3, day: 31 };
        for (today, merged) in
            [(Day(20261125), Day(20250331)), (Day(20260101), Day(20250331)), (Day(20280229), Day(20270331))]
        {
            let dates = Dates::of(today, &merger);
            assert_eq!(dates.merger, merged);
            assert_eq!(dates.before(Since::Merger), step(merged, -1));
        }
    }

    #[test]
    fn a_span_of_days_holds_both_ends() {
        let days: Vec<Day> = Dates::days(Day(20240228), Day(20240301)).collect();
        assert_eq!(days, [Day(20240228), Day(20240229), Day(20240301)]);
        let dates = Dates::of(Day(20261125), &Merger { month: 3, day: 31 });
        let mut chance = Chance::of("days", 1);
        for _ in 0..200 {
            let drawn = dates.between(&mut chance, dates.merger, dates.today);
            assert!(dates.merger <= drawn && drawn <= dates.today);
        }
    }
}
