//! One row of a file, read by the mapping (pure).

use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use kernel::Moment;
use service_level::calendar::{TimeError, read_instant};

use super::bind::Bound;
use super::encoding::NO_LETTER;
use super::file::Cells;
use super::mapping::{Field, Mapping, Shape, Standing, Unknown, key};
use crate::message;
use crate::ticket::{Kind, Level, Outcome, Priority};

/// What a row says, in our words where we have one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub line: u64,
    pub reference: String,
    /// When the ticket was made, or when this happened to it.
    pub at: Moment,
    /// When the ticket was made, where an event tells that as well.
    pub created: Option<Moment>,
    pub resolved: Option<Moment>,
    pub closed: Option<Moment>,
    pub updated: Option<Moment>,
    pub title: String,
    pub description: String,
    pub standing: Option<Standing>,
    pub outcome: Option<Outcome>,
    pub kind: Option<Kind>,
    pub urgent: Urgent,
    /// As theirs: which group it is here, the register says.
    pub group: String,
    pub assignee: String,
    pub requester_name: String,
    pub requester_mail: String,
    pub service: String,
    pub comment: String,
    pub note: String,
    pub solution: String,
}

/// How urgent it is, as far as the row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Urgent {
    /// The impact in their words.
    pub said: String,
    pub impact: Option<Level>,
    pub urgency: Option<Level>,
    pub priority: Option<Priority>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    pub line: u64,
    /// Whose row it is, where that can be read.
    pub reference: Option<String>,
    pub why: Why,
}

