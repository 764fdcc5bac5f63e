use directory::group::{self, Group, Kind, member::Member};
use kernel::{Id, Moment, RefusalKind};
use testkit::{House, on_both};

use crate::story::{MORNING, administrator, fields, new_person, read, write};

fn new_group(house: &House, name: &str, fallback: bool) -> Group {
    let input = group::create::Create {
        id: Id::new(),
        kind: Kind::Internal,
        name: name.to_owned(),
        name_en: String::new(),
        slug: None,
        supplier: String::new(),
        about: String::new(),
        about_en: String::new(),
        owner_unit: None,
        fallback,
    };
    write(house, move |tx| group::create(tx, &administrator(), MORNING, &input)).expect("a group")
}

#[test]
fn who_joins_a_group_works_there_until_they_part() {
    on_both(|house| {
        let (group, other) = (new_group(house, "Nätverk", false), new_group(house, "Första linjen", true));
        let lars = new_person(house, fields("Lars", "Edin"), None);
        let (id, person) = (group.id, lars.id);
        let join = Member { group: id, version: 1, person };
        write(house, move |tx| group::member::join(tx, &administrator(), MORNING, &join)).expect("joined");
        let works_in = |at| read(house, move |tx| group::of_person(tx, person, at));
        assert_eq!(works_in(MORNING), [id]);
        assert_eq!(works_in(MORNING.minus(1)), Vec::<Id>::new());
        assert_eq!(read(house, move |tx| group::members(tx, id, MORNING)), [person]);

        let later = MORNING.plus_seconds(3_600);
        let stale = Member { group: id, version: 1, person };
        let refusal = write(house, move |tx| group::member::part(tx, &administrator(), later, &stale));
        assert_eq!(refusal.expect_err("stale").kind, RefusalKind::Stale);
        let part = Member { group: id, version: 2, person };
        write(house, move |tx| group::member::part(tx, &administrator(), later, &part)).expect("parted");
        assert_eq!(works_in(later), Vec::<Id>::new());
        assert_eq!(works_in(Moment(later.0 - 1)), [id], "what was is kept");

        let names = read(house, group::all).into_iter().map(|group| group.name).collect::<Vec<_>>();
        assert_eq!(names, ["Första linjen", "Nätverk"]);
        assert_eq!(read(house, group::fallback).map(|group| group.id), Some(other.id));
    });
}

#[test]
fn one_group_takes_what_nobody_else_does() {
    on_both(|house| {
        let first = new_group(house, "Första linjen", true);
        let second = new_group(house, "Andra linjen", true);
        assert_eq!(read(house, group::fallback).map(|group| group.id), Some(second.id));
        let end = |group: &Group, version| {
            let input = group::end::End { id: group.id, version };
            write(house, move |tx| group::end(tx, &administrator(), MORNING.plus_seconds(1), &input))
        };
        assert_eq!(end(&second, 1).expect_err("it is needed").code, "directory-group-is-fallback");
        assert!(!end(&first, first.version).expect("ended").is_at(MORNING.plus_seconds(1)));
    });
}

#[test]
fn a_suppliers_group_says_whose_it_is() {
    on_both(|house| {
        let group = new_group(house, "Första linjen", false);
        let edit = |supplier: &str| {
            let change = group::edit::Change {
                kind: Some(Kind::Supplier),
                supplier: Some(supplier.to_owned()),
                ..group::edit::Change::default()
            };
            let input = group::edit::Edit { id: group.id, version: 1, change };
            write(house, move |tx| group::edit(tx, &administrator(), MORNING, &input))
        };
        assert_eq!(edit(" ").expect_err("whose?").field, Some("supplier"));
        assert_eq!(edit("Norrspann Drift AB").expect("said").supplier, "Norrspann Drift AB");
    });
}
