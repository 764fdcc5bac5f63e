//! The same acts in the same order give the same answers on both databases.

use std::collections::BTreeMap;

use db::{Engine, Tx};
use desk::message::{AddMessage, AddNote, Note, add_message, add_note};
use desk::ticket::{
    self, Assign, Close, Create, Edit, Hold, HoldFor, Level, Outcome, Question, Ref, Reopen, Resolve, Resume,
    Take, Undo,
};
use kernel::{Actor, Id, Moment, Refusal};
use proptest::prelude::*;
use testkit::House;

use crate::town::*;

#[derive(Clone, Debug)]
enum Deed {
    Create(u8),
    Take,
    Hold(u8, bool),
    Resume,
    Resolve,
    Reopen,
    Close(bool),
    Message(bool),
    Note,
    Assign(u8),
    Edit(u8),
    Undo,
    CloseResolved,
}

#[derive(Clone, Debug)]
struct Step {
    deed: Deed,
    who: u8,
    ticket: u8,
    minutes: u16,
    /// Looks at the newest version, at none, or at an old one.
    seen: u8,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let deed = prop_oneof![
        2 => any::<u8>().prop_map(Deed::Create),
        2 => Just(Deed::Take),
        3 => (any::<u8>(), any::<bool>()).prop_map(|(what, say)| Deed::Hold(what, say)),
        2 => Just(Deed::Resume),
        3 => Just(Deed::Resolve),
        2 => Just(Deed::Reopen),
        1 => any::<bool>().prop_map(Deed::Close),
        3 => any::<bool>().prop_map(Deed::Message),
        1 => Just(Deed::Note),
        2 => any::<u8>().prop_map(Deed::Assign),
        2 => any::<u8>().prop_map(Deed::Edit),
        2 => Just(Deed::Undo),
        1 => Just(Deed::CloseResolved),
    ];
    let step = (deed, 0..6_u8, any::<u8>(), 0..600_u16, 0..4_u8)
        .prop_map(|(deed, who, ticket, minutes, seen)| Step { deed, who, ticket, minutes, seen });
    proptest::collection::vec(step, 4..30)
}

fn level(n: u8) -> Level {
    Level::ALL[usize::from(n % 3)]
}

/// What an act answered: the ticket, or the refusal's code.
fn run(tx: &mut Tx<'_>, at: Moment, nth: u64, step: &Step, tickets: i64) -> Result<String, Refusal> {
    let actors: [Actor; 6] = [maria(), johan(), lars(), viktor(), gunnel(), robot()];
    let actor = &actors[usize::from(step.who)];
    let made = |n: u128| Id::seeded(1_750_000_000_000 + nth, n);
    let say = |n: u128| Note::new(made(n), format!("Text nummer {nth}"));
    let number = i64::from(step.ticket) % tickets.max(1) + 1;
    let known =
        ticket::find(tx, &johan(), ticket::By::Number(number)).map(|ticket| ticket.version).unwrap_or(1);
    let seen = match step.seen {
        0 => Some(known - 1),
        1 => Some(known),
        _ => None,
    };
    let ticket = match step.deed {
        Deed::Create(n) => ticket::create(
            tx,
            actor,
            at,
            &Create { id: made(9), impact: level(n), urgency: level(n / 3), ..fault(&format!("Fel {nth}")) },
        ),
        Deed::Take => ticket::take(tx, actor, at, &Take { number, seen }),
        Deed::Hold(n, spoken) => {
            let waits_for = match ticket::Reason::ALL.get(usize::from(n % 5)) {
                Some(reason) => HoldFor::Reason(*reason),
                None => HoldFor::Supplier,
            };
            ticket::hold(tx, actor, at, &Hold { number, seen, waits_for, message: spoken.then(|| say(1)) })
        }
        Deed::Resume => ticket::resume(tx, actor, at, &Resume { number, seen }),
        Deed::Resolve => {
            ticket::resolve(tx, actor, at, &Resolve { number, seen, message: say(1), cause: Some(say(2)) })
        }
        Deed::Reopen => ticket::reopen(tx, actor, at, &Reopen { number, seen, message: None }),
        Deed::Close(solved) => {
            let outcome = if solved { None } else { Some(Outcome::Duplicate) };
            ticket::close(tx, actor, at, &Close { number, seen, outcome, note: None })
        }
        Deed::Message(reopen) => {
            add_message(tx, actor, at, &AddMessage { number, seen, note: say(1), reopen, speaker: None })
        }
        Deed::Note => add_note(tx, actor, at, &AddNote { number, seen, note: say(1) }),
        Deed::Assign(n) => {
            let group = ["forsta-linjen", "natverk", "it-gruppen"][usize::from(n % 3)];
            let assignee = (n % 2 == 0).then(|| Some(Ref::Id(id(u128::from(n % 6) + 1))));
            let group = Some(Ref::Name(group.to_owned()));
            ticket::assign(tx, actor, at, &Assign { number, seen, group, assignee, note: None })
        }
        Deed::Edit(n) => ticket::edit(
            tx,
            actor,
            at,
            &Edit {
                number,
                seen: known,
                title: Some(format!("Rubrik {n}")),
                impact: Some(level(n)),
                urgency: Some(level(n / 3)),
                ..Edit::default()
            },
        ),
        Deed::Undo => ticket::undo(tx, actor, at, &Undo { number, version: known }),
        Deed::CloseResolved => {
            return ticket::close_resolved(tx, at).map(|report| format!("{report:?}"));
        }
    }?;
    Ok(format!("{ticket:?}"))
}

