//! An oracle that knows nothing of spans and sums: it walks the minutes one by one and asks of each whether the wall
//! clock says open. 2 000 cases, other ones each run; a failure prints the whole case.

use fastrand::Rng;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};
use service_level::calendar::{due, elapsed};

use crate::calendar;
use crate::shapes::{EASTER, Shape, any_date};

struct Oracle<'s> {
    shape: &'s Shape,
    zone: TimeZone,
    /// The local day that was looked at last, with whether each of its minutes is open.
    day: Option<(i64, Vec<bool>)>,
    /// Quarter of an hour since 1970, with the offset in minutes that holds in it. Clocks change at whole quarters.
    offset: (i64, i64),
}

impl<'s> Oracle<'s> {
    fn new(shape: &'s Shape) -> Self {
        let zone = TimeZone::get(shape.zone).expect("a bundled zone");
        Self { shape, zone, day: None, offset: (i64::MIN, 0) }
    }

    /// Whether the minute that begins so many minutes after 1970 is open.
    fn is_open(&mut self, minute: i64) -> bool {
        if self.offset.0 != minute.div_euclid(15) {
            let at = Timestamp::from_second(minute * 60).expect("an instant");
            self.offset = (minute.div_euclid(15), i64::from(self.zone.to_offset(at).seconds()) / 60);
        }
        let local = minute + self.offset.1;
        let (day, of_day) = (local.div_euclid(1440), local.rem_euclid(1440));
        if self.day.as_ref().is_none_or(|(known, _)| *known != day) {
            let date = date(1970, 1, 1).saturating_add(day.days());
            self.day = Some((day, self.minutes_of(date)));
        }
        let (_, minutes) = self.day.as_ref().expect("just looked at");
        minutes[usize::try_from(of_day).expect("a minute of a day")]
    }

    fn minutes_of(&self, day: Date) -> Vec<bool> {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).expect("a weekday");
        let closed = self.shape.closed.contains(&day)
            || (self.shape.sweden && is_red(day))
            || self.shape.closed_eves.iter().any(|eve| is_eve(day, eve));
        let closes =
            self.shape.short.iter().find(|(short, _)| *short == day).map_or(1440, |(_, closes)| *closes);
        let open =
            |minute: u16| self.shape.week[weekday].iter().any(|(from, to)| (*from..*to).contains(&minute));
        (0..1440).map(|minute| !closed && minute < closes && open(minute)).collect()
    }

    fn due(&mut self, start: i64, minutes: i64) -> i64 {
        let (mut at, mut left) = (start, minutes);
        while left > 0 {
            left -= i64::from(self.is_open(at));
            at += 1;
        }
        at
    }

    fn elapsed(&mut self, start: i64, end: i64) -> i64 {
        (start..end).filter(|minute| self.is_open(*minute)).count().try_into().expect("a count")
    }
}

fn easter(year: i16) -> Date {
    EASTER.into_iter().find(|easter| easter.year() == year).expect("a year of the almanac")
}

fn is_red(day: Date) -> bool {
    let from_easter = (day - easter(day.year())).get_days();
    let saturday = day.weekday() == Weekday::Saturday;
    matches!((day.month(), day.day()), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 25 | 26))
        || [-2, 0, 1, 39, 49].contains(&from_easter)
        || (saturday && day.month() == 6 && (20..=26).contains(&day.day()))
        || (saturday && (day.month(), day.day()) == (10, 31))
        || (saturday && day.month() == 11 && day.day() <= 6)
}

fn is_eve(day: Date, eve: &str) -> bool {
    let from_easter = (day - easter(day.year())).get_days();
    match eve {
        "midsummer_eve" => {
            day.weekday() == Weekday::Friday && day.month() == 6 && (19..=25).contains(&day.day())
        }
        "christmas_eve" => (day.month(), day.day()) == (12, 24),
        "new_years_eve" => (day.month(), day.day()) == (12, 31),
        "maundy_thursday" => from_easter == -3,
        "whitsun_eve" => from_easter == 48,
        other => panic!("the oracle does not know {other}"),
    }
}

#[test]
fn two_thousand_fresh_cases_agree_with_a_walk_minute_by_minute() {
    let mut rng = Rng::new();
    for _ in 0..100 {
        let shape = Shape::any(&mut rng);
        let text = shape.toml();
        let calendar = calendar(&text);
        let mut oracle = Oracle::new(&shape);
        for _ in 0..20 {
            let day = Offset::UTC.to_timestamp(any_date(&mut rng).at(0, 0, 0, 0)).expect("an instant");
            let start = day.as_second() / 60 + rng.i64(0..1440);
            let most = [90, 600, 3_000][rng.usize(0..3)].min(2 * shape.open_minutes_a_week());
            let minutes = rng.i64(0..=most);
            let instant = |minute: i64| Timestamp::from_second(minute * 60).expect("an instant");
            let said = due(&calendar, instant(start), SignedDuration::from_mins(minutes)).expect("due");
            assert_eq!(
                said,
                instant(oracle.due(start, minutes)),
                "due {} + {minutes}\n{text}",
                instant(start)
            );
            let end = start + rng.i64(0..14 * 1440);
            let said = elapsed(&calendar, instant(start), instant(end)).expect("elapsed");
            let want = SignedDuration::from_mins(oracle.elapsed(start, end));
            assert_eq!(said, want, "elapsed {} to {}\n{text}", instant(start), instant(end));
        }
    }
}
