use std::fmt;

use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

use super::draft::{Draft, DraftShort, WEEKDAYS};
use super::holidays::{EVES, NamedDay};
use super::problem::{DefinitionError, Fault, Place, Problem, nearest};
use super::wall_time::{Span, WallTime};
use super::{FIRST_YEAR, LAST_YEAR};

/// When something is open, in local wall time. Only checked definitions exist.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct Definition {
    pub(super) zone: TimeZone,
    pub(super) holidays: Holidays,
    pub(super) closed: Vec<DayRef>,
    pub(super) week: [Vec<Span>; 7],
    pub(super) short: Vec<Short>,
    /// As it was written; also carries what the calendar does not judge.
    draft: Draft,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holidays {
    None,
    /// The named red days; Sundays are the week's business.
    Sweden,
}

/// A day every year by its name, or one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayRef {
    Named(NamedDay),
    Date(Date),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Short {
    pub(super) day: DayRef,
    pub(super) closes: WallTime,
}

impl Definition {
    /// Turns what somebody wrote into a definition, or says everything that is wrong with it.
    pub fn check(draft: &Draft) -> Result<Self, DefinitionError> {
        let mut faults = Faults::default();
        let zone = zone(&draft.timezone, &mut faults);
        let holidays = holidays(draft.holidays.as_deref(), &mut faults);
        let closed = closed(&draft.closed, &mut faults);
        let week = week(draft, &mut faults);
        let short = short(&draft.short, &mut faults);
        match (zone, faults.0.is_empty()) {
            (Some(zone), true) => Ok(Self { zone, holidays, closed, week, short, draft: draft.clone() }),
            _ => Err(DefinitionError { problems: faults.0 }),
        }
    }

    /// As it was written, to show and edit.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The spans of an ordinary such day, in order.
    pub fn spans(&self, weekday: Weekday) -> &[Span] {
        self.week.get(usize::from(weekday.to_monday_zero_offset().unsigned_abs())).map_or(&[], Vec::as_slice)
    }

    /// No weekday has a span, so nothing could ever be due.
    pub fn never_opens(&self) -> bool {
        self.week.iter().all(Vec::is_empty)
    }
}

impl TryFrom<Draft> for Definition {
    type Error = DefinitionError;

    fn try_from(draft: Draft) -> Result<Self, Self::Error> {
        Self::check(&draft)
    }
}

impl From<Definition> for Draft {
    fn from(definition: Definition) -> Self {
        definition.draft
    }
}

#[derive(Default)]
struct Faults(Vec<Problem>);

impl Faults {
    fn at(&mut self, place: Place, fault: Fault) {
        self.0.push(Problem { place, line: None, fault });
    }

    fn keep<T>(&mut self, place: Place, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.at(place, fault)).ok()
    }
}

/// Time zones are the bundled ones, never the machine's, so that every node gives the same answer.
fn zone(name: &str, faults: &mut Faults) -> Option<TimeZone> {
    let known = TimeZoneDatabase::bundled();
    match known.get(name) {
        Ok(zone) if !zone.is_unknown() => Some(zone),
        _ => {
            let names: Vec<String> = known.available().map(|zone| zone.as_str().to_owned()).collect();
            let nearest = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
            faults.at(Place::key("timezone"), Fault::UnknownZone { name: name.to_owned(), nearest });
            None
        }
    }
}

fn holidays(name: Option<&str>, faults: &mut Faults) -> Holidays {
    match name {
        None | Some("none") => Holidays::None,
        Some("sweden") => Holidays::Sweden,
        Some(other) => {
            faults.at(Place::key("holidays"), Fault::UnknownHolidays(other.to_owned()));
            Holidays::None
        }
    }
}

fn closed(written: &[String], faults: &mut Faults) -> Vec<DayRef> {
    let place = Place::key("closed");
    let read = |(index, text): (usize, &String)| faults.keep(place.item(index), day_ref(text));
    written.iter().enumerate().filter_map(read).collect()
}

fn week(draft: &Draft, faults: &mut Faults) -> [Vec<Span>; 7] {
    let mut weekdays = WEEKDAYS.iter();
    draft.week.days().map(|written| {
        let place = Place::key("week").then(weekdays.next().copied().unwrap_or_default());
        spans(written, &place, faults)
    })
}

fn spans(written: &[String], place: &Place, faults: &mut Faults) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(written.len());
    for (index, text) in written.iter().enumerate() {
        let place = place.item(index);
        let Some(span) = faults.keep(place.clone(), span(text)) else { continue };
        if let Some(before) = spans.last().filter(|before| span.opens < before.closes) {
            let pair = (before.to_string(), span.to_string());
            let overlap = span.closes > before.opens;
            faults.at(
                place,
                if overlap {
                    Fault::SpansOverlap(pair.0, pair.1)
                } else {
                    Fault::SpansUnordered(pair.0, pair.1)
                },
            );
        }
        spans.push(span);
    }
    spans
}

fn span(text: &str) -> Result<Span, Fault> {
    let (opens, closes) = text.split_once('-').ok_or_else(|| Fault::NotASpan(text.to_owned()))?;
    let span = Span { opens: wall_time(opens.trim())?, closes: wall_time(closes.trim())? };
    match span.opens.cmp(&span.closes) {
        std::cmp::Ordering::Less => Ok(span),
        std::cmp::Ordering::Equal => Err(Fault::SpanEmpty(span.to_string())),
        std::cmp::Ordering::Greater => Err(Fault::SpanBackwards(span.to_string())),
    }
}

fn wall_time(text: &str) -> Result<WallTime, Fault> {
    WallTime::parse(text).ok_or_else(|| Fault::NotATime(text.to_owned()))
}

fn short(written: &[DraftShort], faults: &mut Faults) -> Vec<Short> {
    let mut all: Vec<Short> = Vec::with_capacity(written.len());
    for (index, one) in written.iter().enumerate() {
        let place = Place::key("short").item(index);
        let day = faults.keep(place.then("day"), day_ref(&one.day));
        let closes = faults.keep(place.then("closes"), wall_time(one.closes.trim()));
        let (Some(day), Some(closes)) = (day, closes) else { continue };
        if all.iter().any(|earlier| earlier.day == day) {
            faults.at(place.then("day"), Fault::ShortenedTwice(one.day.clone()));
        }
        all.push(Short { day, closes });
    }
    all
}

fn day_ref(text: &str) -> Result<DayRef, Fault> {
    let text = text.trim();
    if text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return date(text).map(DayRef::Date);
    }
    let named = EVES.into_iter().find(|day| day.code() == text);
    named.map(DayRef::Named).ok_or_else(|| Fault::UnknownDay {
        name: text.to_owned(),
        nearest: nearest(text, EVE_CODES),
        known: &EVE_CODES,
    })
}

const EVE_CODES: [&str; EVES.len()] = {
    let mut codes = [""; EVES.len()];
    let mut index = 0;
    while index < EVES.len() {
        codes[index] = EVES[index].code();
        index += 1;
    }
    codes
};

/// Reads `2026-05-15` and nothing looser.
fn date(text: &str) -> Result<Date, Fault> {
    let shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date: Date =
        text.parse().ok().filter(|_| shaped).ok_or_else(|| Fault::NoSuchDate(text.to_owned()))?;
    let within = (FIRST_YEAR..=LAST_YEAR).contains(&date.year());
    within.then_some(date).ok_or_else(|| Fault::DateOutsideYears(text.to_owned()))
}

impl fmt::Display for DayRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(day) => day.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}