/// Runs all steps and says what each answered, then what every reader sees.
fn tell(house: &House, steps: &[Step]) -> Vec<String> {
    let mut said = Vec::new();
    let (mut at, mut tickets) = (TEN, 0);
    for (nth, step) in (0_u64..).zip(steps) {
        at = at.plus(i64::from(step.minutes) * Moment::MINUTE);
        let (one, now, so_far) = (step.clone(), at, tickets);
        let answer = act(house, move |tx| run(tx, now, nth, &one, so_far));
        tickets += i64::from(answer.is_ok() && matches!(step.deed, Deed::Create(_)));
        said.push(answer.unwrap_or_else(|no| no.to_string()));
    }
    for reader in [maria(), johan(), viktor(), gunnel()] {
        for sort in ["number", "due", "updated"] {
            for status in ["open", "waiting,resolved,closed"] {
                let question = Question::parse([("sort", sort), ("status", status)]).unwrap();
                let actor = reader.clone();
                let page = look(house, move |tx| ticket::list(tx, &actor, at, &question)).unwrap();
                said.push(format!("{page:?}"));
            }
        }
        for text in ["text", "fel rubrik", "rasten"] {
            let question = Question { q: Some(text.to_owned()), ..Question::default() };
            let actor = reader.clone();
            let page = look(house, move |tx| ticket::list(tx, &actor, at, &question)).unwrap();
            said.push(format!("{page:?}"));
        }
        for number in 1..=tickets {
            let mut seen = shown(house, &reader, at, number);
            // Names have no order, and a calendar remembers which years it was asked for.
            let behind = seen.as_mut().ok().and_then(|shown| shown.behind.take());
            let named: Option<BTreeMap<Id, String>> = behind.map(|behind| behind.named.into_iter().collect());
            said.push(format!("{seen:?} {named:?}"));
        }
    }
    said
}

#[test]
fn any_sequence_of_acts_gives_the_same_answers_on_both_databases() {
    let config =
        ProptestConfig { failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::with_cases(12) };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&steps(), |steps| {
            let told = [Engine::Sqlite, Engine::Postgres].map(|engine| {
                let house = House::open(engine);
                settle(&house);
                tell(&house, &steps)
            });
            for (one, other) in told[0].iter().zip(&told[1]) {
                prop_assert_eq!(one, other);
            }
            prop_assert_eq!(told[0].len(), told[1].len());
            Ok(())
        })
        .unwrap();
}
