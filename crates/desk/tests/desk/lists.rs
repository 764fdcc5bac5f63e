//! Lists: what stands in them, in which order, page by page.

use desk::ticket::{self, Close, Hold, HoldFor, Outcome, Question, Reason, Sort, Take};
use kernel::{Actor, Moment, PageSize};
use testkit::{House, on_both};

use crate::change;
use crate::town::*;

fn ask(house: &House, actor: &Actor, pairs: &[(&str, &str)]) -> Vec<i64> {
    let mut question = Question::parse(pairs.iter().copied()).unwrap();
    question.size = PageSize::new(2).unwrap();
    let mut all = Vec::new();
    loop {
        let (actor, asked) = (actor.clone(), question.clone());
        let page = look(house, move |tx| ticket::list(tx, &actor, after(500), &asked)).unwrap();
        all.extend(page.items.iter().map(|line| line.number));
        match page.next {
            Some(next) => question.after = Some(next),
            None => return all,
        }
    }
}

/// Seven tickets: 1 is due last, 5 first; 2 waits for its user, 3 is with the supplier, 6 is closed, 7 waits unpromised.
fn queue(house: &House) {
    use ticket::Level::{High, Low, Medium};
    settle(house);
    let who = "maria.lindqvist@ljusvik.example";
    for (impact, urgency) in
        [(Low, Low), (Medium, Medium), (Medium, Medium), (High, Medium), (High, High), (Low, Low), (Low, Low)]
    {
        create(house, &johan(), TEN, call_from(who, "Ett fel", impact, urgency)).unwrap();
    }
    let hold = |number, waits_for| Hold { number, seen: None, waits_for, message: Some(note("Hej")) };
    change!(house, johan(), after(1), ticket::hold, hold(2, HoldFor::Reason(Reason::User))).unwrap();
    change!(house, johan(), after(2), ticket::hold, hold(3, HoldFor::Supplier)).unwrap();
    change!(house, johan(), after(3), ticket::take, Take { number: 4, seen: None }).unwrap();
    let close = Close { number: 6, seen: None, outcome: Some(Outcome::Withdrawn), note: None };
    change!(house, johan(), after(4), ticket::close, close).unwrap();
    change!(house, johan(), after(5), ticket::hold, hold(7, HoldFor::Reason(Reason::Delivery))).unwrap();
}

#[test]
fn the_queue_goes_by_the_next_promise_to_break_and_what_stands_still_comes_last() {
    on_both(|house| {
        queue(house);
        assert_eq!(ask(house, &johan(), &[("status", "open"), ("sort", "due")]), [5, 4, 1, 3, 2, 7]);
        assert_eq!(ask(house, &johan(), &[]), [7, 6, 5, 4, 3, 2, 1]);
        assert_eq!(ask(house, &johan(), &[("sort", "updated")]), [7, 6, 4, 3, 2, 5, 1]);
        // Closed ones have no promise to break, so they come by number.
        assert_eq!(ask(house, &johan(), &[("sort", "due")]), [7, 6, 5, 4, 3, 2, 1]);
    });
}

#[test]
fn every_filter_holds_alone_and_together_in_every_order() {
    on_both(|house| {
        queue(house);
        for sort in ["number", "due", "updated"] {
            let sorted = |pairs: &[(&'static str, &'static str)]| {
                let mut pairs = pairs.to_vec();
                pairs.push(("sort", sort));
                let mut found = ask(house, &johan(), &pairs);
                found.sort_unstable();
                found
            };
            for (pairs, want) in [
                (vec![("status", "waiting")], vec![2, 7]),
                (vec![("status", "waiting,closed")], vec![2, 6, 7]),
                (vec![("reason", "user")], vec![2]),
                (vec![("status", "with_supplier")], vec![3]),
                (vec![("assignee", "me")], vec![4]),
                (vec![("assignee", "lars.edin@ljusvik.example")], vec![]),
                (vec![("status", "open"), ("assignee", "none")], vec![1, 2, 3, 5, 7]),
                (vec![("priority", "4")], vec![1, 6, 7]),
                (vec![("impact", "high")], vec![4, 5]),
                (vec![("kind", "service_request")], vec![]),
                (vec![("group", "natverk")], vec![1, 2, 3, 4, 5, 6, 7]),
                (vec![("group", "forsta-linjen")], vec![]),
                (vec![("unit", "bergeskolan"), ("priority", "1")], vec![5]),
                (vec![("service", "tradlost-nat"), ("status", "open"), ("priority", "2")], vec![4]),
                (vec![("requester", "maria.lindqvist@ljusvik.example")], vec![1, 2, 3, 4, 5, 6, 7]),
                (vec![("requester", "ingen@bageri.example")], vec![]),
                (vec![("overdue", "yes")], vec![4, 5]),
                (
                    vec![
                        ("group", "natverk"),
                        ("requester", "maria.lindqvist@ljusvik.example"),
                        ("unit", "bergeskolan"),
                        ("assignee", "me"),
                    ],
                    vec![4],
                ),
            ] {
                assert_eq!(sorted(&pairs), want, "{pairs:?} by {sort}");
            }
        }
    });
}

