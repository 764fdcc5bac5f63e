//! Due times, clocks and outcomes as tables: pure, on the calendar of a new municipality.

use kernel::Moment;
use service_level::State::{Paused, Running, Stopped};
use service_level::promise::Goal;
use service_level::subject::{Interval, Record, Rule, deadline};
use service_level::{Outcome, State};

use crate::{at, office};

const EIGHT_HOURS: Goal = Goal { response: Some(120), resolution: Some(480) };

/// A record from its changes of state; the last one lasts.
fn record(changes: &[(&str, State)]) -> Record {
    let starts: Vec<Moment> = changes.iter().map(|(from, _)| at(from)).collect();
    let intervals = changes
        .iter()
        .enumerate()
        .map(|(nth, (_, state))| Interval {
            state: *state,
            from: starts[nth],
            to: starts.get(nth + 1).copied(),
        })
        .collect();
    Record { started_at: starts[0], priority: 3, responded_at: None, intervals }
}

#[test]
fn the_resolution_is_due_when_the_goal_has_run() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    for (story, changes, due) in [
        ("untouched", vec![("2019-03-08T14:05", Running)], Some("2019-03-11T13:35")),
        (
            "the mock-up: paused over Monday",
            vec![("2019-03-08T14:05", Running), ("2019-03-11T09:10", Paused), ("2019-03-12T10:50", Running)],
            Some("2019-03-12T15:15"),
        ),
        ("paused now", vec![("2019-03-08T14:05", Running), ("2019-03-11T09:10", Paused)], None),
        (
            "paused at night only: nothing is won",
            vec![("2019-03-08T14:05", Running), ("2019-03-08T18:00", Paused), ("2019-03-09T12:00", Running)],
            Some("2019-03-11T13:35"),
        ),
        (
            "already late when it paused",
            vec![("2019-03-08T14:05", Running), ("2019-03-11T14:00", Paused), ("2019-03-12T10:50", Running)],
            Some("2019-03-11T13:35"),
        ),
        (
            "paused the moment it was due, and so not late",
            vec![("2019-03-08T14:05", Running), ("2019-03-11T13:35", Paused)],
            None,
        ),
        (
            "resolved in time: when it was due",
            vec![("2019-03-08T14:05", Running), ("2019-03-11T09:00", Stopped)],
            Some("2019-03-11T13:35"),
        ),
        (
            "reopened: the same clock goes on",
            vec![("2019-03-08T14:05", Running), ("2019-03-11T09:05", Stopped), ("2019-03-14T08:00", Running)],
            Some("2019-03-14T12:30"),
        ),
    ] {
        let due = due.map(at);
        let said = deadline::due(&record(&changes), Some(rule));
        assert_eq!(said.resolution, due, "{story}");
    }
}

#[test]
fn the_response_is_not_stopped_by_pauses() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    let paused = record(&[("2019-03-08T14:05", Running), ("2019-03-08T14:10", Paused)]);
    let due = deadline::due(&paused, Some(rule));
    assert_eq!(due.response, Some(at("2019-03-08T16:05")));
    assert_eq!(due.next, due.response, "the response still runs");
    assert_eq!(deadline::response(&paused, rule, at("2019-03-08T15:05")).running_minutes, 60);
}

#[test]
fn the_next_due_is_the_earliest_that_runs() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    let mut subject = record(&[("2019-03-08T14:05", Running)]);
    assert_eq!(deadline::due(&subject, Some(rule)).next, Some(at("2019-03-08T16:05")), "response first");
    subject.responded_at = Some(at("2019-03-08T14:30"));
    assert_eq!(deadline::due(&subject, Some(rule)).next, Some(at("2019-03-11T13:35")), "then resolution");
    let paused = Record {
        responded_at: subject.responded_at,
        ..record(&[("2019-03-08T14:05", Running), ("2019-03-08T15:00", Paused)])
    };
    assert_eq!(deadline::due(&paused, Some(rule)).next, None, "nothing runs");
    let stopped = record(&[("2019-03-08T14:05", Running), ("2019-03-08T15:00", Stopped)]);
    assert_eq!(deadline::due(&stopped, Some(rule)).next, None, "stopped without an answer");
    assert_eq!(deadline::due(&stopped, None), Default::default(), "no promise");
    let silent = Rule { calendar: &office, goal: Goal { response: None, resolution: None } };
    assert_eq!(deadline::due(&subject, Some(silent)), Default::default(), "nothing promised");
}

