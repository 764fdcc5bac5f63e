//! Why a subject is due then: every stretch of its time, counted or not, with the sums. Pure.

use std::sync::Arc;

use jiff::ToSpan;
use kernel::{Day, Moment};
use serde::Serialize;

use super::deadline::{self, Reading, Record, Rule};
use super::{Due, State};
use crate::calendar::{Calendar, DayKind, NamedDay, days_of_year, open_spans};
use crate::promise::{Goal, PRIORITIES, PromiseVersion};

/// All that a page needs to say why.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The edition that was promised, with its calendar.
    pub version: Arc<PromiseVersion>,
    pub priority: u8,
    pub response: Reading,
    pub resolution: Reading,
    pub due: Due,
    /// The moment it is told of: now, or when the clock stopped.
    pub until: Moment,
    /// From the start to `until`, without gaps; then what is left, if the clock runs and it is not late.
    pub segments: Vec<Segment>,
    /// Minutes left of the goal; none at all when it is used up. None where nothing was promised.
    pub left_minutes: Option<i64>,
    /// Days of the period that are not as their weekday usually is.
    pub special_days: Vec<SpecialDay>,
    /// When it would have been due had something been otherwise.
    pub otherwise: Vec<Otherwise>,
}

impl Explanation {
    /// Every local day of the explanation, for a drawing of it day by day.
    pub fn days(&self) -> Vec<Day> {
        let zone = self.version.calendar.open().definition().zone();
        let date = |at: Moment| zone.to_datetime(at.timestamp()).date();
        let (Some(first), Some(last)) = (self.segments.first(), self.segments.last()) else {
            return Vec::new();
        };
        let (first, last) = (date(first.from), date(last.to));
        first.series(1.day()).take_while(|day| *day <= last).map(Day::from_date).collect()
    }
}

