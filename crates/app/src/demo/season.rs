//! How many tickets a day brings (pure): about 760 a month, most in August and September, few in July and on weekends.

use jiff::civil::Weekday;
use kernel::Day;

use super::chance::Chance;
use super::dates::Dates;

/// Working days hold nearly all of a month's 760.
const A_WORKING_DAY: i64 = 37;
const A_DAY_OFF: i64 = 2;
/// Before the merger only the school's own list is known: so many a month.
const BEFORE_MERGER: i64 = 90;

/// Per cent of a middle month, January first.
const MONTHS: [i64; 12] = [105, 100, 95, 95, 100, 75, 30, 150, 145, 105, 105, 85];

pub fn tickets_on(day: Day, dates: &Dates) -> i64 {
    let Some(date) = day.date() else { return 0 };
    let month =
        usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or(100);
    let off = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) || is_holiday(date);
    let mut middle = if off { A_DAY_OFF } else { A_WORKING_DAY };
    if day < dates.merger {
        middle = middle * BEFORE_MERGER / 760;
        if off {
            return 0;
        }
    }
    let mut chance = Chance::of("tickets on a day", u64::try_from(day.0).unwrap_or(0));
    let drawn = middle * month * chance.between(80, 120);
    // Rounded by chance, so that a middle of 0.4 is sometimes one.
    drawn / 10_000 + i64::from(chance.between(0, 9_999) < drawn % 10_000)
}

fn is_holiday(date: jiff::civil::Date) -> bool {
    service_level::calendar::red_days(date.year()).any(|(red, _)| red == date)
}

#[cfg(test)]
mod tests {
    use super::super::files::Merger;
    use super::*;

    fn month(first: Day, last: Day, dates: &Dates) -> i64 {
        Dates::days(first, last).map(|day| tickets_on(day, dates)).sum()
    }

    #[test]
    fn a_year_follows_its_seasons() {
        let dates = Dates::of(Day(20261125), &Merger { month: 3, day: 31 });
        let year = month(Day(20251101), Day(20261031), &dates);
        assert!(
            (740 * 12..790 * 12).contains(&year),
            "{year} tickets in a year, about 760 a month are wanted"
        );
        let (july, august) =
            (month(Day(20260701), Day(20260731), &dates), month(Day(20260801), Day(20260831), &dates));
        assert!(july * 4 < august, "{july} in July, {august} in August");
        let before = month(Day(20240501), Day(20240531), &dates);
        assert!((60..130).contains(&before), "{before} in a month of the school's own list");
    }
}
