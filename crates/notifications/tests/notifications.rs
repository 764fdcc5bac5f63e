//! Who is told what, as stories.

#![expect(clippy::expect_used, reason = "a story that cannot go on has failed")]

#[path = "../../mail/tests/mail/town.rs"]
mod town;

use std::collections::BTreeMap;

use db::{Db, Q, Tx};
use desk::follower::{Follow, follow};
use desk::message::Note;
use desk::ticket::{self, Assign, Close, Hold, HoldFor, Outcome, Reason, Ref, Resolve};
use kernel::{Actor, Clock, Id, Moment, Refusal, Role};
use notifications::{Kind, choice};
use testkit::{Site, on_both};
use town::*;

/// Lets the listeners hear what has happened, and says who was told what since then, as `maria receipt`.
fn heard(db: &Db, now: Moment) -> Vec<String> {
    let slice = notifications::slice();
    let before = told(db);
    for listener in &slice.listeners {
        hear(db, listener, now);
    }
    told(db).split_off(before.len())
}

/// Every notice so far: to whom, what, and whether it is held.
fn told(db: &Db) -> Vec<String> {
    let names: BTreeMap<Id, &str> =
        [(MARIA, "maria"), (JOHAN, "johan"), (LARS, "lars"), (GUNNEL, "gunnel"), (HIDDEN, "ebba")]
            .map(|(seed, name)| (id(seed), name))
            .into();
    let rows = db.read_now(|tx: &mut Tx<'_>| {
        let q = Q::new("SELECT person,contact,kind,state FROM notice ORDER BY at,turn,place,recipient");
        tx.query_q(&q, |row| {
            Ok((
                row.get::<Option<Id>>(0)?,
                row.get::<Option<String>>(1)?,
                row.get::<String>(2)?,
                row.get::<String>(3)?,
            ))
        })
        .map_err(Refusal::from)
    });
    rows.expect("notices")
        .into_iter()
        .map(|(person, contact, kind, state)| {
            let who =
                person.and_then(|id| names.get(&id)).map_or(contact.unwrap_or_default(), |n| (*n).to_owned());
            if state == "queued" { format!("{who} {kind}") } else { format!("{who} {kind} {state}") }
        })
        .collect()
}

fn change<T: Send + 'static>(
    db: &Db,
    by: &Actor,
    work: impl Fn(&mut Tx<'_>, &Actor) -> Result<T, Refusal> + Send + 'static,
) -> T {
    let by = by.clone();
    act(db, move |tx| work(tx, &by))
}

fn note(text: &str) -> Note {
    Note::new(Id::new(), text)
}

#[test]
fn a_ticket_is_told_from_its_receipt_to_its_solution() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        assert_eq!(heard(db, TEN), ["maria receipt"]);
        assert_eq!(heard(db, TEN), Vec::<String>::new(), "a fact is told once");

        change(db, &johan(), move |tx, by| {
            ticket::take(tx, by, after(1), &ticket::Take { number, seen: None })
        });
        assert_eq!(heard(db, after(1)), Vec::<String>::new(), "who takes a ticket knows it");

        say(db, &johan(), after(2), number, "Har du startat om den?");
        assert_eq!(heard(db, after(2)), ["maria answer"]);

        say(db, &actor(MARIA, Role::Employee), after(3), number, "Ja.");
        assert_eq!(heard(db, after(3)), ["johan reply"]);

        change(db, &johan(), move |tx, by| {
            let waits_for = HoldFor::Reason(Reason::User);
            let message = Some(note("Vilken skrivare?"));
            ticket::hold(tx, by, after(4), &Hold { number, seen: None, waits_for, message })
        });
        assert_eq!(heard(db, after(4)), ["maria answer"]);

        change(db, &johan(), move |tx, by| {
            ticket::resolve(
                tx,
                by,
                after(5),
                &Resolve { number, seen: None, message: note("Bytt vals."), cause: None },
            )
        });
        assert_eq!(heard(db, after(5)), ["maria resolved"]);

        change(db, &johan(), move |tx, by| {
            ticket::close(tx, by, after(6), &Close { number, seen: None, outcome: None, note: None })
        });
        assert_eq!(heard(db, after(6)), Vec::<String>::new(), "a solved ticket ends in silence");
    });
}

#[test]
fn followers_hear_and_nobody_hears_of_their_own_act() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        change(db, &johan(), move |tx, by| {
            follow(tx, by, TEN, &Follow { number, person: Some(Ref::Id(id(GUNNEL))) })
        });
        change(db, &actor(MARIA, Role::Employee), move |tx, by| {
            follow(tx, by, TEN, &Follow { number, person: None })
        });
        heard(db, TEN);
        say(db, &johan(), after(1), number, "Vi tittar på det.");
        assert_eq!(heard(db, after(1)), ["maria answer", "gunnel answer"], "each once");
        say(db, &actor(GUNNEL, Role::Employee), after(2), number, "Den låter hos mig med.");
        assert_eq!(heard(db, after(2)), ["maria reply"]);
        change(db, &johan(), move |tx, by| {
            let outcome = Some(Outcome::Duplicate);
            ticket::close(tx, by, after(3), &Close { number, seen: None, outcome, note: None })
        });
        assert_eq!(heard(db, after(3)), ["maria closed", "gunnel closed"]);
    });
}