/// One stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    pub from: Moment,
    pub to: Moment,
    pub kind: SegmentKind,
    /// Its length. Of what counts: what the sum grows by, so that the column adds up.
    pub minutes: i64,
    /// What has counted when it ends.
    pub counted_minutes: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentKind {
    /// Open, and the clock runs.
    Counted,
    /// Open, but the clock stands still while something is waited for.
    Paused,
    /// Night, weekend, red day.
    Closed,
    /// Resolved, before it was reopened.
    Stopped,
    /// Until it is due.
    Left,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SpecialDay {
    pub day: Day,
    pub kind: DayKind,
    pub name: Option<NamedDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Otherwise {
    pub supposed: Supposed,
    pub due: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Supposed {
    NoPauses,
    Priority { priority: u8, goal_minutes: u32 },
}

pub(super) fn explanation(record: &Record, version: &Arc<PromiseVersion>, now: Moment) -> Explanation {
    let rule = Rule::of(version, record.priority);
    let (response, resolution) =
        (deadline::response(record, rule, now), deadline::resolution(record, rule, now));
    let due = deadline::due(record, Some(rule));
    let until = if record.state() == State::Stopped { record.since() } else { now.max(record.since()) };
    let mut walk = Walk { calendar: rule.calendar, segments: Vec::new(), counted: 0 };
    for interval in &record.intervals {
        walk.interval(interval.state, interval.from, interval.to.unwrap_or(until).min(until));
    }
    if let Some(next) = due.resolution.filter(|at| record.state() == State::Running && *at > until) {
        walk.left(until, next);
    }
    let end = due.resolution.map_or(until, |at| at.max(until));
    let left = |goal: i64| (goal - resolution.running_minutes).max(0);
    Explanation {
        version: Arc::clone(version),
        priority: record.priority,
        response,
        resolution,
        due,
        until,
        segments: walk.segments,
        left_minutes: resolution.goal_minutes.map(left),
        special_days: special_days(rule.calendar, record.started_at, end),
        otherwise: otherwise(record, version),
    }
}

struct Walk<'a> {
    calendar: &'a Calendar,
    segments: Vec<Segment>,
    /// Microseconds.
    counted: i64,
}

impl Walk<'_> {
    fn interval(&mut self, state: State, from: Moment, to: Moment) {
        let kind = match state {
            State::Running => SegmentKind::Counted,
            State::Paused => SegmentKind::Paused,
            State::Stopped => return self.push(SegmentKind::Stopped, from, to),
        };
        let open = open_spans(self.calendar, from.timestamp(), to.timestamp()).unwrap_or_default();
        let mut at = from;
        for (opens, closes) in open {
            let (opens, closes) = (Moment::from_timestamp(opens), Moment::from_timestamp(closes));
            self.push(SegmentKind::Closed, at, opens);
            self.push(kind, opens, closes);
            at = closes;
        }
        self.push(SegmentKind::Closed, at, to);
    }

    fn push(&mut self, kind: SegmentKind, from: Moment, to: Moment) {
        if from >= to {
            return;
        }
        let before = self.counted / Moment::MINUTE;
        if kind == SegmentKind::Counted {
            self.counted += to.0 - from.0;
        }
        let counted_minutes = self.counted / Moment::MINUTE;
        let grown = counted_minutes - before;
        match self.segments.last_mut() {
            // A night in which the state changed is one night.
            Some(last) if last.kind == kind && last.to == from => {
                last.to = to;
                last.minutes =
                    if kind == SegmentKind::Counted { last.minutes + grown } else { shown(last.from, to) };
                last.counted_minutes = counted_minutes;
            }
            _ => {
                let minutes = if kind == SegmentKind::Counted { grown } else { shown(from, to) };
                self.segments.push(Segment { from, to, kind, minutes, counted_minutes });
            }
        }
    }

    fn left(&mut self, from: Moment, to: Moment) {
        let before = self.counted / Moment::MINUTE;
        let counted_minutes = (self.counted + self.calendar.open_between(from, to)) / Moment::MINUTE;
        let minutes = counted_minutes - before;
        self.segments.push(Segment { from, to, kind: SegmentKind::Left, minutes, counted_minutes });
    }
}

/// The length between two clock times as they are shown, in whole minutes.
const fn shown(from: Moment, to: Moment) -> i64 {
    to.0.div_euclid(Moment::MINUTE) - from.0.div_euclid(Moment::MINUTE)
}

fn special_days(calendar: &Calendar, from: Moment, to: Moment) -> Vec<SpecialDay> {
    let definition = calendar.definition();
    let date = |at: Moment| definition.zone().to_datetime(at.timestamp()).date();
    let (first, last) = (date(from), date(to));
    (first.year()..=last.year())
        .flat_map(|year| days_of_year(definition, year))
        .filter(|day| (first..=last).contains(&day.date))
        .filter(|day| day.spans != definition.spans(day.date.weekday()))
        .map(|day| SpecialDay { day: Day::from_date(day.date), kind: day.kind, name: day.name })
        .collect()
}

fn otherwise(record: &Record, version: &PromiseVersion) -> Vec<Otherwise> {
    let mut all = Vec::new();
    let calendar = version.calendar.open();
    let mut suppose = |supposed: Supposed, record: &Record, goal: Goal| {
        if let Some(due) = deadline::due(record, Some(Rule { calendar, goal })).resolution {
            all.push(Otherwise { supposed, due });
        }
    };
    let is_paused = |interval: &deadline::Interval| interval.state == State::Paused;
    if record.intervals.iter().any(is_paused) {
        let mut without = record.clone();
        without.intervals.iter_mut().filter(|one| is_paused(one)).for_each(|one| one.state = State::Running);
        suppose(Supposed::NoPauses, &without, version.goal(record.priority));
    }
    for priority in (1..=PRIORITIES).filter(|priority| *priority != record.priority) {
        let goal = version.goal(priority);
        if let Some(goal_minutes) = goal.resolution {
            suppose(Supposed::Priority { priority, goal_minutes }, record, goal);
        }
    }
    all
}
