use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// An instant: microseconds since 1970 in UTC. Stored as BIGINT on both databases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    pub const SECOND: i64 = 1_000_000;
    pub const MINUTE: i64 = 60 * Self::SECOND;
    pub const HOUR: i64 = 60 * Self::MINUTE;
    pub const DAY: i64 = 24 * Self::HOUR;

    pub fn from_timestamp(at: Timestamp) -> Self {
        Self(at.as_microsecond())
    }

    /// Never fails: what lies outside jiff's years is drawn to the nearest end.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    pub const fn minus(self, micros: i64) -> Self {
        Self(self.0.saturating_sub(micros))
    }

    pub const fn plus_seconds(self, seconds: i64) -> Self {
        self.plus(seconds.saturating_mul(Self::SECOND))
    }

    /// The local date, as the municipality's wall calendar shows it.
    pub fn day(self, zone: &TimeZone) -> Day {
        Day::from_date(zone.to_datetime(self.timestamp()).date())
    }

    /// The local date where the municipality lies, for operations that ask who belongs where that day.
    pub fn local_day(self) -> Day {
        static ZONE: OnceLock<TimeZone> = OnceLock::new();
        self.day(
            ZONE.get_or_init(|| TimeZoneDatabase::bundled().get("Europe/Stockholm").unwrap_or(TimeZone::UTC)),
        )
    }

    /// RFC 3339 with the local offset, whole seconds.
    pub fn rfc3339(self, zone: &TimeZone) -> String {
        let at = Timestamp::from_second(self.timestamp().as_second()).unwrap_or(Timestamp::UNIX_EPOCH);
        at.display_with_offset(zone.to_offset(at)).to_string()
    }
}

/// A date as the number yyyymmdd, so that it sorts, reads and stores the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    pub fn from_date(date: Date) -> Self {
        Self(i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day()))
    }

    pub fn date(self) -> Option<Date> {
        let part = |n: i32| i8::try_from(n).ok();
        Date::new(i16::try_from(self.0 / 10_000).ok()?, part(self.0 / 100 % 100)?, part(self.0 % 100)?).ok()
    }

    /// Reads `2026-03-12` (as forms and files write it).
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse::<Date>().ok().map(Self::from_date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

/// Where the time of day comes in. Real in `serve`; shifted in a demo with `--today`; wound by hand in tests.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Real { shift: i64 },
    Hand(Arc<AtomicI64>),
}

impl Clock {
    pub const fn real() -> Self {
        Self(Source::Real { shift: 0 })
    }

    /// The real clock moved by so many microseconds.
    pub const fn shifted(shift: i64) -> Self {
        Self(Source::Real { shift })
    }

    pub fn hand(at: Moment) -> Self {
        Self(Source::Hand(Arc::new(AtomicI64::new(at.0))))
    }

    /// Winds a hand clock; a real clock does not listen.
    pub fn wind(&self, to: Moment) {
        if let Source::Hand(at) = &self.0 {
            at.store(to.0, Ordering::SeqCst);
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine for the time")]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Source::Real { shift } => Moment::from_timestamp(Timestamp::now()).plus(*shift),
            Source::Hand(at) => Moment(at.load(Ordering::SeqCst)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_local_day() {
        let zone = TimeZone::get("Europe/Stockholm").expect("bundled zone");
        let late: Timestamp = "2026-03-28T23:30:00Z".parse().expect("timestamp");
        assert_eq!(Moment::from_timestamp(late).day(&zone), Day(20260329));
        assert_eq!(Moment::from_timestamp(late).rfc3339(&zone), "2026-03-29T00:30:00+01:00");
        assert_eq!(Day::parse("2026-03-29"), Some(Day(20260329)));
        assert_eq!(Day(20260329).to_string(), "2026-03-29");
        assert_eq!(Day::parse("2026-02-30"), None);
    }
}
