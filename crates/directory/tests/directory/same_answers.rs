//! The same random sequence of operations gives the same answers on both databases.

use db::Engine;
use directory::affiliation::{self, NewAffiliation};
use directory::person::{self, edit::Change, fields::Fields, list::Question};
use directory::unit::{self, Kind};
use kernel::{Day, Id, PageSize};
use proptest::prelude::*;
use testkit::{House, on_one};

use crate::story::{MORNING, administrator, read, write};

#[derive(Clone, Debug)]
enum Act {
    NewUnit { n: u8, kind: u8, parent: u8, from: u8 },
    Hang { n: u8, parent: u8, from: u8 },
    EndUnit { n: u8, to: u8 },
    NewPerson { n: u8, name: u8 },
    Edit { n: u8, name: u8, protected: bool },
    Add { n: u8, unit: u8, main: bool, from: u8, to: Option<u8> },
    Leave { n: u8, to: u8 },
}

const NAMES: [&str; 6] = ["Åsa Öberg", "Anna-Karin Ståhl", "Asa Oberg", "Örjan Zäll", "astrid Å", "Æmil Ø"];

fn act() -> impl Strategy<Value = Act> {
    let (n, day) = (0..8_u8, 0..6_u8);
    prop_oneof![
        3 => (n.clone(), 0..4_u8, n.clone(), day.clone())
            .prop_map(|(n, kind, parent, from)| Act::NewUnit { n, kind, parent, from }),
        2 => (n.clone(), n.clone(), day.clone()).prop_map(|(n, parent, from)| Act::Hang { n, parent, from }),
        1 => (n.clone(), day.clone()).prop_map(|(n, to)| Act::EndUnit { n, to }),
        3 => (n.clone(), 0..6_u8).prop_map(|(n, name)| Act::NewPerson { n, name }),
        1 => (n.clone(), 0..6_u8, any::<bool>()).prop_map(|(n, name, protected)| Act::Edit { n, name, protected }),
        3 => (n.clone(), n.clone(), any::<bool>(), day.clone(), proptest::option::of(day.clone()))
            .prop_map(|(n, unit, main, from, to)| Act::Add { n, unit, main, from, to }),
        1 => (n, day).prop_map(|(n, to)| Act::Leave { n, to }),
    ]
}

fn day(n: u8) -> Day {
    Day(20260101 + i32::from(n))
}

fn unit_id(n: u8) -> Id {
    Id::seeded(1, u128::from(n) + 1)
}

fn person_id(n: u8) -> Id {
    Id::seeded(2, u128::from(n) + 1)
}

fn named(name: u8) -> Fields {
    let (given, family) = NAMES[usize::from(name)].split_once(' ').expect("two names");
    Fields {
        given: given.to_owned(),
        family: family.to_owned(),
        mail: format!("p{name}@ljusvik.example"),
        ..Fields::default()
    }
}

