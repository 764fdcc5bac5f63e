use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use desk::import::{self, FileError, Mapping, Options, Phase, Progress, Report, Stopped};
use indicatif::{ProgressBar, ProgressStyle};
use kernel::Clock;

use super::open::open;
use super::user::{refused, settle};
use super::{Exit, Place, stop};

/// Take over what another system holds.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Another desk's tickets with their history; what was loaded before is left alone
    Tickets {
        /// CSV, plain or packed with gzip
        file: PathBuf,
        /// What the file calls things (TOML); examples/import/README.md explains every key
        #[arg(long, value_name = "MAPPING.toml")]
        mapping: PathBuf,
        /// Say what would come, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Load what is good even when some rows are bad
        #[arg(long)]
        partial: bool,
        /// Print the figures and every bad row as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(place: &Place, words: &Import) -> Exit {
    let Import::Tickets { file, mapping: path, dry_run, partial, json } = words;
    let mapping = match mapping(path) {
        Ok(mapping) => mapping,
        Err(exit) => return exit,
    };
    let opened = match open(place) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let options = Options { dry_run: *dry_run, partial: *partial };
    let mut shown = Shown::new();
    let now = Clock::real().now();
    let done = import::run(&opened.db, &opened.actor, now, (file, &mapping, options), &mut |progress| {
        shown.show(progress)
    });
    shown.end();
    let exit = match done {
        Ok(report) => say(&report, *partial, *json),
        Err(why) => stopped(path, why),
    };
    settle(&opened, exit)
}

fn mapping(path: &Path) -> Result<Mapping, Exit> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| stop(Exit::Usage, format!("{} cannot be read: {error}", path.display())))?;
    Mapping::from_toml(&text)
        .map_err(|error| stop(Exit::Usage, format!("{} is not sound\n{error}", path.display())))
}

fn stopped(mapping: &Path, why: Stopped) -> Exit {
    match why {
        Stopped::Mapping(error) => stop(Exit::Usage, format!("{} does not fit\n{error}", mapping.display())),
        Stopped::File(error) => {
            let missing = match &error {
                FileError::Io(_, error) => {
                    matches!(
                        error.kind(),
                        std::io::ErrorKind::NotFound | std::io::ErrorKind::PermissionDenied
                    )
                }
                FileError::NotAFile(_) => true,
                FileError::Spreadsheet(_) | FileError::Empty(_) => false,
            };
            stop(if missing { Exit::Usage } else { Exit::Refused }, error)
        }
        Stopped::Refused(refusal) => refused(&refusal),
    }
}

fn say(report: &Report, partial: bool, json: bool) -> Exit {
    if json {
        match serde_json::to_string_pretty(report) {
            Ok(text) => println!("{text}"),
            Err(error) => return stop(Exit::Refused, error),
        }
    } else {
        figures(report);
        for bad in &report.bad {
            match &bad.reference {
                Some(reference) => eprintln!("line {}: {reference}: {}", bad.line, bad.reason),
                None => eprintln!("line {}: {}", bad.line, bad.reason),
            }
        }
        let unlisted = report.bad_rows.saturating_sub(report.bad.len() as u64);
        if unlisted > 0 {
            eprintln!("and {unlisted} more bad rows");
        }
    }
    if !report.is_refused() {
        return Exit::Done;
    }
    let (rows, left_out) = (report.bad_rows, report.left_out);
    let whole = if left_out > 0 {
        format!("; left out whole, with their other rows: {left_out} tickets")
    } else {
        String::new()
    };
    let then = match (report.dry_run, partial) {
        (true, _) => "",
        (false, true) => "; the others were loaded",
        (false, false) => "; nothing was loaded. Mend them, or load the others with --partial",
    };
    stop(Exit::Refused, format!("bad rows: {rows}{whole}{then}"))
}

fn figures(report: &Report) {
    let delimiter = report.delimiter;
    println!("{}: {} rows in {}, cut at {delimiter:?}", report.source, report.rows, report.encoding);
    println!("{:>9} tickets", report.tickets);
    println!("{:>9} events, {} of them hand-overs", report.events, report.hand_overs);
    if let (Some(first), Some(last)) = (&report.first, &report.last) {
        println!("          from {first} to {last}");
    }
    list("stage", &report.stages);
    list("priority", &report.priorities);
    list("impact, in the file's words", &report.impacts);
    if report.repeated_rows > 0 {
        println!("{:>9} rows said what another had said", report.repeated_rows);
    }
    if report.closed_by_rule > 0 {
        println!(
            "{:>9} tickets were resolved so long ago that they are closed by now",
            report.closed_by_rule
        );
    }
    if report.times_mended > 0 {
        println!(
            "{:>9} tickets had a time before the one it must come after; it was drawn up",
            report.times_mended
        );
    }
    unmapped(
        "groups",
        &report.groups_not_mapped,
        "their tickets go to the default group, and the history keeps the name",
    );
    unmapped("services", &report.services_not_mapped, "their tickets have no service");
    let new = if report.dry_run || report.loaded < report.new { "would be new" } else { "new" };
    println!("{:>9} {new}, {} already here", report.new, report.known);
    println!("{:>9} loaded", report.loaded);
}

fn list<K: std::fmt::Display>(of: &str, counts: &std::collections::BTreeMap<K, u64>) {
    if !counts.is_empty() {
        let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        println!("          by {of}: {}", counts.join(", "));
    }
}

/// Names beyond these are in the JSON.
const NAMED: usize = 12;

fn unmapped(what: &str, counts: &std::collections::BTreeMap<String, u64>, then: &str) {
    if counts.is_empty() {
        return;
    }
    let mut most: Vec<(&String, &u64)> = counts.iter().collect();
    most.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
    let named: Vec<String> =
        most.iter().take(NAMED).map(|(name, count)| format!("{name} ({count})")).collect();
    let more = if most.len() > NAMED { " …" } else { "" };
    println!("{:>9} {what} are not in the register: {}{more}", counts.len(), named.join(", "));
    println!("          {then}");
}

/// A bar on a terminal; else a line for every tenth part.
enum Shown {
    Bar(ProgressBar),
    Lines { phase: Option<Phase>, tenths: u64 },
}

impl Shown {
    fn new() -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::Lines { phase: None, tenths: 0 };
        }
        let style = ProgressStyle::with_template("{prefix:<9} [{bar:40}] {percent:>3} %  {msg}");
        let bar = ProgressBar::new(1);
        Self::Bar(style.map_or(bar.clone(), |style| bar.with_style(style.progress_chars("=> "))))
    }

    fn show(&mut self, progress: Progress) {
        let (doing, counted) = match progress.phase {
            Phase::Check => ("checking", format!("{} rows", progress.count)),
            Phase::Load => ("loading", format!("{} tickets", progress.count)),
        };
        match self {
            Self::Bar(bar) => {
                bar.set_length(progress.bytes.max(1));
                bar.set_prefix(doing);
                bar.set_message(counted);
                bar.set_position(progress.read);
            }
            Self::Lines { phase, tenths } => {
                if *phase != Some(progress.phase) {
                    (*phase, *tenths) = (Some(progress.phase), 0);
                }
                let reached = progress.read * 10 / progress.bytes.max(1);
                if reached > *tenths {
                    *tenths = reached;
                    eprintln!("{doing}: {} %, {counted}", reached * 10);
                }
            }
        }
    }

    fn end(self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
