//! What is found, by whom.

use desk::message::{AddMessage, AddNote, add_message, add_note};
use desk::ticket::{self, Assign, Question, Ref};
use kernel::{Actor, PageSize};
use testkit::{House, on_both};

use crate::change;
use crate::town::*;

fn found(house: &House, actor: &Actor, text: &str) -> Vec<i64> {
    pages(house, actor, text, 200).concat()
}

fn pages(house: &House, actor: &Actor, text: &str, size: u16) -> Vec<Vec<i64>> {
    let mut question =
        Question { q: Some(text.to_owned()), size: PageSize::new(size).unwrap(), ..Question::default() };
    let mut pages = Vec::new();
    loop {
        let (actor, asked) = (actor.clone(), question.clone());
        let page = look(house, move |tx| ticket::list(tx, &actor, TEN, &asked)).unwrap();
        pages.push(page.items.iter().map(|line| line.number).collect());
        match page.next {
            Some(next) => question.after = Some(next),
            None => return pages,
        }
    }
}

#[test]
fn words_are_found_in_any_form_at_once() {
    on_both(|house| {
        settle(house);
        let network = reported(house, &maria(), "Nätverket i hus B ligger nere").number;
        let password = reported(house, &gunnel(), "Fel efter lösenordsbytet").number;
        for (text, want) in [
            ("nätverk", vec![network]),
            ("lösenord", vec![password]),
            ("rast", vec![password, network]),
            ("maria.lindqvist@ljusvik.example", vec![network]),
            ("Lindqvist", vec![network]),
            ("gunnel persson", vec![password]),
            ("nätverk gunnel", vec![]),
            ("finns inte", vec![]),
        ] {
            assert_eq!(found(house, &johan(), text), want, "{text}");
        }
    });
}

#[test]
fn a_number_stands_on_top_and_titles_before_the_rest() {
    on_both(|house| {
        settle(house);
        for title in ["Skrivare ett", "Nätet", "Skrivare två", "Dörren", "Skrivare tre"] {
            reported(house, &maria(), title);
        }
        let say =
            AddMessage { number: 2, seen: None, note: note("Skrivaren och 3"), reopen: false, speaker: None };
        change!(house, maria(), after(1), add_message, say).unwrap();
        let say =
            AddMessage { number: 4, seen: None, note: note("Skrivaren igen"), reopen: false, speaker: None };
        change!(house, maria(), after(1), add_message, say).unwrap();
        assert_eq!(found(house, &johan(), "skrivare"), [5, 3, 1, 4, 2]);
        for size in 1..=6 {
            let all = pages(house, &johan(), "skrivare", size);
            assert_eq!(all.concat(), [5, 3, 1, 4, 2], "pages of {size}");
            assert!(all.iter().rev().skip(1).all(|page| page.len() == usize::from(size)), "{all:?}");
        }
        // The ticket with the number, then the one that names it.
        for size in 1..=3 {
            assert_eq!(pages(house, &johan(), "3", size).concat(), [3, 2], "pages of {size}");
        }
        assert_eq!(found(house, &johan(), "#4"), [4]);
    });
}

#[test]
fn everybody_finds_what_they_may_read_and_no_more() {
    on_both(|house| {
        settle(house);
        let hers = reported(house, &maria(), "Kopiatorn").number;
        let theirs = reported(house, &gunnel(), "Kopiatorn").number;
        let memo = AddNote { number: hers, seen: None, note: note("Maria verkar förvirrad över tonern") };
        change!(house, johan(), after(1), add_note, memo).unwrap();
        assert_eq!(found(house, &maria(), "kopiator"), [hers]);
        assert_eq!(
            found(house, &maria(), "toner"),
            Vec::<i64>::new(),
            "an internal word is not hers to find"
        );
        assert_eq!(found(house, &johan(), "toner"), [hers]);
        assert_eq!(found(house, &viktor(), "kopiator"), Vec::<i64>::new(), "nothing lies with his group");
        let give = Assign {
            number: theirs,
            group: Some(Ref::Name("forsta-linjen".to_owned())),
            ..Assign::default()
        };
        change!(house, johan(), after(2), ticket::assign, give).unwrap();
        assert_eq!(found(house, &viktor(), "kopiator"), [theirs]);
        assert_eq!(found(house, &viktor(), &hers.to_string()), Vec::<i64>::new());
        assert_eq!(found(house, &with_role(kernel::Role::Administrator), "kopiator"), Vec::<i64>::new());
    });
}

#[test]
fn a_protected_identity_is_not_found_by_name() {
    on_both(|house| {
        settle(house);
        let call = ticket::Create {
            asker: Some(ticket::Asker::Person(Ref::Id(id(HIDDEN)))),
            ..call_from("", "Kontot är låst", ticket::Level::Low, ticket::Level::Low)
        };
        create(house, &johan(), TEN, call).unwrap();
        assert_eq!(found(house, &johan(), "Hemlig"), Vec::<i64>::new());
        assert_eq!(found(house, &johan(), "ebba.hemlig@ljusvik.example"), Vec::<i64>::new());
        assert_eq!(found(house, &johan(), "kontot"), [1]);
    });
}

#[test]
fn similar_tickets_are_shown_while_one_is_written() {
    on_both(|house| {
        settle(house);
        let earlier = reported(house, &maria(), "Projektorn i aulan startar inte").number;
        reported(house, &maria(), "Nyckelkort");
        let like = |actor: Actor| {
            look(house, move |tx| {
                ticket::similar(
                    tx,
                    &actor,
                    TEN,
                    "Det går inte att starta projektorn i aulan på Bergeskolan",
                    None,
                    5,
                )
            })
        };
        let numbers: Vec<i64> = like(johan()).unwrap().iter().map(|line| line.number).collect();
        assert_eq!(numbers, [earlier]);
        assert_eq!(like(maria()).unwrap_err().code, "no-permission");
    });
}

#[test]
fn when_search_has_learnt_new_words_every_ticket_is_read_again() {
    on_both(|house| {
        settle(house);
        reported(house, &maria(), "Nätverket i hus B");
        let job = desk::jobs::jobs().into_iter().find(|job| job.name == "desk.reindex").unwrap();
        let run = move || act(house, move |tx| (job.run)(tx, TEN)).unwrap();
        assert_eq!((run().done, run().done), (0, 0), "nothing to do in a new house, nor after");
        act(house, |tx| Ok(db::setting::write(tx, "desk.search_version", &0, TEN)?)).unwrap();
        assert_eq!(run(), jobs::Report::of(1, true));
        assert_eq!(run(), jobs::Report::of(0, false));
        assert_eq!(run().done, 0);
        assert_eq!(found(house, &johan(), "nätverk"), [1]);
    });
}