#[test]
fn a_resolution_is_kept_until_its_due_moment_and_broken_after_it() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    let running = || vec![("2019-03-08T14:05", Running)];
    let then = |more: &[(&'static str, State)]| [running(), more.to_vec()].concat();
    for (story, changes, now, outcome) in [
        ("running", running(), "2019-03-11T13:35", Outcome::Pending),
        ("a second late", running(), "2019-03-11T13:35:01", Outcome::Broken),
        ("resolved on the moment", then(&[("2019-03-11T13:35", Stopped)]), "2019-04-01T00:00", Outcome::Kept),
        (
            "resolved a second late",
            then(&[("2019-03-11T13:35:01", Stopped)]),
            "2019-04-01T00:00",
            Outcome::Broken,
        ),
        ("paused in time", then(&[("2019-03-11T09:10", Paused)]), "2019-04-01T00:00", Outcome::Pending),
        ("paused when late", then(&[("2019-03-11T14:10", Paused)]), "2019-04-01T00:00", Outcome::Broken),
        (
            "resolved out of a pause",
            then(&[("2019-03-11T09:10", Paused), ("2019-03-20T09:10", Stopped)]),
            "2019-04-01T00:00",
            Outcome::Kept,
        ),
        (
            "late, then resolved out of a pause",
            then(&[("2019-03-11T14:10", Paused), ("2019-03-20T09:10", Stopped)]),
            "2019-04-01T00:00",
            Outcome::Broken,
        ),
        (
            "kept, then reopened",
            then(&[("2019-03-11T09:00", Stopped), ("2019-03-20T09:00", Running)]),
            "2019-03-20T09:30",
            Outcome::Pending,
        ),
    ] {
        assert_eq!(deadline::resolution(&record(&changes), rule, at(now)).outcome, outcome, "{story}");
    }
    let promised_nothing = Rule { calendar: &office, goal: Goal::default() };
    let resolved = record(&then(&[("2019-03-11T09:00", Stopped)]));
    let clock = deadline::resolution(&resolved, promised_nothing, at("2019-04-01T00:00"));
    assert_eq!((clock.outcome, clock.running_minutes), (Outcome::NotMeasured, 205), "counted, never kept");
}

#[test]
fn a_response_is_kept_broken_or_never_asked_for() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    let start = ("2019-03-08T14:05", Running);
    for (story, changes, responded, now, outcome) in [
        ("waits", vec![start], None, "2019-03-08T16:05", Outcome::Pending),
        ("waits too long", vec![start], None, "2019-03-08T16:05:01", Outcome::Broken),
        ("answered in time", vec![start], Some("2019-03-08T16:05"), "2019-04-01T00:00", Outcome::Kept),
        ("answered late", vec![start], Some("2019-03-08T16:06"), "2019-04-01T00:00", Outcome::Broken),
        (
            "withdrawn in time",
            vec![start, ("2019-03-08T15:00", Stopped)],
            None,
            "2019-04-01T00:00",
            Outcome::NotMeasured,
        ),
        (
            "withdrawn late",
            vec![start, ("2019-03-11T15:00", Stopped)],
            None,
            "2019-04-01T00:00",
            Outcome::Broken,
        ),
    ] {
        let mut record = record(&changes);
        record.responded_at = responded.map(at);
        assert_eq!(deadline::response(&record, rule, at(now)).outcome, outcome, "{story}");
    }
}

#[test]
fn the_clock_of_the_mock_up_shows_what_ran_and_what_stood_still() {
    let office = office();
    let rule = Rule { calendar: &office, goal: EIGHT_HOURS };
    let subject =
        record(&[("2019-03-08T14:05", Running), ("2019-03-11T09:10", Paused), ("2019-03-12T10:50", Running)]);
    let clock = deadline::resolution(&subject, rule, at("2019-03-12T13:14"));
    assert_eq!((clock.running_minutes, clock.paused_minutes), (5 * 60 + 59, 10 * 60 + 10));
    assert_eq!(clock.due, Some(at("2019-03-12T15:15")));
}
