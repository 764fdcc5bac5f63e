use directory::unit::{self, Kind};
use kernel::{Day, Id, RefusalKind, Role};
use testkit::on_both;

use crate::story::{
    LONG_AGO, MORNING, TODAY, actor, administrator, belongs, fields, new_person, new_unit, read, write,
};

/// The day on which two IT organisations became one.
const MERGER: Day = Day(20260331);

#[test]
fn the_committee_of_a_unit_follows_a_reorganisation() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let schools = new_unit(house, Kind::Committee, "Barn- och utbildningsnämnden", Some(&town));
        let board = new_unit(house, Kind::Committee, "Kommunstyrelsen", Some(&town));
        let office = new_unit(house, Kind::Department, "Utbildningsförvaltningen", Some(&schools));
        let it = new_unit(house, Kind::Section, "Skolans IT", Some(&office));
        assert_eq!(schools.slug, "barn-och-utbildningsnamnden");

        let (id, version, parent) = (it.id, it.version, board.id);
        write(house, move |tx| {
            let input = unit::hang::Hang { id, version, parent, from: MERGER };
            unit::hang(tx, &administrator(), MORNING, &input)
        })
        .expect("moved");

        let committee = move |day| read(house, move |tx| unit::committee_of(tx, id, day));
        assert_eq!(committee(Day(20260330)), Some(schools.id), "the day before");
        assert_eq!(committee(MERGER), Some(board.id), "the day itself");
        assert_eq!(committee(Day(20300101)), Some(board.id), "long after");
        let top = town.id;
        assert_eq!(
            read(house, move |tx| unit::committee_of(tx, top, TODAY)),
            None,
            "nothing is above the top"
        );
        let one = schools.id;
        assert_eq!(
            read(house, move |tx| unit::committee_of(tx, one, TODAY)),
            Some(one),
            "a committee is its own"
        );

        let tree = |day| {
            let rows = write(house, move |tx| unit::tree(tx, &administrator(), day)).expect("a tree");
            rows.into_iter().map(|(depth, unit)| format!("{depth} {}", unit.name)).collect::<Vec<_>>()
        };
        assert_eq!(
            tree(TODAY),
            [
                "0 Ljusviks kommun",
                "1 Barn- och utbildningsnämnden",
                "2 Utbildningsförvaltningen",
                "3 Skolans IT",
                "1 Kommunstyrelsen"
            ]
        );
        assert_eq!(tree(MERGER).last().map(String::as_str), Some("2 Skolans IT"));
        assert_eq!(tree(Day(19991231)), Vec::<String>::new(), "before it all");
    });
}

#[test]
fn an_ended_unit_lets_its_people_go_but_not_its_children() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let school = new_unit(house, Kind::School, "Bergeskolan", Some(&town));
        let wing = new_unit(house, Kind::Section, "Hus B", Some(&school));
        let maria = new_person(house, fields("Maria", "Lindqvist"), Some(belongs(&school, "Lärare", true)));

        let end = |unit: &unit::Unit, version| {
            let input = unit::end::End { id: unit.id, version, to: MERGER };
            write(house, move |tx| unit::end(tx, &administrator(), MORNING, &input))
        };
        let refusal = end(&school, school.version).expect_err("a child hangs there");
        assert_eq!(
            (refusal.code, refusal.args),
            ("directory-unit-has-children", vec![("count", "1".to_owned())])
        );
        end(&wing, wing.version).expect("ended");
        let ended = end(&school, school.version).expect("ended");
        assert_eq!((ended.valid_to, ended.version), (Some(MERGER), 2));

        let person = maria.id;
        let main_unit = move |day| read(house, move |tx| directory::person::main_unit(tx, person, day));
        assert_eq!(main_unit(Day(20260330)), Some(school.id));
        assert_eq!(main_unit(MERGER), None);
        let all = |day| {
            read(house, move |tx| unit::all(tx, day)).into_iter().map(|unit| unit.name).collect::<Vec<_>>()
        };
        assert_eq!(all(TODAY), ["Bergeskolan", "Hus B", "Ljusviks kommun"]);
        assert_eq!(all(MERGER), ["Ljusviks kommun"]);
    });
}

#[test]
fn what_would_make_nonsense_is_refused() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let school = new_unit(house, Kind::School, "Bergeskolan", Some(&town));
        let wing = new_unit(house, Kind::Section, "Hus B", Some(&school));
        let create = |kind, name: &str, parent: Option<Id>| {
            let input = unit::create::Create {
                id: Id::new(),
                kind,
                name: name.to_owned(),
                name_en: String::new(),
                code: String::new(),
                slug: None,
                parent,
                valid_from: LONG_AGO,
            };
            write(house, move |tx| unit::create(tx, &administrator(), MORNING, &input)).map_err(|no| no.code)
        };
        assert_eq!(create(Kind::School, "Bergeskolan", Some(town.id)).err(), Some("register-slug-taken"));
        assert_eq!(create(Kind::School, "Åsskolan", None).err(), Some("directory-parent-missing"));
        assert_eq!(
            create(Kind::School, "Åsskolan", Some(Id::new())).err(),
            Some("directory-parent-not-there")
        );
        assert_eq!(create(Kind::School, " ", Some(town.id)).err(), Some("register-slug-unreadable"));

        let ring = unit::hang::Hang { id: school.id, version: 1, parent: wing.id, from: TODAY };
        let refusal =
            write(house, move |tx| unit::hang(tx, &administrator(), MORNING, &ring)).expect_err("a ring");
        assert_eq!(refusal.code, "directory-parent-below");

        let input = unit::end::End { id: wing.id, version: wing.version, to: MERGER };
        let refusal =
            write(house, move |tx| unit::end(tx, &actor(Role::FirstLine), MORNING, &input)).expect_err("no");
        assert_eq!(refusal.kind, RefusalKind::Forbidden);
    });
}

#[test]
fn two_edits_at_once_do_not_overwrite_each_other() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let edit = |name: &str| {
            let input = unit::edit::Edit {
                id: town.id,
                version: town.version,
                kind: None,
                name: Some(name.to_owned()),
                name_en: None,
                code: None,
            };
            write(house, move |tx| unit::edit(tx, &administrator(), MORNING, &input))
        };
        assert_eq!(edit("Ljusvik").expect("the first").version, 2);
        let refusal = edit("Ljusvikens kommun").expect_err("the second");
        assert_eq!((refusal.kind, refusal.code), (RefusalKind::Stale, "register-stale"));
        let id = town.id;
        assert_eq!(
            read(house, move |tx| unit::by_id(tx, id)).map(|unit| unit.name).as_deref(),
            Some("Ljusvik")
        );
    });
}
