//! The time of a subject as its owner tells it, on both databases.

use db::Engine;
use kernel::{Id, Moment, Refusal, RefusalKind};
use service_level::State::{Paused, Running, Stopped};
use service_level::promise::Reason;
use service_level::subject::{
    History, Interval, Record, Rule, Start, clocks, deadline, enter, insert_history, respond, set_priority,
    start,
};
use service_level::{Due, Outcome, defaults, promise};
use testkit::{House, on_both};

use crate::at;

fn promised(house: &House) -> Id {
    let ids = defaults::Ids::new();
    house.db.write_now(move |tx| defaults::insert(tx, ids, at("2018-01-01T00:00"))).expect("the defaults");
    ids.promise_version
}

fn tell<T: Send + 'static>(
    house: &House,
    story: impl Fn(&mut db::Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> T {
    house.db.write_now(story).expect("told")
}

#[test]
fn a_subject_runs_waits_is_resolved_and_reopened() {
    on_both(|house| {
        let version = promised(house);
        let subject = Id::new();
        let begin = Start { subject, promise: Some(version), priority: 3, at: at("2019-03-08T14:05") };
        let due = tell(house, move |tx| start(tx, &begin));
        let response = at("2019-03-08T16:05");
        assert_eq!(
            due,
            Due { response: Some(response), resolution: Some(at("2019-03-11T13:35")), next: Some(response) }
        );

        let due = tell(house, move |tx| respond(tx, subject, at("2019-03-08T14:20")));
        assert_eq!(due.next, Some(at("2019-03-11T13:35")));
        // A second answer is not the first.
        tell(house, move |tx| respond(tx, subject, at("2019-03-08T15:20")));

        let due = tell(house, move |tx| enter(tx, subject, at("2019-03-11T09:10"), Paused));
        assert_eq!((due.resolution, due.next), (None, None));
        let due = tell(house, move |tx| enter(tx, subject, at("2019-03-12T10:50"), Running));
        assert_eq!(due.next, Some(at("2019-03-12T15:15")));

        let shown = tell(house, move |tx| clocks(tx, subject, at("2019-03-12T13:14")));
        let (response, resolution) = (shown.response.expect("a clock"), shown.resolution.expect("a clock"));
        assert_eq!((response.outcome, response.at), (Outcome::Kept, Some(at("2019-03-08T14:20"))));
        assert_eq!((resolution.running_minutes, resolution.paused_minutes), (359, 610));
        assert_eq!(shown.promise.expect("a promise").version, version);

        let due = tell(house, move |tx| enter(tx, subject, at("2019-03-12T14:00"), Stopped));
        assert_eq!((due.resolution, due.next), (Some(at("2019-03-12T15:15")), None));
        let kept = tell(house, move |tx| clocks(tx, subject, at("2019-05-01T08:00")));
        assert_eq!(kept.resolution.expect("a clock").outcome, Outcome::Kept);

        let due = tell(house, move |tx| enter(tx, subject, at("2019-03-13T08:00"), Running));
        assert_eq!(due.next, Some(at("2019-03-13T09:15")), "an hour and a quarter were left");
    });
}

#[test]
fn a_new_priority_holds_from_the_start() {
    on_both(|house| {
        let version = promised(house);
        let subject = Id::new();
        let begin = Start { subject, promise: Some(version), priority: 4, at: at("2026-01-07T08:00") };
        tell(house, move |tx| start(tx, &begin));
        let due = tell(house, move |tx| set_priority(tx, subject, at("2026-01-07T11:00"), 1));
        assert_eq!(due.response, Some(at("2026-01-07T08:30")));
        assert_eq!(due.resolution, Some(at("2026-01-07T10:00")), "it was due before it was made urgent");
        let again = tell(house, move |tx| set_priority(tx, subject, at("2026-01-07T12:00"), 1));
        assert_eq!(again, due);
        let due = tell(house, move |tx| set_priority(tx, subject, at("2026-01-07T12:00"), 2));
        assert_eq!(due.resolution, Some(at("2026-01-07T12:00")));
    });
}

#[test]
fn what_happens_twice_or_backwards_changes_nothing() {
    on_both(|house| {
        let version = promised(house);
        let subject = Id::new();
        let begin = Start { subject, promise: Some(version), priority: 3, at: at("2026-01-07T08:00") };
        let due = tell(house, move |tx| start(tx, &begin));
        assert_eq!(tell(house, move |tx| enter(tx, subject, at("2026-01-07T09:00"), Running)), due);
        // A node whose clock is behind: the pause begins when the running did, and lasts no time.
        tell(house, move |tx| enter(tx, subject, at("2026-01-07T07:00"), Paused));
        let resumed = tell(house, move |tx| enter(tx, subject, at("2026-01-07T07:59"), Running));
        assert_eq!(resumed, due);
    });
}

#[test]
fn time_is_kept_without_a_promise_too() {
    on_both(|house| {
        let subject = Id::new();
        let begin = Start { subject, promise: None, priority: 2, at: at("2026-01-07T08:00") };
        assert_eq!(tell(house, move |tx| start(tx, &begin)), Due::default());
        let shown = tell(house, move |tx| clocks(tx, subject, at("2026-01-07T12:00")));
        assert_eq!((shown.response, shown.resolution, shown.promise), (None, None, None));
    });
}

#[test]
fn a_subject_that_is_not_kept_is_not_found() {
    on_both(|house| {
        let refused =
            house.db.write_now(|tx| enter(tx, Id::new(), Moment(0), Paused)).expect_err("not found");
        assert_eq!(refused.kind, RefusalKind::NotFound);
        let unknown = Start { subject: Id::new(), promise: Some(Id::new()), priority: 3, at: Moment(0) };
        let refused = house.db.write_now(move |tx| start(tx, &unknown)).expect_err("no such promise");
        assert_eq!(refused.kind, RefusalKind::NotFound);
    });
}

#[test]
fn a_past_is_brought_in_many_subjects_at_a_time() {
    on_both(|house| {
        let version = promised(house);
        let past: Vec<History> = (0..500)
            .map(|nth| {
                let from = at("2026-01-07T08:00").plus(nth * Moment::MINUTE);
                let to = from.plus(Moment::HOUR);
                History {
                    subject: Id::new(),
                    promise: Some(version),
                    record: Record {
                        started_at: from,
                        priority: 3,
                        responded_at: Some(from.plus(Moment::MINUTE)),
                        intervals: vec![
                            Interval { state: Running, from, to: Some(to) },
                            Interval { state: Stopped, from: to, to: None },
                        ],
                    },
                }
            })
            .collect();
        let (first, last) = (past[0].subject, past[499].subject);
        let due = tell(house, move |tx| insert_history(tx, &past));
        assert_eq!((due.len(), due[0].next, due[0].resolution), (500, None, Some(at("2026-01-07T16:00"))));
        for subject in [first, last] {
            let shown = tell(house, move |tx| clocks(tx, subject, at("2026-02-01T08:00")));
            assert_eq!(shown.resolution.expect("a clock").outcome, Outcome::Kept);
        }
        // And it goes on from there like any other.
        let due = tell(house, move |tx| enter(tx, first, at("2026-01-08T08:00"), Running));
        assert_eq!(due.next, Some(at("2026-01-08T15:00")));
    });
}

#[test]
fn the_current_promise_is_the_latest_that_has_begun() {
    on_both(|house| {
        let none = tell(house, |tx| Ok(promise::current(tx, at("2026-01-07T08:00"))?.map(|found| found.id)));
        assert_eq!(none, None);
        let version = promised(house);
        let before =
            tell(house, |tx| Ok(promise::current(tx, at("2017-12-31T23:59"))?.map(|found| found.id)));
        assert_eq!(before, None);
        let found = tell(house, |tx| Ok(promise::current(tx, at("2026-01-07T08:00"))?)).expect("the default");
        assert_eq!(found.id, version);
        assert!(
            [Reason::User, Reason::Manager, Reason::Delivery, Reason::PlannedChange].map(|r| found.pauses(r))
                == [true; 4]
        );
        assert!(!found.pauses(Reason::Supplier), "with the supplier the clock runs");
        let goals: Vec<_> = (1..=4).map(|p| (found.goal(p).response, found.goal(p).resolution)).collect();
        let minutes = [(30, 120), (60, 240), (120, 480), (480, 2_400)];
        assert_eq!(goals, minutes.map(|(response, resolution)| (Some(response), Some(resolution))));
        assert_eq!(found.goal(5).resolution, None);
    });
}

#[test]
fn the_set_up_may_choose_other_hours() {
    on_both(|house| {
        let ids = defaults::Ids::new();
        let (opens, closes) = (jiff::civil::time(7, 0, 0, 0), jiff::civil::time(16, 0, 0, 0));
        tell(house, move |tx| defaults::insert_open(tx, ids, at("2026-01-01T00:00"), opens, closes));
        let subject = Id::new();
        let begin =
            Start { subject, promise: Some(ids.promise_version), priority: 1, at: at("2026-01-07T15:30") };
        let due = tell(house, move |tx| start(tx, &begin));
        assert_eq!(due.resolution, Some(at("2026-01-08T08:30")));
    });
}

/// The same random acts on both databases, and on what is kept in memory alone: three times the same answers.
#[test]
fn random_acts_give_the_same_answers_on_both_databases_and_in_memory() {
    let mut rng = fastrand::Rng::new();
    let acts: Vec<(i64, u8, u8)> =
        (0..120).map(|_| (rng.i64(0..20 * 60), rng.u8(0..6), rng.u8(1..=4))).collect();
    let ids = defaults::Ids::new();
    let subject = Id::new();
    let answers: Vec<Vec<Due>> = [Engine::Sqlite, Engine::Postgres]
        .into_iter()
        .map(|engine| {
            let house = House::open(engine);
            let acts = acts.clone();
            tell(&house, move |tx| {
                defaults::insert(tx, ids, at("2018-01-01T00:00"))?;
                let mut now = at("2026-01-07T08:00");
                let begin = Start { subject, promise: Some(ids.promise_version), priority: 3, at: now };
                let mut answers = vec![start(tx, &begin)?];
                for (minutes, act, priority) in &acts {
                    now = now.plus(minutes * Moment::MINUTE);
                    answers.push(match act {
                        0 | 1 => enter(tx, subject, now, Paused)?,
                        2 | 3 => enter(tx, subject, now, Running)?,
                        4 => enter(tx, subject, now, Stopped)?,
                        _ => set_priority(tx, subject, now, *priority)?,
                    });
                }
                Ok(answers)
            })
        })
        .collect();
    assert_eq!(answers[0], answers[1], "{acts:?}");
    assert_eq!(answers[0], in_memory(&acts), "{acts:?}");
}

fn in_memory(acts: &[(i64, u8, u8)]) -> Vec<Due> {
    let office = crate::office();
    let mut now = at("2026-01-07T08:00");
    let first = Interval { state: Running, from: now, to: None };
    let mut record = Record { started_at: now, priority: 3, responded_at: None, intervals: vec![first] };
    let terms = defaults::terms();
    let due = |record: &Record| {
        deadline::due(record, Some(Rule { calendar: &office, goal: terms.goal(record.priority) }))
    };
    let mut answers = vec![due(&record)];
    for (minutes, act, priority) in acts {
        now = now.plus(minutes * Moment::MINUTE);
        let state = match act {
            0 | 1 => Some(Paused),
            2 | 3 => Some(Running),
            4 => Some(Stopped),
            _ => None,
        };
        match state {
            None => record.priority = *priority,
            Some(state) if state != record.state() => {
                record.intervals.last_mut().expect("never empty").to = Some(now);
                record.intervals.push(Interval { state, from: now, to: None });
            }
            Some(_) => {}
        }
        answers.push(due(&record));
    }
    answers
}
