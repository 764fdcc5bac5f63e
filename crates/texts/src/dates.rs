//! Dates and times of day, in the municipality's own time.
//!
//! Years and hours are given to Fluent as text, so that 2019 never becomes "2 019".

use jiff::civil::{Date, Time};
use kernel::{Day, Lang, Moment};

use crate::{Arg, Words};

const MONTHS: [&str; 12] = [
    "date-month-1",
    "date-month-2",
    "date-month-3",
    "date-month-4",
    "date-month-5",
    "date-month-6",
    "date-month-7",
    "date-month-8",
    "date-month-9",
    "date-month-10",
    "date-month-11",
    "date-month-12",
];

const WEEKDAYS: [&str; 7] = [
    "date-weekday-1",
    "date-weekday-2",
    "date-weekday-3",
    "date-weekday-4",
    "date-weekday-5",
    "date-weekday-6",
    "date-weekday-7",
];

impl Words {
    /// `12 mars 2019`.
    pub fn date(self, at: Moment) -> String {
        self.civil_date(self.civil(at).0)
    }

    /// `12 mars 2019`, for a date that never was an instant. What is no date is shown as it is stored.
    pub fn day(self, day: Day) -> String {
        day.date().map_or_else(|| day.to_string(), |date| self.civil_date(date))
    }

    /// `12 mars` this year, `12 mars 2018` otherwise.
    pub fn date_short(self, at: Moment, now: Moment) -> String {
        self.civil_date_short(self.civil(at).0, self.civil(now).0)
    }

    /// `torsdag 14 mars` this year, `torsdag 14 mars 2018` otherwise.
    pub fn date_long(self, at: Moment, now: Moment) -> String {
        let (date, today) = (self.civil(at).0, self.civil(now).0);
        let short = self.civil_date_short(date, today);
        self.with("date-weekday-date", &[("weekday", self.weekday(date).into()), ("date", short.into())])
    }

    /// `i dag`, `i morgon`, `i går`, else `12 mars` (with the year when it is not this one).
    pub fn day_words(self, at: Moment, now: Moment) -> String {
        let (date, today) = (self.civil(at).0, self.civil(now).0);
        self.near_day(date, today).unwrap_or_else(|| self.civil_date_short(date, today))
    }

    /// `mars 2019`.
    pub fn month(self, day: Day) -> String {
        day.date().map_or_else(
            || day.to_string(),
            |date| {
                let year = Arg::from(date.year().to_string());
                self.with("date-month-year", &[("month", self.month_name(date).into()), ("year", year)])
            },
        )
    }

    /// `måndag`.
    pub fn weekday(self, date: Date) -> String {
        name(&WEEKDAYS, date.weekday().to_monday_zero_offset()).map_or_else(String::new, |key| self.t(key))
    }

    /// `kl. 14.02` or `14:02`.
    pub fn time(self, at: Moment) -> String {
        self.time_of_day(self.civil(at).1)
    }

    /// `kl. 14.02` or `14:02`.
    pub fn time_of_day(self, time: Time) -> String {
        self.with("time-at", &[("clock", self.clock(time).into())])
    }

    /// `kl. 8–16.30` or `8:00–16:30`: opening hours, as they are written on a door.
    pub fn time_span(self, from: Time, to: Time) -> String {
        let short = |time: Time| match self.lang() {
            Lang::Sv if time.minute() == 0 => time.hour().to_string(),
            Lang::Sv => format!("{}.{:02}", time.hour(), time.minute()),
            Lang::En => format!("{}:{:02}", time.hour(), time.minute()),
        };
        self.with("time-span", &[("from", short(from).into()), ("to", short(to).into())])
    }

    /// For timelines: `i dag kl. 10.02`, `12 mars kl. 09.15`, with the year when it is not this one.
    pub fn when(self, at: Moment, now: Moment) -> String {
        let day = self.day_words(at, now);
        self.with("when-day-time", &[("day", day.into()), ("time", self.time(at).into())])
    }

    pub(crate) fn civil(self, at: Moment) -> (Date, Time) {
        let local = self.zone().to_datetime(at.timestamp());
        (local.date(), local.time())
    }

    /// Today, tomorrow and yesterday have names of their own.
    pub(crate) fn near_day(self, date: Date, today: Date) -> Option<String> {
        let key = if date == today {
            "date-today"
        } else if today.tomorrow().is_ok_and(|tomorrow| date == tomorrow) {
            "date-tomorrow"
        } else if today.yesterday().is_ok_and(|yesterday| date == yesterday) {
            "date-yesterday"
        } else {
            return None;
        };
        Some(self.t(key))
    }

    fn civil_date(self, date: Date) -> String {
        let year = Arg::from(date.year().to_string());
        let day = Arg::from(date.day());
        self.with(
            "date-day-month-year",
            &[("day", day), ("month", self.month_name(date).into()), ("year", year)],
        )
    }

    fn civil_date_short(self, date: Date, today: Date) -> String {
        if date.year() != today.year() {
            return self.civil_date(date);
        }
        self.with("date-day-month", &[("day", date.day().into()), ("month", self.month_name(date).into())])
    }

    fn month_name(self, date: Date) -> String {
        name(&MONTHS, date.month() - 1).map_or_else(String::new, |key| self.t(key))
    }

    fn clock(self, time: Time) -> String {
        let point = match self.lang() {
            Lang::Sv => '.',
            Lang::En => ':',
        };
        format!("{:02}{point}{:02}", time.hour(), time.minute())
    }
}

fn name(keys: &[&'static str], at: i8) -> Option<&'static str> {
    keys.get(usize::try_from(at).ok()?).copied()
}