/// As a code with data; the sentences are the command line's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("the row has {got} cells, the header {want}")]
    Width { got: usize, want: usize },
    #[error("a byte is no letter of {0}")]
    Letters(&'static str),
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{field} has {letters} letters, the most is {most}")]
    Long { field: &'static str, letters: usize, most: usize },
    #[error("{field}: {text:?} is no time ({reason})")]
    Time { field: &'static str, text: String, reason: String },
    #[error("{field}: {text:?} lies in the future")]
    Future { field: &'static str, text: String },
    #[error("{field}: the mapping does not say what {text:?} is here")]
    Unknown { field: &'static str, text: String },
    #[error("line {first} has the same reference and says something else")]
    Twice { first: u64 },
}

impl Why {
    /// Stable, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Width { .. } => "width",
            Self::Letters(_) => "letters",
            Self::Empty(_) => "empty",
            Self::Long { .. } => "long",
            Self::Time { .. } => "time",
            Self::Future { .. } => "future",
            Self::Unknown { .. } => "unknown",
            Self::Twice { .. } => "twice",
        }
    }
}

const LONGEST_NAME: usize = 200;
const SKIPPED: &str = "the clocks were put forward past it";

/// What one row is read with.
pub(super) struct Reader<'m> {
    pub mapping: &'m Mapping,
    pub bound: &'m Bound,
    pub encoding: &'static str,
    pub now: Moment,
}

/// Nothing stands in it, as in the last lines of many spreadsheets.
pub(super) fn is_blank(cells: &Cells) -> bool {
    cells.record.iter().all(|cell| cell.trim().is_empty())
}

impl Reader<'_> {
    pub fn read(&self, cells: &Cells) -> Result<Row, Bad> {
        let reference = self.bound.text(Field::Reference, &cells.record);
        self.row(cells, &reference).map_err(|why| Bad {
            line: cells.line,
            reference: Some(reference).filter(|reference| !reference.is_empty()),
            why,
        })
    }

    fn row(&self, cells: &Cells, reference: &str) -> Result<Row, Why> {
        self.whole(cells)?;
        if reference.is_empty() {
            return Err(Why::Empty(Field::Reference.code()));
        }
        within(Field::Reference, reference, LONGEST_NAME)?;
        let text = |field| self.bound.text(field, &cells.record);
        let prose = |field: Field| {
            let text = text(field);
            within(field, &text, message::LONGEST - LONGEST_NAME * 4).map(|()| text)
        };
        let begins = if self.mapping.shape == Shape::Rows { Field::Created } else { Field::At };
        let at = self.time(begins, cells)?.ok_or(Why::Empty(begins.code()))?;
        let created = if begins == Field::At { self.time(Field::Created, cells)? } else { None };
        Ok(Row {
            line: cells.line,
            reference: reference.to_owned(),
            at,
            created,
            resolved: self.time(Field::Resolved, cells)?,
            closed: self.time(Field::Closed, cells)?,
            updated: self.time(Field::Updated, cells)?,
            standing: self.standing(cells)?,
            outcome: self.mapping.outcomes.get(&key(&text(Field::Outcome))).copied(),
            kind: self.kind(cells)?,
            urgent: self.urgent(cells)?,
            title: text(Field::Title),
            description: prose(Field::Description)?,
            group: short(text(Field::Group)),
            assignee: short(text(Field::Assignee)),
            requester_name: short(text(Field::RequesterName)),
            requester_mail: short(text(Field::RequesterMail)),
            service: short(text(Field::Service)),
            comment: prose(Field::Comment)?,
            note: prose(Field::Note)?,
            solution: prose(Field::Solution)?,
        })
    }

    /// As many cells as the header, and every one of letters. Empty cells past the last are nothing.
    fn whole(&self, cells: &Cells) -> Result<(), Why> {
        let (got, want) = (cells.record.len(), self.bound.width);
        let spare = cells.record.iter().skip(want).any(|cell| !cell.trim().is_empty());
        if got < want || spare {
            return Err(Why::Width { got, want });
        }
        if cells.record.iter().any(|cell| cell.contains(NO_LETTER)) {
            return Err(Why::Letters(self.encoding));
        }
        Ok(())
    }

    fn time(&self, field: Field, cells: &Cells) -> Result<Option<Moment>, Why> {
        let text = self.bound.text(field, &cells.record);
        if text.is_empty() {
            return Ok(None);
        }
        let at = read_time(self.mapping, &text).map_err(|reason| Why::Time {
            field: field.code(),
            text: text.clone(),
            reason,
        })?;
        // Clocks of two houses differ; a day does not.
        if at > self.now.plus(Moment::DAY) {
            return Err(Why::Future { field: field.code(), text });
        }
        Ok(Some(at))
    }

    fn standing(&self, cells: &Cells) -> Result<Option<Standing>, Why> {
        let text = self.bound.text(Field::Status, &cells.record);
        if !self.bound.has(Field::Status) {
            return Ok(None);
        }
        match (self.mapping.statuses.get(&key(&text)), self.mapping.unknown_status) {
            (Some(standing), _) => Ok(Some(*standing)),
            (None, Unknown::Keep) => Ok(None),
            (None, Unknown::Refuse) => Err(Why::Unknown { field: Field::Status.code(), text }),
        }
    }

    fn kind(&self, cells: &Cells) -> Result<Option<Kind>, Why> {
        let text = self.bound.text(Field::Kind, &cells.record);
        if text.is_empty() {
            return Ok(None);
        }
        let ours = self.mapping.kinds.get(&key(&text)).copied().or_else(|| Kind::parse(&key(&text)));
        ours.map(Some).ok_or(Why::Unknown { field: Field::Kind.code(), text })
    }

    fn urgent(&self, cells: &Cells) -> Result<Urgent, Why> {
        let said = |field| self.bound.text(field, &cells.record);
        let mut urgent = Urgent { said: said(Field::Impact), ..Urgent::default() };
        if !urgent.said.is_empty() {
            let word = key(&urgent.said);
            match self.mapping.impacts.get(&word) {
                Some(grade) => (urgent.impact, urgent.urgency) = (Some(grade.impact), grade.urgency),
                None => urgent.impact = Some(level(Field::Impact, &urgent.said)?),
            }
        }
        let urgency = said(Field::Urgency);
        if !urgency.is_empty() {
            let known = self.mapping.urgencies.get(&key(&urgency)).copied();
            urgent.urgency = Some(known.map_or_else(|| level(Field::Urgency, &urgency), Ok)?);
        }
        let text = said(Field::Priority);
        if !text.is_empty() {
            let known = self.mapping.priorities.get(&key(&text)).copied();
            let known = known.or_else(|| Priority::try_from(text.parse::<u8>().ok()?).ok());
            urgent.priority = Some(known.ok_or(Why::Unknown { field: Field::Priority.code(), text })?);
        }
        Ok(urgent)
    }
}

