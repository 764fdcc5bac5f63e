//! Why a subject is due when it is: the mock-up's case, row by row.

use kernel::{Day, Id, Lang};
use service_level::State::{Paused, Running, Stopped};
use service_level::calendar::{DayKind, NamedDay};
use service_level::subject::SegmentKind::{Closed, Counted, Left};
use service_level::subject::{self, Explanation, SegmentKind, Start, Supposed, enter, explain, page, start};
use service_level::{State, defaults};
use testkit::{Document, House, on_both};

use crate::at;

fn told(house: &House, priority: u8, from: &str, changes: &[(&str, State)], now: &str) -> Explanation {
    let (ids, subject) = (defaults::Ids::new(), Id::new());
    let begin = Start { subject, promise: Some(ids.promise_version), priority, at: at(from) };
    let changes: Vec<_> = changes.iter().map(|(when, state)| (at(when), *state)).collect();
    let now = at(now);
    house
        .db
        .write_now(move |tx| {
            defaults::insert(tx, ids, at("2018-01-01T00:00"))?;
            start(tx, &begin)?;
            for (when, state) in &changes {
                enter(tx, subject, *when, *state)?;
            }
            explain(tx, subject, now)
        })
        .expect("told")
        .expect("something was promised")
}

fn rows(explanation: &Explanation) -> Vec<(SegmentKind, i64, i64)> {
    explanation.segments.iter().map(|one| (one.kind, one.minutes, one.counted_minutes)).collect()
}

#[test]
fn the_mock_up_is_explained_row_by_row() {
    on_both(|house| {
        let why = told(
            house,
            3,
            "2019-03-08T14:05",
            &[("2019-03-11T09:10", Paused), ("2019-03-12T10:50", Running)],
            "2019-03-12T13:14",
        );
        assert_eq!(
            rows(&why),
            [
                (Counted, 145, 145),
                (Closed, 63 * 60 + 30, 145),
                (Counted, 70, 215),
                (SegmentKind::Paused, 440, 215),
                (Closed, 15 * 60 + 30, 215),
                (SegmentKind::Paused, 170, 215),
                (Counted, 144, 359),
                (Left, 121, 480),
            ]
        );
        let gaps = why.segments.windows(2).filter(|pair| pair[0].to != pair[1].from).count();
        assert_eq!(gaps, 0, "every minute is accounted for");
        assert_eq!(why.due.resolution, Some(at("2019-03-12T15:15")));
        assert_eq!((why.left_minutes, why.resolution.paused_minutes), (Some(121), 610));
        assert_eq!(why.special_days, []);
        assert_eq!(why.days().first(), Some(&Day(20190308)));
        assert_eq!(why.days().len(), 5);
        let otherwise: Vec<_> = why.otherwise.iter().map(|one| (one.supposed, one.due)).collect();
        assert!(otherwise.contains(&(Supposed::NoPauses, at("2019-03-11T13:35"))), "{otherwise:?}");
        let high = Supposed::Priority { priority: 2, goal_minutes: 240 };
        assert!(otherwise.contains(&(high, at("2019-03-12T11:15"))), "{otherwise:?}");
    });
}

#[test]
fn red_days_in_the_period_are_named() {
    on_both(|house| {
        let why = told(house, 3, "2026-04-02T15:00", &[], "2026-04-02T15:30");
        let days: Vec<_> = why.special_days.iter().map(|day| (day.day, day.kind, day.name)).collect();
        assert_eq!(
            days,
            [
                (Day(20260403), DayKind::Closed, Some(NamedDay::GoodFriday)),
                (Day(20260406), DayKind::Closed, Some(NamedDay::EasterMonday)),
            ]
        );
        assert_eq!(rows(&why), [(Counted, 30, 30), (Left, 450, 480)]);
    });
}

#[test]
fn a_resolved_subject_is_explained_until_it_was_resolved() {
    on_both(|house| {
        let changes =
            [("2026-01-07T09:00", Stopped), ("2026-01-08T08:00", Running), ("2026-01-08T08:30:40", Stopped)];
        let why = told(house, 3, "2026-01-07T08:00:30", &changes, "2026-02-01T08:00");
        assert_eq!(
            rows(&why),
            [(Counted, 59, 59), (SegmentKind::Stopped, 23 * 60, 59), (Counted, 31, 90)],
            "seconds add up: 59:30 and 30:40"
        );
        assert_eq!(why.until, at("2026-01-08T08:30:40"));
        assert_eq!(why.resolution.running_minutes, 90);
    });
}

