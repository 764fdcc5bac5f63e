use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use service_level::calendar::cli::{self, CliError};

use super::{Exit, stop};

/// Count with a calendar's opening hours. Times are RFC 3339, or local time in the calendar's zone.
#[derive(Debug, Subcommand)]
pub enum Calendar {
    /// The earliest instant by which so many open minutes have passed
    Due {
        #[arg(required_unless_present = "batch", conflicts_with = "batch")]
        start: Option<String>,
        #[arg(required_unless_present = "batch", conflicts_with = "batch", allow_negative_numbers = true)]
        minutes: Option<i64>,
        /// The calendar, as TOML
        #[arg(long, value_name = "FILE")]
        definition: PathBuf,
        /// Many at once: a line {"start":…,"minutes":…} each, answered in the same order with "due"
        #[arg(long, value_name = "LINES.jsonl")]
        batch: Option<PathBuf>,
    },
    /// The whole open minutes between two times
    Elapsed {
        start: String,
        end: String,
        #[arg(long, value_name = "FILE")]
        definition: PathBuf,
    },
    /// What each day of a year is: open, short or closed
    Days {
        year: i64,
        #[arg(long, value_name = "FILE")]
        definition: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(words: &Calendar) -> Exit {
    match words {
        Calendar::Due { definition, batch: Some(lines), .. } => {
            with(definition, |text| due_batch(text, lines))
        }
        Calendar::Due { start, minutes, definition, .. } => {
            let (start, minutes) = (start.as_deref().unwrap_or_default(), minutes.unwrap_or_default());
            with(definition, |text| say(cli::due(text, start, minutes)))
        }
        Calendar::Elapsed { start, end, definition } => {
            with(definition, |text| say(cli::elapsed(text, start, end)))
        }
        Calendar::Days { year, definition, json } => {
            with(definition, |text| say(cli::days(text, *year, *json)))
        }
    }
}

fn with(definition: &Path, answer: impl FnOnce(&str) -> Exit) -> Exit {
    match std::fs::read_to_string(definition) {
        Ok(text) => answer(&text),
        Err(error) => stop(Exit::Usage, format!("{} cannot be read: {error}", definition.display())),
    }
}

fn say(answer: Result<impl std::fmt::Display, CliError>) -> Exit {
    match answer {
        Ok(text) => {
            println!("{text}");
            Exit::Done
        }
        Err(error) => refuse(&error),
    }
}

fn refuse(error: &CliError) -> Exit {
    stop(if error.exit_code() == 2 { Exit::Usage } else { Exit::Refused }, error)
}

fn due_batch(definition: &str, lines: &Path) -> Exit {
    let file = match std::fs::File::open(lines) {
        Ok(file) => io::BufReader::new(file),
        Err(error) => return stop(Exit::Usage, format!("{} cannot be read: {error}", lines.display())),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let answered = cli::due_batch(definition, file, &mut out).and_then(|batch| Ok((batch, out.flush()?)));
    match answered {
        Ok((batch, ())) if batch.refused == 0 => Exit::Done,
        Ok(_) => Exit::Refused,
        Err(error) => refuse(&error),
    }
}
