//! What must not be found, and what must not break: names behind an alias, forms sent twice, signs that nobody sees.

use db::DbError;
use desk::message::{AddMessage, Note, add_message};
use desk::ticket::{self, Question, Ref};
use directory::person;
use directory::person::edit::{Change, Edit};
use kernel::{Actor, Role};
use testkit::{House, on_both};

use crate::change;
use crate::town::*;

fn found(house: &House, question: Question) -> Vec<i64> {
    let page = look(house, move |tx| ticket::list(tx, &johan(), TEN, &question)).unwrap();
    page.items.iter().map(|line| line.number).collect()
}

fn by_words(house: &House, words: &str) -> Vec<i64> {
    found(house, Question { q: Some(words.to_owned()), ..Question::default() })
}

fn by_requester(house: &House, mail: &str) -> Vec<i64> {
    found(house, Question { requester: Some(Ref::Name(mail.to_owned())), ..Question::default() })
}

/// Lets the desk hear all that has happened. PostgreSQL shows a fact when every older transaction has ended.
fn hear(house: &House) {
    for listener in desk::slice().listeners {
        let newest = house.db.read_now(db::facts::last).unwrap();
        while act(house, move |tx| jobs::deliver(tx, &listener, TEN)).unwrap().reached < newest {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
}

fn protect(house: &House, seed: u128, protected: bool) {
    let administrator = Actor { person: None, ..with_role(Role::Administrator) };
    act(house, move |tx| {
        let version = person::by_id(tx, id(seed))?.map_or(0, |person| person.version);
        let change = Change { protected: Some(protected), ..Change::default() };
        person::edit(tx, &administrator, TEN, &Edit { id: id(seed), version, change })
    })
    .unwrap();
    hear(house);
}

#[test]
fn who_becomes_protected_is_no_longer_found_by_name() {
    on_both(|house| {
        settle(house);
        reported(house, &gunnel(), "Kontot är låst");
        reported(house, &maria(), "Nätet ligger nere");
        let mail = "gunnel.persson@ljusvik.example";
        assert_eq!(by_words(house, "Gunnel Persson"), [1]);
        protect(house, GUNNEL, true);
        assert_eq!(by_words(house, "Gunnel Persson"), Vec::<i64>::new());
        assert_eq!(by_words(house, mail), Vec::<i64>::new());
        assert_eq!(by_requester(house, mail), Vec::<i64>::new());
        assert_eq!(by_words(house, "kontot"), [1], "the ticket itself is found");
        assert_eq!(by_words(house, "Lindqvist"), [2]);
        protect(house, GUNNEL, false);
        assert_eq!(by_words(house, "Gunnel Persson"), [1]);
        assert_eq!(by_requester(house, mail), [1]);
    });
}

#[test]
fn an_answer_sent_twice_is_one_message() {
    on_both(|house| {
        settle(house);
        let number = reported(house, &maria(), "Nätet ligger nere").number;
        let say = AddMessage { number, seen: None, note: note("Nu igen"), reopen: false, speaker: None };
        let first = change!(house, maria(), after(1), add_message, say.clone()).unwrap();
        let again = change!(house, maria(), after(2), add_message, say.clone()).unwrap();
        assert_eq!((first.version, again.version), (2, 2));
        assert_eq!(count(house, "ticket_message"), 1);
        let other = AddMessage { note: Note { text: "Annat".to_owned(), ..say.note.clone() }, ..say };
        let refusal = change!(house, maria(), after(3), add_message, other).unwrap_err();
        assert_eq!(refusal.code, "already-exists");
    });
}

#[test]
fn signs_that_no_database_keeps_break_nothing() {
    on_both(|house| {
        settle(house);
        let ticket = reported(house, &maria(), "Nätet\0\u{202E}ligger\nnere");
        assert_eq!(ticket.title, "Nätet ligger nere");
        let say = AddMessage { number: 1, seen: None, note: note("a\0b"), reopen: false, speaker: None };
        change!(house, maria(), after(1), add_message, say).unwrap();
        assert_eq!(by_words(house, "nätet\0"), [1]);
        assert_eq!(by_requester(house, "a\0b@ljusvik.example"), Vec::<i64>::new());
        let blank = create(house, &maria(), TEN, fault("\u{200B}\0")).unwrap_err();
        assert_eq!(blank.code, "desk-title-missing");
        let kept = db::Q::new("SELECT body FROM ticket_message");
        let read =
            house.db.read_now(move |tx| -> Result<String, DbError> { tx.one_q(&kept, |row| row.get(0)) });
        assert_eq!(read.unwrap(), "a\u{FFFD}b");
    });
}