#[test]
fn what_is_late_has_nothing_left() {
    on_both(|house| {
        let why = told(house, 1, "2026-01-07T08:00", &[], "2026-01-07T12:00");
        assert_eq!((rows(&why), why.left_minutes), (vec![(Counted, 240, 240)], Some(0)));
        assert_eq!(why.due.resolution, Some(at("2026-01-07T10:00")));
    });
}

#[test]
fn nothing_promised_is_not_explained() {
    on_both(|house| {
        let subject = Id::new();
        let begin = Start { subject, promise: None, priority: 3, at: at("2026-01-07T08:00") };
        let why = house.db.write_now(move |tx| {
            start(tx, &begin)?;
            subject::explain(tx, subject, at("2026-01-07T09:00"))
        });
        assert!(why.expect("told").is_none());
    });
}

/// The words of the parts that the owner's page is made of.
fn read(why: &Explanation, now: &str, lang: Lang) -> String {
    let texts = texts::Texts::new(&[web::TEXTS, service_level::TEXTS]).expect("sound texts").leak();
    let (w, now) = (texts.words(lang), at(now));
    let parts = maud::html! {
        h1 { (page::headline(w, now, why)) } (page::why(w, now, why)) (page::rules(w, now, why))
    };
    Document::read(&parts.into_string()).text().replace('\u{a0}', " ")
}

#[test]
fn the_explanation_is_read_in_words_in_both_languages() {
    on_both(|house| {
        let changes = [("2019-03-11T09:10", Paused), ("2019-03-12T10:50", Running)];
        let now = "2019-03-12T13:14";
        let why = told(house, 3, "2019-03-08T14:05", &changes, now);
        let swedish = read(&why, now, Lang::Sv);
        for words in [
            "Därför ska ärendet vara löst i dag kl. 15.15",
            "Löftet är 8 timmar av den tid då det är öppet. Vi har använt 5 tim 59 min.",
            "Klockan stod still i 10 tim 10 min medan vi väntade.",
            "Fredag 8 mars kl. 14.05 kl. 16.30 Räknas 2 tim 25 min 2 tim 25 min",
            "Fredag 8 mars kl. 16.30 måndag 11 mars kl. 08.00 Stängt 63 tim 30 min 2 tim 25 min",
            "Tisdag 12 mars kl. 10.50 kl. 13.14, nu Räknas 2 tim 24 min 5 tim 59 min",
            "Tisdag 12 mars kl. 13.14 kl. 15.15 Kvar 2 tim 1 min 8 timmar",
            "Löst inom lovad tid, Normal: 8 timmar",
            "Inga röda dagar i perioden.",
            "Utan pausen I går kl. 13.35",
            "Hög, 4 timmar I dag kl. 11.15",
        ] {
            assert!(swedish.contains(words), "{words} is not in {swedish}");
        }
        let english = read(&why, now, Lang::En);
        assert!(english.contains("Had something been otherwise Without the pause"), "{english}");
    });
}

#[test]
fn the_headline_says_how_it_went() {
    on_both(|house| {
        let from = "2026-01-07T08:00";
        for (changes, now, words) in [
            (vec![], "2026-01-07T17:00", "Ärendet skulle ha varit löst i dag kl. 16.00"),
            (vec![("2026-01-07T09:00", Paused)], "2026-01-07T17:00", "Klockan står still medan vi väntar"),
            (vec![("2026-01-07T09:00", Stopped)], "2026-01-07T17:00", "Ärendet löstes i tid"),
            (vec![("2026-01-07T16:10", Stopped)], "2026-01-07T17:00", "Ärendet löstes för sent"),
        ] {
            let why = told(house, 3, from, &changes, now);
            let said = read(&why, now, Lang::Sv);
            assert!(said.starts_with(words), "{words}: {said}");
        }
    });
}