/// Does one act; says what came of it.
fn perform(house: &House, step: u8, act: &Act) -> String {
    let (by, now, act) = (administrator(), MORNING, act.clone());
    let done = write(house, move |tx| match act {
        Act::NewUnit { n, kind, parent, from } => {
            let kind =
                [Kind::Municipality, Kind::Committee, Kind::Department, Kind::School][usize::from(kind)];
            let input = unit::create::Create {
                id: unit_id(n),
                kind,
                name: format!("Enhet {n}"),
                name_en: String::new(),
                code: String::new(),
                slug: None,
                parent: (kind != Kind::Municipality).then(|| unit_id(parent)),
                valid_from: day(from),
            };
            unit::create(tx, &by, now, &input).map(|unit| unit.version)
        }
        Act::Hang { n, parent, from } => {
            let version = unit::by_id(tx, unit_id(n))?.map_or(0, |unit| unit.version);
            let input =
                unit::hang::Hang { id: unit_id(n), version, parent: unit_id(parent), from: day(from) };
            unit::hang(tx, &by, now, &input).map(|unit| unit.version)
        }
        Act::EndUnit { n, to } => {
            let version = unit::by_id(tx, unit_id(n))?.map_or(0, |unit| unit.version);
            unit::end(tx, &by, now, &unit::end::End { id: unit_id(n), version, to: day(to) })
                .map(|unit| unit.version)
        }
        Act::NewPerson { n, name } => {
            let input = person::create::Create { id: person_id(n), fields: named(name), affiliation: None };
            person::create(tx, &by, now, &input).map(|person| person.version)
        }
        Act::Edit { n, name, protected } => {
            let fields = named(name);
            let change = Change {
                given: Some(fields.given),
                family: Some(fields.family),
                protected: Some(protected),
                ..Change::default()
            };
            person::edit(tx, &by, now, &person::edit::Edit { id: person_id(n), version: 1, change })
                .map(|person| person.version)
        }
        Act::Add { n, unit, main, from, to } => {
            let version = person::by_id(tx, person_id(n))?.map_or(0, |person| person.version);
            let new = NewAffiliation {
                id: Id::seeded(3, u128::from(step)),
                unit: unit_id(unit),
                kind: affiliation::Kind::Employment,
                title: format!("steg {step}"),
                percent: None,
                main,
                valid_from: day(from),
                valid_to: to.map(day),
            };
            affiliation::add(tx, &by, now, &affiliation::add::Add { person: person_id(n), version, new })
                .map(|()| 0)
        }
        Act::Leave { n, to } => {
            let version = person::by_id(tx, person_id(n))?.map_or(0, |person| person.version);
            let input = person::leave::Leave { id: person_id(n), version, to: day(to) };
            person::leave(tx, &by, now, &input).map(|person| person.version)
        }
    });
    done.map_or_else(|no| no.to_string(), |version| version.to_string())
}

/// Everything that a reader could be told, as text.
fn answers(house: &House) -> Vec<String> {
    let mut said = Vec::new();
    for at in 0..7 {
        let tree = write(house, move |tx| unit::tree(tx, &administrator(), day(at))).expect("a tree");
        said.push(format!(
            "{at} {:?}",
            tree.iter().map(|(depth, unit)| (*depth, &unit.slug)).collect::<Vec<_>>()
        ));
        for n in 0..8 {
            let found = read(house, move |tx| {
                let main = person::main_unit(tx, person_id(n), day(at))?;
                Ok((
                    main,
                    unit::committee_of(tx, unit_id(n), day(at))?,
                    unit::below(tx, unit_id(n), day(at))?.len(),
                ))
            });
            said.push(format!("{found:?}"));
        }
    }
    for text in ["", "a", "å", "o", "astrid", "p1"] {
        for protected in [false, true] {
            let question = Question { text: text.to_owned(), unit: None, day: day(3), protected };
            let page = write(house, move |tx| {
                person::list(tx, &administrator(), &question, None, PageSize::DEFAULT)
            });
            said.push(format!("{text} {:?}", page.map(|page| page.items)));
        }
    }
    said
}

fn tell(engine: Engine, acts: &[Act]) -> Vec<String> {
    let said = std::sync::Mutex::new(Vec::new());
    on_one(engine, |house| {
        let mut all: Vec<String> = (0..).zip(acts).map(|(step, act)| perform(house, step, act)).collect();
        all.extend(answers(house));
        *said.lock().expect("one thread") = all;
    });
    said.into_inner().expect("one thread")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_databases_say_the_same(acts in proptest::collection::vec(act(), 5..40)) {
        let (lite, postgres) = (tell(Engine::Sqlite, &acts), tell(Engine::Postgres, &acts));
        for (n, (one, other)) in lite.iter().zip(&postgres).enumerate() {
            prop_assert_eq!(one, other, "answer {} after {:?}", n, acts);
        }
        prop_assert_eq!(lite.len(), postgres.len());
    }
}
