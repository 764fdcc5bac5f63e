//! Due times, clocks and outcomes: pure functions of what is kept and the edition that was promised.

use kernel::Moment;
use serde::Serialize;

use super::{Due, Outcome, State};
use crate::calendar::Calendar;
use crate::promise::{Goal, PromiseVersion};

/// What is kept of a subject's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub started_at: Moment,
    pub priority: u8,
    pub responded_at: Option<Moment>,
    /// In order, each beginning where the one before ended. Only the last has no end.
    pub intervals: Vec<Interval>,
}

/// One state from a moment until another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub state: State,
    pub from: Moment,
    pub to: Option<Moment>,
}

/// What was promised a subject, and the calendar it is counted by.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    pub calendar: &'a Calendar,
    pub goal: Goal,
}

impl<'a> Rule<'a> {
    pub fn of(version: &'a PromiseVersion, priority: u8) -> Self {
        Self { calendar: version.calendar.open(), goal: version.goal(priority) }
    }
}

impl Record {
    /// What the resolution clock does now.
    pub fn state(&self) -> State {
        self.intervals.last().map_or(State::Running, |last| last.state)
    }

    /// Since when it does.
    pub fn since(&self) -> Moment {
        self.intervals.last().map_or(self.started_at, |last| last.from)
    }

    /// Open microseconds in a state, up to a moment.
    fn open_in(&self, state: State, calendar: &Calendar, now: Moment) -> i64 {
        let of_state = self.intervals.iter().filter(|interval| interval.state == state);
        of_state
            .map(|interval| calendar.open_between(interval.from, interval.to.unwrap_or(now).min(now)))
            .sum()
    }
}

/// One clock of a subject at a moment; `Clock` to everybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Open minutes; none is *as good as we can, no promise*.
    pub goal_minutes: Option<i64>,
    pub due: Option<Moment>,
    /// Open minutes that counted so far, rounded down.
    pub running_minutes: i64,
    /// Open minutes that the clock stood still, rounded down.
    pub paused_minutes: i64,
    pub state: State,
    pub outcome: Outcome,
    /// When the clock came to its end: the first response, the resolution. None while it has not.
    pub at: Option<Moment>,
}

/// When a subject is due. Without a promise it never is.
pub fn due(record: &Record, rule: Option<Rule<'_>>) -> Due {
    let Some(rule) = rule else { return Due::default() };
    let response = response_due(record, rule);
    let resolution = resolution_due(record, rule);
    let state = record.state();
    let unmet = response.filter(|_| record.responded_at.is_none() && state != State::Stopped);
    let running = resolution.filter(|_| state == State::Running);
    Due { response, resolution, next: unmet.into_iter().chain(running).min() }
}

fn response_due(record: &Record, rule: Rule<'_>) -> Option<Moment> {
    rule.calendar.after(record.started_at, micros(rule.goal.response?))
}

/// Walks the running intervals until the goal is used up. Used up exactly when one of them ends, the clock has
/// nothing left but has not passed: it is due at once when it runs again.
fn resolution_due(record: &Record, rule: Rule<'_>) -> Option<Moment> {
    let mut left = micros(rule.goal.resolution?);
    for interval in record.intervals.iter().filter(|interval| interval.state == State::Running) {
        let Some(to) = interval.to else { return rule.calendar.after(interval.from, left) };
        let ran = rule.calendar.open_between(interval.from, to);
        if ran >= left {
            let passed = rule.calendar.after(interval.from, left)?;
            if passed < to {
                return Some(passed);
            }
        }
        left = (left - ran).max(0);
    }
    match record.state() {
        State::Paused => None,
        State::Running | State::Stopped => rule.calendar.after(record.since(), left),
    }
}

/// The response clock at a moment.
pub fn response(record: &Record, rule: Rule<'_>, now: Moment) -> Reading {
    let due = response_due(record, rule);
    let stopped = record.state() == State::Stopped;
    let end = record.responded_at.or_else(|| stopped.then(|| record.since()));
    let outcome = match (due, record.responded_at) {
        (None, _) => Outcome::NotMeasured,
        (Some(due), _) if end.unwrap_or(now) > due => Outcome::Broken,
        (Some(_), Some(_)) => Outcome::Kept,
        // Withdrawn or solved in silence before a response was due: nobody was kept waiting, nobody was answered.
        (Some(_), None) if stopped => Outcome::NotMeasured,
        (Some(_), None) => Outcome::Pending,
    };
    let running = rule.calendar.open_between(record.started_at, end.unwrap_or(now));
    Reading {
        goal_minutes: rule.goal.response.map(i64::from),
        due,
        running_minutes: running / Moment::MINUTE,
        paused_minutes: 0,
        state: if end.is_some() { State::Stopped } else { State::Running },
        outcome,
        at: record.responded_at,
    }
}

/// The resolution clock at a moment.
pub fn resolution(record: &Record, rule: Rule<'_>, now: Moment) -> Reading {
    let due = resolution_due(record, rule);
    let state = record.state();
    let outcome = match (rule.goal.resolution, due, state) {
        (None, ..) => Outcome::NotMeasured,
        (_, None, State::Paused) => Outcome::Pending,
        // The calendar cannot say.
        (_, None, _) => Outcome::NotMeasured,
        // A pause that is due has passed before it began.
        (_, Some(_), State::Paused) => Outcome::Broken,
        (_, Some(due), State::Running) if now > due => Outcome::Broken,
        (_, Some(_), State::Running) => Outcome::Pending,
        (_, Some(due), State::Stopped) if record.since() > due => Outcome::Broken,
        (_, Some(_), State::Stopped) => Outcome::Kept,
    };
    Reading {
        goal_minutes: rule.goal.resolution.map(i64::from),
        due,
        running_minutes: record.open_in(State::Running, rule.calendar, now) / Moment::MINUTE,
        paused_minutes: record.open_in(State::Paused, rule.calendar, now) / Moment::MINUTE,
        state,
        outcome,
        at: (state == State::Stopped).then(|| record.since()),
    }
}

const fn micros(minutes: u32) -> i64 {
    minutes as i64 * Moment::MINUTE
}
