//! What an import brings, in figures (pure).

use std::collections::BTreeMap;

use serde::Serialize;

use super::mapping::{Mapping, Shape};
use super::register::Register;
use super::row::Bad;
use super::story::{Story, What};
use kernel::Moment;

/// Of bad rows, so many are kept to be listed; all are counted.
const LISTED: usize = 10_000;

/// The figures of one run. Tickets that stand here already are counted like the others: the figures are the file's.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    pub source: String,
    /// `rows` or `events`.
    pub kind: &'static str,
    pub encoding: &'static str,
    pub delimiter: char,
    pub dry_run: bool,
    /// Rows below the header, empty ones aside.
    pub rows: u64,
    /// Rows that say what another has said.
    pub repeated_rows: u64,
    pub bad_rows: u64,
    /// Tickets in the file that can be loaded.
    pub tickets: u64,
    /// Of those: not here before this run.
    pub new: u64,
    /// Of those: here from an earlier run, and left alone.
    pub known: u64,
    /// Tickets left out whole because of a bad row.
    pub left_out: u64,
    /// Tickets that this run has written.
    pub loaded: u64,
    /// What happened to the tickets, and what was said in them.
    pub events: u64,
    /// Hand-overs from one team to another.
    pub hand_overs: u64,
    pub first: Option<String>,
    pub last: Option<String>,
    /// Where they stand.
    pub stages: BTreeMap<&'static str, u64>,
    /// The last impact of each, in the file's words.
    pub impacts: BTreeMap<String, u64>,
    pub priorities: BTreeMap<u8, u64>,
    /// Resolved so long ago that this house closes them, seven days after as it would have.
    pub closed_by_rule: u64,
    /// Tickets with a time before the one that it must come after.
    pub times_mended: u64,
    /// Names that the register does not have, with how many tickets name them: the ticket goes to the default group
    /// and its history keeps the name.
    pub groups_not_mapped: BTreeMap<String, u64>,
    pub services_not_mapped: BTreeMap<String, u64>,
    pub bad: Vec<BadRow>,
    #[serde(skip)]
    pub(super) span: Option<(Moment, Moment)>,
}

#[derive(Clone, Debug, Serialize)]
pub struct BadRow {
    pub line: u64,
    pub reference: Option<String>,
    pub code: &'static str,
    pub reason: String,
}

impl Report {
    pub(super) fn of(mapping: &Mapping, encoding: &'static str, delimiter: u8, dry_run: bool) -> Self {
        Self {
            source: mapping.source.clone(),
            kind: mapping.shape.code(),
            encoding,
            delimiter: char::from(delimiter),
            dry_run,
            ..Self::default()
        }
    }

    pub(super) fn refuse(&mut self, bad: &Bad) {
        self.bad_rows += 1;
        if self.bad.len() < LISTED {
            self.bad.push(BadRow {
                line: bad.line,
                reference: bad.reference.clone(),
                code: bad.why.code(),
                reason: bad.why.to_string(),
            });
        }
    }

    pub(super) fn count(&mut self, mapping: &Mapping, register: &Register, story: &Story) {
        self.tickets += 1;
        self.repeated_rows += if mapping.shape == Shape::Events { story.repeated } else { 0 };
        self.events += story.beats.len() as u64;
        *self.stages.entry(story.stage.code()).or_default() += 1;
        *self.priorities.entry(story.last_priority.number()).or_default() += 1;
        if !story.said_impact.is_empty() {
            *self.impacts.entry(story.said_impact.clone()).or_default() += 1;
        }
        self.closed_by_rule += u64::from(story.closed_by_rule);
        self.times_mended += u64::from(story.mended);
        let mut teams = vec![&story.group];
        for beat in &story.beats {
            if let What::Group(name) = &beat.what {
                self.hand_overs += 1;
                teams.push(name);
            }
        }
        teams.sort_unstable();
        teams.dedup();
        for team in teams.into_iter().filter(|team| !team.is_empty() && register.group(team).is_none()) {
            *self.groups_not_mapped.entry(team.clone()).or_default() += 1;
        }
        if !story.service.is_empty() && register.service(&story.service).is_none() {
            *self.services_not_mapped.entry(story.service.clone()).or_default() += 1;
        }
        let last = story.beats.last().map_or(story.created, |beat| beat.at);
        let (from, to) = self.span.get_or_insert((story.created, last));
        (*from, *to) = ((*from).min(story.created), (*to).max(last));
    }

    pub(super) fn close(&mut self) {
        let written = |at: Moment| at.rfc3339(&jiff::tz::TimeZone::UTC);
        (self.first, self.last) =
            (self.span.map(|(from, _)| written(from)), self.span.map(|(_, to)| written(to)));
    }

    /// Some of the file could not be taken.
    pub fn is_refused(&self) -> bool {
        self.bad_rows > 0
    }
}
