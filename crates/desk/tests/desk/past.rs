//! Tickets of the past: kept once, with their own times, telling nobody.

use desk::history::{Kept, Origin, Past, Step, What, insert_many};
use desk::message::Author;
use desk::ticket::{self, Kind, Level, Priority, Question, Requester, Source, Stage};
use kernel::{Actor, Channel, Moment};
use service_level::Outcome;
use testkit::{House, on_both};

use crate::town::*;

fn past(n: u128, number: Option<i64>, reference: Option<&str>) -> Past {
    let contact = Requester::Contact { name: "Avdelning Norr".to_owned(), mail: String::new() };
    let step = |at: i64, what| Step { at: after(at), person: None, label: Some("A12".to_owned()), what };
    Past {
        id: id(5_000 + n),
        number,
        origin: reference.map(|text| Origin { source: "volvo".to_owned(), reference: text.to_owned() }),
        kind: Kind::Incident,
        title: format!("Gammalt fel {n}"),
        description: "Skrivaren låter.".to_owned(),
        impact: Level::Medium,
        urgency: Level::Medium,
        priority: Priority::try_from(3).unwrap(),
        requester: contact,
        unit: None,
        committee: committee_of_it(),
        service: None,
        device: None,
        group: id(FIRST_LINE),
        source: Source::Import,
        promise: None,
        created_at: TEN,
        steps: vec![
            step(10, What::Stage(Stage::InProgress)),
            step(20, What::Group(id(NETWORK))),
            step(
                30,
                What::Said {
                    id: id(6_000 + n),
                    text: "Byt valsen.".to_owned(),
                    author: Author::Agent,
                    internal: true,
                },
            ),
            step(40, What::Stage(Stage::Waiting(ticket::Reason::User))),
            step(50, What::Stage(Stage::Resolved)),
            step(90, What::Stage(Stage::Closed)),
        ],
        followers: vec![],
        links: vec![],
    }
}

fn keep(house: &House, pasts: Vec<Past>) -> Vec<Kept> {
    let importer = Actor::house(Channel::Cli, "import");
    act(house, move |tx| insert_many(tx, &importer, after(1_000), &pasts)).unwrap()
}

#[test]
fn another_desks_tickets_come_in_once_with_their_history() {
    on_both(|house| {
        settle(house);
        let first = keep(
            house,
            vec![past(1, None, Some("INC1")), past(2, None, Some("INC2")), past(3, None, Some("INC1"))],
        );
        let numbers: Vec<(i64, bool)> = first.iter().map(|kept| (kept.number, kept.new)).collect();
        assert_eq!(numbers, [(1, true), (2, true), (1, false)]);
        let again = keep(house, vec![past(4, None, Some("INC2")), past(5, None, Some("INC3"))]);
        let numbers: Vec<(i64, bool)> = again.iter().map(|kept| (kept.number, kept.new)).collect();
        assert_eq!(numbers, [(2, false), (3, true)]);
        assert_eq!((count(house, "ticket"), count(house, "fact")), (3, 0), "nobody is told");
        let seen = shown(house, &johan(), after(2_000), 1).unwrap();
        assert_eq!(
            (seen.ticket.stage, seen.ticket.group, seen.ticket.version),
            (Stage::Closed, id(NETWORK), 7)
        );
        assert_eq!((seen.ticket.resolved_at, seen.ticket.closed_at), (Some(after(50)), Some(after(90))));
        assert_eq!(seen.ticket.responded_at, Some(after(10)));
        assert_eq!(seen.timeline.len(), 6);
        assert_eq!(seen.timeline[1].by.name, "A12");
        assert_eq!((seen.clocks.promise, seen.ticket.due.next), (None, None), "no promise is pinned");
        let question = Question { q: Some("valsen".to_owned()), ..Question::default() };
        let hits = look(house, move |tx| ticket::list(tx, &johan(), TEN, &question)).unwrap();
        assert_eq!(hits.items.len(), 3);
        assert_eq!(reported(house, &maria(), "Nytt").number, 4, "numbers go on");
    });
}

#[test]
fn old_numbers_are_kept_where_they_are_free() {
    on_both(|house| {
        settle(house);
        assert_eq!(reported(house, &maria(), "Redan här").number, 1);
        let kept = keep(
            house,
            vec![past(1, Some(28_000), None), past(2, Some(1), None), past(3, Some(28_000), None)],
        );
        assert_eq!(kept[0].number, 28_000);
        assert!(kept[1].number > 28_000 && kept[2].number > kept[1].number, "taken, so the next: {kept:?}");
        assert!(reported(house, &maria(), "Efter").number > kept[2].number);
    });
}

#[test]
fn a_past_that_was_promised_is_judged_by_it() {
    on_both(|house| {
        settle(house);
        let promise = look(house, |tx| Ok(service_level::promise::current(tx, TEN)?.unwrap().id)).unwrap();
        let kept = keep(house, vec![Past { promise: Some(promise), ..past(1, None, None) }]);
        let seen = shown(house, &johan(), after(2_000), kept[0].number).unwrap();
        let resolution = seen.clocks.resolution.unwrap();
        assert_eq!(
            (resolution.outcome, resolution.running_minutes, resolution.paused_minutes),
            (Outcome::Kept, 40, 10)
        );
        assert_eq!(seen.clocks.response.unwrap().outcome, Outcome::Kept);
    });
}

#[test]
fn a_thousand_tickets_of_the_past_are_kept_in_seconds() {
    on_both(|house| {
        settle(house);
        let started = std::time::Instant::now();
        for batch in 0..5_u128 {
            keep(house, (0..200).map(|n| past(batch * 200 + n, None, None)).collect());
        }
        let took = started.elapsed();
        eprintln!("1 000 pasts: {took:?}");
        assert_eq!(count(house, "ticket"), 1_000);
        assert!(took.as_secs_f64() < 20.0, "a debug build may take long, but not {took:?}");
    });
}

#[test]
fn only_who_runs_the_desk_brings_a_past() {
    on_both(|house| {
        settle(house);
        for actor in [maria(), johan(), lars(), viktor()] {
            let one = vec![past(1, None, None)];
            let no = act(house, move |tx| insert_many(tx, &actor, Moment(0), &one)).unwrap_err();
            assert_eq!(no.code, "no-permission");
        }
    });
}