fn level(field: Field, text: &str) -> Result<Level, Why> {
    Level::parse(&key(text)).ok_or_else(|| Why::Unknown { field: field.code(), text: text.to_owned() })
}

fn within(field: Field, text: &str, most: usize) -> Result<(), Why> {
    // Letters are at most bytes, so that the long count is made of long texts alone.
    let letters = if text.len() > most { text.chars().count() } else { 0 };
    if letters > most { Err(Why::Long { field: field.code(), letters, most }) } else { Ok(()) }
}

fn short(name: String) -> String {
    if name.chars().nth(LONGEST_NAME).is_some() { name.chars().take(LONGEST_NAME).collect() } else { name }
}

/// By the mapping's patterns, or ISO 8601: with an offset, or local time in the mapping's zone.
fn read_time(mapping: &Mapping, text: &str) -> Result<Moment, String> {
    if mapping.time_formats.is_empty() {
        let zone = mapping.zone.clone().unwrap_or(TimeZone::UTC);
        let at = read_instant(text, &zone).map_err(no_time)?;
        if mapping.zone.is_none() && read_instant(text, &TimeZone::fixed(jiff::tz::offset(1))) != Ok(at) {
            return Err("it does not say its offset, and the mapping names no timezone".to_owned());
        }
        return sensible(at);
    }
    let mut first = None;
    for pattern in &mapping.time_formats {
        match by_pattern(pattern, text, mapping.zone.as_ref()) {
            Ok(at) => return sensible(at),
            Err(error) => drop(first.get_or_insert(error)),
        }
    }
    Err(first.unwrap_or_default())
}

/// What is wrong, without the text itself: the row's line shows that.
fn no_time(error: TimeError) -> String {
    match error {
        TimeError::NotATime(_) => "write it as 2026-03-10 09:15, or name its time_format".to_owned(),
        TimeError::NoSuchTime { reason, .. } => reason,
        TimeError::Skipped { .. } => SKIPPED.to_owned(),
    }
}

fn sensible(at: jiff::Timestamp) -> Result<Moment, String> {
    if at < jiff::Timestamp::UNIX_EPOCH {
        return Err("it lies before 1970".to_owned());
    }
    Ok(Moment::from_timestamp(at))
}

fn by_pattern(pattern: &str, text: &str, zone: Option<&TimeZone>) -> Result<jiff::Timestamp, String> {
    let said = |error: jiff::Error| error.to_string();
    let read = BrokenDownTime::parse(pattern, text).map_err(said)?;
    if read.offset().is_some() || read.timestamp().is_some() {
        return read.to_timestamp().map_err(said);
    }
    let date = read.to_date().map_err(said)?;
    // A date alone is its midnight.
    let local = read.to_time().map_or_else(|_| date.at(0, 0, 0, 0), |time| date.to_datetime(time));
    let Some(zone) = zone else { return Err("the mapping names no timezone".to_owned()) };
    let ambiguous = zone.to_ambiguous_timestamp(local);
    if let AmbiguousOffset::Gap { .. } = ambiguous.offset() {
        return Err(SKIPPED.to_owned());
    }
    ambiguous.earlier().map_err(said)
}