#[test]
fn nothing_is_told_to_or_about_a_protected_person() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let own = reported(db, HIDDEN, "Kan inte logga in").number;
        let other = reported(db, MARIA, "Skrivaren låter").number;
        for number in [own, other] {
            change(db, &johan(), move |tx, by| {
                follow(tx, by, TEN, &Follow { number, person: Some(Ref::Id(id(GUNNEL))) })?;
                follow(tx, by, TEN, &Follow { number, person: Some(Ref::Id(id(HIDDEN))) })
            });
        }
        assert_eq!(heard(db, TEN), ["maria receipt"]);
        say(db, &johan(), after(1), own, "Prova igen.");
        assert_eq!(heard(db, after(1)), Vec::<String>::new(), "not even her followers");
        say(db, &johan(), after(2), other, "Prova igen.");
        assert_eq!(heard(db, after(2)), ["maria answer", "gunnel answer"]);
        say(db, &actor(HIDDEN, Role::Employee), after(3), other, "Jag med.");
        assert_eq!(heard(db, after(3)), Vec::<String>::new(), "what she wrote is not told");
    });
}

#[test]
fn an_eleventh_notice_in_ten_minutes_waits_and_is_told_with_the_others() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        for _ in 0..13 {
            say(db, &johan(), after(1), number, "Vänta.");
        }
        let told_now = heard(db, after(1));
        assert_eq!(told_now.iter().filter(|line| line.ends_with("held")).count(), 4, "{told_now:?}");
        assert_eq!(told_now.len(), 14);

        let release = notifications::slice().jobs.remove(0).run;
        let early = act(db, move |tx| release(tx, after(9)));
        assert_eq!(early.done, 0, "ten minutes have not gone");
        let late = act(db, move |tx| release(tx, after(12)));
        assert_eq!(late.done, 1, "one for all four");
        let held = told(db).iter().filter(|line| line.ends_with("held")).count();
        assert_eq!(held, 0);
        let last = act(db, |tx| {
            Ok(tx.one_q(&Q::new("SELECT MAX(earlier) FROM notice WHERE state='queued'"), |row| {
                row.get::<i64>(0)
            })?)
        });
        assert_eq!(last, 3);
    });
}

#[test]
fn who_works_at_the_desk_is_not_disturbed_in_the_night_unless_it_is_critical() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let evening = after(10 * 60);
        let mut due = Vec::new();
        for critical in [false, true] {
            let number = reported(db, MARIA, "Skrivaren låter").number;
            let level = if critical { ticket::Level::High } else { ticket::Level::Low };
            change(db, &johan(), move |tx, by| {
                let edit = ticket::Edit {
                    number,
                    seen: 1,
                    impact: Some(level),
                    urgency: Some(level),
                    ..ticket::Edit::default()
                };
                ticket::edit(tx, by, evening, &edit)?;
                let assign = Assign { number, assignee: Some(Some(Ref::Id(id(LARS)))), ..Assign::default() };
                ticket::assign(tx, by, evening, &assign)
            });
            heard(db, evening);
            due.push(act(db, move |tx| {
                let mut q = Q::new("SELECT due_at FROM notice WHERE kind='assigned' AND ticket=");
                q.v(number);
                Ok(tx.one_q(&q, |row| row.get::<Moment>(0))?)
            }));
        }
        assert_eq!(due[0], after(22 * 60), "Wednesday at 8");
        assert_eq!(due[1], evening);
    });
}

#[test]
fn a_choice_is_kept_and_followed() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let site = Site::open(house, Clock::hand(TEN), vec![notifications::slice()]);
        let mut browser = site.browser_as(&actor(MARIA, Role::Employee));
        let page = browser.get("/installningar/aviseringar");
        assert!(page.says("När jag får svar"));
        assert!(!page.says("När jag får ett ärende"), "nobody gives her tickets to work with");
        let boxes: Vec<(&str, &str)> = vec![("kind", "receipt"), ("kind", "resolved")];
        browser.post_form("/installningar/aviseringar", &boxes);

        let wanted = act(db, |tx| choice::of(tx, &actor(MARIA, Role::Employee)));
        let wants: Vec<Kind> =
            wanted.into_iter().filter(|(_, wanted)| *wanted).map(|(kind, _)| kind).collect();
        assert_eq!(wants, [Kind::Receipt, Kind::Resolved]);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        say(db, &johan(), after(1), number, "Har du startat om den?");
        assert_eq!(heard(db, after(1)), ["maria receipt"]);
    });
}

#[test]
fn an_account_without_a_person_has_nothing_to_choose() {
    on_both(|house| {
        let robot = Actor { person: None, ..johan() };
        let no = house.db.write_now(move |tx| choice::choose(tx, &robot, TEN, &[])).expect_err("no person");
        assert_eq!(no.code, "notifications-no-person");
    });
}
