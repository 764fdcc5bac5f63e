use std::time::Instant;

use db::Tx;
use directory::affiliation::{self, NewAffiliation};
use directory::person::{self, NewPerson, Phone};
use directory::unit::{self, Kind, NewUnit};
use kernel::{Day, Id, Refusal};
use testkit::on_both;

const SPRING: Day = Day(20260301);

#[test]
fn three_thousand_people_are_kept_within_a_second() {
    on_both(|house| {
        let started = Instant::now();
        house
            .db
            .write_now(|tx: &mut Tx<'_>| -> Result<(), Refusal> {
                let school = NewUnit {
                    id: Id::seeded(1, 1),
                    slug: "skola".to_owned(),
                    kind: Kind::School,
                    name: "Bergeskolan".to_owned(),
                    name_en: "Berge school".to_owned(),
                    code: "BER".to_owned(),
                    valid_from: Day(20000101),
                    valid_to: None,
                    parents: vec![],
                };
                unit::insert_many(tx, &[school])?;
                let people: Vec<NewPerson> = (0..3_000).map(person_number).collect();
                person::insert_many(tx, &people)?;
                Ok(())
            })
            .unwrap();
        let took = started.elapsed();
        eprintln!("3 000 people: {took:?}");
        let found = house
            .db
            .read_now(|tx: &mut Tx<'_>| -> Result<_, Refusal> {
                let cards = person::cards(tx, &[Id::seeded(2, 7), Id::seeded(2, 8)], SPRING)?;
                let ids = person::matching(tx, "maja 299", 10)?;
                Ok((cards, ids.len(), person::main_unit(tx, Id::seeded(2, 7), SPRING)?))
            })
            .unwrap();
        assert_eq!(found.0[&Id::seeded(2, 7)].name, "Maja Efternamn7");
        assert_eq!(found.0[&Id::seeded(2, 7)].phone.as_deref(), Some("060-55 00 07"));
        assert_eq!(found.2, Some(Id::seeded(1, 1)));
        assert!(
            took.as_secs_f64() < 3.0,
            "a debug build may take three times as long as is promised: {took:?}"
        );
    });
}

fn person_number(n: u128) -> NewPerson {
    NewPerson {
        id: Id::seeded(2, n),
        given: "Maja".to_owned(),
        family: format!("Efternamn{n}"),
        mail: Some(format!("maja.{n}@ljusvik.example")),
        phones: Phone::parse(&format!("060-55 00 {n:02}")).into_iter().collect(),
        title: String::new(),
        lang: None,
        protected: false,
        affiliations: vec![NewAffiliation {
            id: Id::seeded(3, n),
            unit: Id::seeded(1, 1),
            kind: affiliation::Kind::Employment,
            title: "Lärare".to_owned(),
            percent: Some(100),
            main: true,
            valid_from: Day(20200101),
            valid_to: None,
        }],
    }
}
