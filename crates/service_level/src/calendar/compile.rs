use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::days::Exceptions;
use super::definition::Definition;
use super::{FIRST_YEAR, LAST_YEAR, OutsideYears};

/// A definition turned into instants, ready to count with.
///
/// An instant is open when its local wall time lies in a span of its local date, and in no other case. So an
/// hour that the clocks skip opens nothing, and an hour they repeat opens twice: minutes are real minutes.
/// The years are worked out when first asked for, so that a calendar costs nothing to make.
#[derive(Debug)]
pub struct Calendar {
    definition: Definition,
    years: Vec<OnceLock<Year>>,
}

/// Nanoseconds, since 1970 or of open time. Enough until 2262, and exact for any instant there is.
pub(super) type Nanos = i64;

pub(super) const MINUTE: Nanos = 60 * SECOND;
const SECOND: Nanos = 1_000_000_000;

/// The open spans of one year in UTC, with the open time before each, so that both questions are a
/// binary search.
#[derive(Debug)]
pub(super) struct Year {
    spans: Vec<OpenSpan>,
    pub(super) open: Nanos,
}

#[derive(Debug)]
struct OpenSpan {
    from: Nanos,
    to: Nanos,
    open_before: Nanos,
}

impl Calendar {
    pub fn new(definition: Definition) -> Self {
        let years = (FIRST_YEAR..=LAST_YEAR).map(|_| OnceLock::new()).collect();
        Self { definition, years }
    }

    pub const fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The index of the year an instant is in, by UTC, and its nanoseconds since 1970.
    pub(super) fn place(&self, at: Timestamp) -> Result<(usize, Nanos), OutsideYears> {
        let year = Offset::UTC.to_datetime(at).year();
        let nanos = Nanos::try_from(at.as_nanosecond()).map_err(|_| OutsideYears)?;
        let within = (FIRST_YEAR..=LAST_YEAR).contains(&year);
        let index = usize::try_from(year - FIRST_YEAR).ok().filter(|_| within);
        index.map(|index| (index, nanos)).ok_or(OutsideYears)
    }

    /// The years from an index on, each worked out at most once.
    pub(super) fn years_from(&self, index: usize) -> impl Iterator<Item = &Year> {
        let years = (FIRST_YEAR..=LAST_YEAR).zip(&self.years).skip(index);
        years.map(|(year, cell)| cell.get_or_init(|| Year::compile(&self.definition, year)))
    }
}

impl Year {
    fn compile(definition: &Definition, year: i16) -> Self {
        let whole = start_of(year)..start_of(year + 1);
        let stretches = stretches(&definition.zone, &whole);
        let mut spans = Vec::with_capacity(366);
        for (from, to) in wall_spans(definition, year) {
            for stretch in &stretches {
                let from = (from - stretch.offset).max(stretch.from);
                let to = (to - stretch.offset).min(stretch.to);
                if from < to {
                    spans.push((from, to));
                }
            }
        }
        // Only a repeated hour disturbs the order.
        spans.sort_unstable();
        Self::of(&spans)
    }

    fn of(sorted: &[(Nanos, Nanos)]) -> Self {
        let mut spans: Vec<OpenSpan> = Vec::with_capacity(sorted.len());
        let mut open = 0;
        for &(from, to) in sorted {
            match spans.last_mut() {
                Some(last) if last.to == from => last.to = to,
                _ => spans.push(OpenSpan { from, to, open_before: open }),
            }
            open += to - from;
        }
        Self { spans, open }
    }

    /// Open time from the beginning of the year to an instant in it.
    pub(super) fn open_until(&self, at: Nanos) -> Nanos {
        let begun = self.spans.partition_point(|span| span.from <= at);
        match begun.checked_sub(1).and_then(|last| self.spans.get(last)) {
            Some(span) => span.open_before + at.min(span.to) - span.from,
            None => 0,
        }
    }

    /// The open spans of the year that lie between two instants, cut at both.
    pub(super) fn spans_within(&self, from: Nanos, to: Nanos) -> impl Iterator<Item = (Nanos, Nanos)> {
        let ended = self.spans.partition_point(|span| span.to <= from);
        let left = self.spans.iter().skip(ended).take_while(move |span| span.from < to);
        left.map(move |span| (span.from.max(from), span.to.min(to)))
    }

    /// The first instant by which so much open time of the year has passed; `open` must be above none and
    /// at most the year's.
    pub(super) fn instant_of(&self, open: Nanos) -> Option<Nanos> {
        let ended = self.spans.partition_point(|span| span.open_before + span.to - span.from < open);
        self.spans.get(ended).map(|span| span.from + open - span.open_before)
    }
}

/// A stretch of time with one distance between wall time and UTC.
struct Stretch {
    from: Nanos,
    to: Nanos,
    offset: Nanos,
}

fn stretches(zone: &TimeZone, whole: &Range<Timestamp>) -> Vec<Stretch> {
    let changes =
        zone.following(whole.start).map(|change| change.timestamp()).take_while(|at| *at < whole.end);
    let starts: Vec<Timestamp> = std::iter::once(whole.start).chain(changes).collect();
    let ends = starts.iter().skip(1).chain(std::iter::once(&whole.end));
    starts
        .iter()
        .zip(ends)
        .map(|(from, to)| Stretch {
            from: nanos(*from),
            to: nanos(*to),
            offset: Nanos::from(zone.to_offset(*from).seconds()) * SECOND,
        })
        .collect()
}

/// The spans of a year and of the days around it, which may reach into it in UTC: as if wall time were UTC.
fn wall_spans(definition: &Definition, year: i16) -> Vec<(Nanos, Nanos)> {
    let mut spans = Vec::with_capacity(2 * 366);
    for of_year in [year - 1, year, year + 1] {
        let exceptions = Exceptions::of(definition, of_year);
        let (first, last) = (date(of_year, 1, 1), date(of_year, 12, 31));
        let from = first.max(date(year, 1, 1).saturating_sub(2.days()));
        let to = last.min(date(year, 12, 31).saturating_add(2.days()));
        for day in from.series(1.day()).take_while(|day| *day <= to) {
            let midnight = nanos(start_of_day(day));
            let at = |minutes: u16| midnight + Nanos::from(minutes) * MINUTE;
            let open = exceptions.day(definition, day).spans;
            spans.extend(open.iter().map(|span| (at(span.opens.minutes()), at(span.closes.minutes()))));
        }
    }
    spans
}

fn start_of(year: i16) -> Timestamp {
    start_of_day(date(year, 1, 1))
}

/// Midnight as if in UTC. Cannot fail for the years of a calendar.
fn start_of_day(day: jiff::civil::Date) -> Timestamp {
    Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Saturates far outside the years of a calendar.
fn nanos(at: Timestamp) -> Nanos {
    Nanos::try_from(at.as_nanosecond()).unwrap_or(if at.signum() < 0 { Nanos::MIN } else { Nanos::MAX })
}
