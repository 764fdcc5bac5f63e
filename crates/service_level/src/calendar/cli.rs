//! What `enhet calendar …` answers, given the text of a definition file. No files, no clock, no database.

use jiff::SignedDuration;

use super::compile::Calendar;
use super::days::{Day, days_of_year};
use super::definition::Definition;
use super::due::{DueError, due as due_at};
use super::elapsed::{ElapsedError, elapsed as elapsed_between};
use super::local_time::{TimeError, read_instant, write_instant};
use super::problem::DefinitionError;
use super::{FIRST_YEAR, LAST_YEAR};

pub use super::batch::{Batch, due_batch};

#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error("the definition cannot be used:\n{0}")]
    Definition(#[from] DefinitionError),
    #[error("{0}")]
    Time(#[from] TimeError),
    #[error("{0}")]
    Due(#[from] DueError),
    #[error("{0}")]
    Elapsed(#[from] ElapsedError),
    #[error("the year {0} is outside the years {FIRST_YEAR} to {LAST_YEAR} that a calendar answers for")]
    Year(i64),
    #[error("reading or writing failed: {0}")]
    Io(#[from] std::io::Error),
}

impl CliError {
    /// 2 when the definition is at fault, 1 when the question is.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Definition(_) | Self::Due(DueError::NeverOpen) => 2,
            Self::Time(_) | Self::Due(_) | Self::Elapsed(_) | Self::Year(_) | Self::Io(_) => 1,
        }
    }
}

/// `enhet calendar due START MINUTES`: RFC 3339 with local offset, without a line end.
pub fn due(definition: &str, start: &str, minutes: i64) -> Result<String, CliError> {
    let calendar = calendar(definition)?;
    let too_long = if minutes < 0 { DueError::Negative } else { DueError::Beyond };
    due_text(&calendar, start, SignedDuration::try_from_mins(minutes).ok_or(too_long)?)
}

/// `enhet calendar elapsed START END`: whole minutes, rounded down.
pub fn elapsed(definition: &str, start: &str, end: &str) -> Result<i64, CliError> {
    let calendar = calendar(definition)?;
    let zone = calendar.definition().zone();
    let (start, end) = (read_instant(start, zone)?, read_instant(end, zone)?);
    Ok(elapsed_between(&calendar, start, end)?.as_mins())
}

/// `enhet calendar days YEAR`: for machines one JSON array; for people a line a day.
pub fn days(definition: &str, year: i64, json: bool) -> Result<String, CliError> {
    let definition = Definition::from_toml(definition)?;
    let within = i16::try_from(year).ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    let days = days_of_year(&definition, within.ok_or(CliError::Year(year))?);
    if json {
        return Ok(serde_json::to_string(&days).map_err(std::io::Error::from)?);
    }
    Ok(days.iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn line(day: &Day) -> String {
    let kind = format!("{:?}", day.kind).to_lowercase();
    let spans: Vec<String> = day.spans.iter().map(ToString::to_string).collect();
    let name = day.name.map_or("", super::NamedDay::code);
    let weekday = day.date.strftime("%a");
    format!("{} {weekday}  {kind:<6}  {:<24}  {name}", day.date, spans.join(" ")).trim_end().to_owned()
}

pub(super) fn calendar(definition: &str) -> Result<Calendar, CliError> {
    Ok(Calendar::new(Definition::from_toml(definition)?))
}

pub(super) fn due_text(calendar: &Calendar, start: &str, open: SignedDuration) -> Result<String, CliError> {
    let zone = calendar.definition().zone();
    let start = read_instant(start, zone)?;
    Ok(write_instant(due_at(calendar, start, open)?, zone))
}
