use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::Serialize;

use super::definition::{DayRef, Definition, Holidays};
use super::holidays::{NamedDay, red_days};
use super::wall_time::{Span, WallTime};

/// One local date as the definition has it. The spans are wall time; which instants they are is for
/// `Calendar` to say, on the two days a year when the clocks change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Day {
    pub date: Date,
    pub kind: DayKind,
    /// Why the day is not an ordinary one, when it has a name for that.
    pub name: Option<NamedDay>,
    pub spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DayKind {
    Open,
    /// Open, but closes earlier than its weekday does.
    Short,
    Closed,
}

/// Every day of a year, 1 January first.
pub fn days_of_year(definition: &Definition, year: i16) -> Vec<Day> {
    let exceptions = Exceptions::of(definition, year);
    let first = date(year, 1, 1);
    first
        .series(1.day())
        .take_while(|day| day.year() == year)
        .map(|day| exceptions.day(definition, day))
        .collect()
}

/// Single working days between two closed days: *klämdagar*. Nobody but the employer decides whether they are
/// worked; this only points them out.
pub fn bridge_days(definition: &Definition, year: i16) -> Vec<Date> {
    let first = date(year, 1, 1);
    let around = first
        .saturating_sub(1.day())
        .series(1.day())
        .take(usize::from(first.days_in_year().unsigned_abs()) + 2);
    let mut exceptions: BTreeMap<i16, Exceptions> = BTreeMap::new();
    let all: Vec<(Date, bool)> = around
        .map(|day| {
            let of_year =
                exceptions.entry(day.year()).or_insert_with(|| Exceptions::of(definition, day.year()));
            (day, of_year.day(definition, day).kind != DayKind::Closed)
        })
        .collect();
    all.windows(3)
        .filter_map(|window| match window {
            [(_, false), (day, true), (_, false)] => Some(*day),
            _ => None,
        })
        .collect()
}

/// What a definition says about particular dates of one year.
pub(super) struct Exceptions(BTreeMap<Date, Exception>);

#[derive(Default)]
struct Exception {
    name: Option<NamedDay>,
    closed: bool,
    closes: Option<WallTime>,
}

impl Exceptions {
    pub(super) fn of(definition: &Definition, year: i16) -> Self {
        let mut dates: BTreeMap<Date, Exception> = BTreeMap::new();
        if definition.holidays == Holidays::Sweden {
            for (date, name) in red_days(year) {
                let day = dates.entry(date).or_default();
                day.closed = true;
                day.name.get_or_insert(name);
            }
        }
        for (date, name) in definition.closed.iter().filter_map(|day| day.in_year(year)) {
            let day = dates.entry(date).or_default();
            day.closed = true;
            day.name = day.name.or(name);
        }
        for short in &definition.short {
            let Some((date, name)) = short.day.in_year(year) else { continue };
            let day = dates.entry(date).or_default();
            // Two rules may meet on one date, by name and by date: the earlier closing holds.
            day.closes = Some(day.closes.map_or(short.closes, |earlier| earlier.min(short.closes)));
            day.name = day.name.or(name);
        }
        Self(dates)
    }

    /// The date must be of the year that the exceptions are of.
    pub(super) fn day(&self, definition: &Definition, date: Date) -> Day {
        let usual = definition.spans(date.weekday());
        let exception = self.0.get(&date);
        let spans: Vec<Span> = match exception {
            None => usual.to_vec(),
            Some(Exception { closed: true, .. }) => Vec::new(),
            Some(Exception { closes: None, .. }) => usual.to_vec(),
            Some(Exception { closes: Some(closes), .. }) => {
                usual.iter().filter_map(|span| span.cut(*closes)).collect()
            }
        };
        let kind = match spans.is_empty() {
            true => DayKind::Closed,
            false if spans != usual => DayKind::Short,
            false => DayKind::Open,
        };
        Day { date, kind, name: exception.and_then(|exception| exception.name), spans }
    }
}

impl DayRef {
    fn in_year(&self, year: i16) -> Option<(Date, Option<NamedDay>)> {
        match *self {
            Self::Named(day) => Some((day.date(year), Some(day))),
            Self::Date(date) => (date.year() == year).then_some((date, None)),
        }
    }
}