#[test]
fn a_place_that_is_none_is_refused() {
    on_both(|house| {
        settle(house);
        for (sort, after) in [
            ("number", "x"),
            ("number", "d5.1"),
            ("due", "n1"),
            ("updated", "u1"),
            ("number", "nö"),
            ("number", ""),
        ] {
            let mut question = Question::parse([("sort", sort), ("status", "open")]).unwrap();
            question.after = Some(after.to_owned());
            let no = look(house, move |tx| ticket::list(tx, &johan(), TEN, &question)).unwrap_err();
            assert_eq!((no.code, no.field), ("desk-after-unknown", Some("after")), "{sort} {after}");
        }
    });
}

#[test]
fn the_views_count_what_they_list() {
    on_both(|house| {
        queue(house);
        let counts = |actor: Actor, at: Moment| look(house, move |tx| ticket::count(tx, &actor, at)).unwrap();
        let counted = counts(johan(), after(500));
        let listed = |pairs: &[(&str, &str)]| ask(house, &johan(), pairs).len() as i64;
        assert_eq!(counted.open, listed(&[("status", "open")]));
        assert_eq!(counted.mine, listed(&[("status", "open"), ("assignee", "me")]));
        assert_eq!(counted.unassigned, listed(&[("status", "open"), ("assignee", "none")]));
        assert_eq!(counted.waiting_for_user, listed(&[("reason", "user")]));
        assert_eq!(counted.with_supplier, listed(&[("status", "with_supplier")]));
        assert_eq!(counted.overdue, listed(&[("overdue", "yes")]));
        assert_eq!((counted.open, counted.mine, counted.overdue, counted.more), (6, 1, 2, false));
        assert_eq!(counts(viktor(), TEN).open, 0, "nothing lies with his group");
        assert_eq!(counts(robot(), TEN).mine, 0);
        let no = look(house, |tx| ticket::count(tx, &maria(), TEN)).unwrap_err();
        assert_eq!(no.code, "no-permission");
    });
}

#[test]
fn a_line_names_people_groups_and_who_is_there() {
    on_both(|house| {
        queue(house);
        let touch = desk::presence::Touch { number: 4, writing: true, leaving: false };
        change!(house, lars(), after(6), desk::presence::touch, touch).unwrap();
        let question = Question { sort: Sort::Due, ..Question::queue() };
        let page = look(house, move |tx| ticket::list(tx, &johan(), after(6), &question)).unwrap();
        let line = page.items.into_iter().find(|line| line.number == 4).unwrap();
        assert_eq!(line.requester.name, "Maria Lindqvist");
        assert_eq!(line.requester.unit_name.as_deref(), Some("Bergeskolan"));
        assert_eq!(line.group_name, "Andra linjen, nätverk");
        assert_eq!(line.service_name.as_deref(), Some("Trådlöst nät"));
        assert_eq!(line.assignee.unwrap().name, "Johan Åström");
        assert_eq!(line.here.len(), 1);
        assert_eq!(line.here[0].name, "Lars Edin");
    });
}

#[test]
fn an_export_holds_every_row_that_the_reader_may_see() {
    on_both(|house| {
        queue(house);
        let rows = |actor: Actor| {
            let question = Question::parse([("sort", "updated")]).unwrap();
            look(house, move |tx| ticket::export(tx, &actor, TEN, &question)).unwrap().len()
        };
        assert_eq!((rows(johan()), rows(maria()), rows(gunnel()), rows(viktor())), (7, 7, 0, 0));
    });
}
