use directory::affiliation;
use directory::person::{self, Person, edit::Change, list::Question};
use directory::unit::{self, Kind};
use kernel::{Day, Id, PageSize, RefusalKind, Role};
use testkit::{House, on_both};

use crate::story::{
    MORNING, TODAY, actor, administrator, belongs, fields, new_person, new_unit, read, write,
};

fn edit(house: &House, id: Id, version: i64, change: Change) -> Result<Person, kernel::Refusal> {
    let input = person::edit::Edit { id, version, change };
    write(house, move |tx| person::edit(tx, &administrator(), MORNING, &input))
}

fn listed(house: &House, role: Role, question: Question) -> Result<Vec<String>, &'static str> {
    let page = write(house, move |tx| person::list(tx, &actor(role), &question, None, PageSize::DEFAULT));
    page.map(|page| page.items.into_iter().map(|card| card.name).collect()).map_err(|no| no.code)
}

fn about(text: &str) -> Question {
    Question { text: text.to_owned(), unit: None, day: TODAY, protected: false }
}

#[test]
fn a_person_may_belong_to_several_units_at_once() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let school = new_unit(house, Kind::School, "Bergeskolan", Some(&town));
        let college = new_unit(house, Kind::School, "Ljusviks gymnasium", Some(&town));
        let maria = new_person(house, fields("Maria", "Lindqvist"), Some(belongs(&school, "Lärare", true)));
        let id = maria.id;

        let mut spring = belongs(&college, "Handledare", false);
        spring.kind = affiliation::Kind::Assignment;
        (spring.valid_from, spring.valid_to, spring.percent) = (Day(20260301), Some(Day(20260615)), Some(20));
        let add = affiliation::add::Add { person: id, version: maria.version, new: spring.clone() };
        write(house, move |tx| affiliation::add(tx, &administrator(), MORNING, &add)).expect("added");

        let card = |day| read(house, move |tx| person::cards(tx, &[id], day)).remove(&id).expect("a card");
        let unit = |day| card(day).unit.map(|unit| unit.name);
        assert_eq!(unit(TODAY).as_deref(), Some("Bergeskolan"), "the main one");
        assert_eq!(card(TODAY).title, "Lärare");
        assert_eq!(read(house, move |tx| affiliation::of_person(tx, id)).len(), 2);

        // The school year ends; what is left is the main one then.
        let first = read(house, move |tx| affiliation::of_person(tx, id)).pop().expect("the oldest").id;
        let end = affiliation::end::End { id: first, person: id, version: 2, to: Day(20260401) };
        write(house, move |tx| affiliation::end(tx, &administrator(), MORNING, &end)).expect("ended");
        assert_eq!(unit(Day(20260331)).as_deref(), Some("Bergeskolan"));
        assert_eq!(unit(Day(20260401)).as_deref(), Some("Ljusviks gymnasium"));
        assert_eq!(unit(Day(20260615)), None);

        // A new main one takes that place.
        let mut new = spring;
        (new.main, new.percent, new.title) = (true, None, "Lektor".to_owned());
        let edit = affiliation::edit::Edit { person: id, version: 3, new };
        write(house, move |tx| affiliation::edit(tx, &administrator(), MORNING, &edit)).expect("edited");
        assert_eq!(card(TODAY).title, "Lektor");

        let mut nowhere = belongs(&town, "", false);
        nowhere.unit = Id::new();
        let add = affiliation::add::Add { person: id, version: 4, new: nowhere };
        let refusal =
            write(house, move |tx| affiliation::add(tx, &administrator(), MORNING, &add)).expect_err("no");
        assert_eq!(refusal.code, "directory-unit-not-there");
    });
}

#[test]
fn people_are_found_as_they_are_typed_and_listed_by_family_name() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let school = new_unit(house, Kind::School, "Bergeskolan", Some(&town));
        let wing = new_unit(house, Kind::Section, "Hus B", Some(&school));
        new_person(house, fields("Anna-Karin", "Ståhl"), Some(belongs(&wing, "Rektor", true)));
        new_person(house, fields("Örjan", "Åström"), Some(belongs(&town, "Vaktmästare", true)));
        let mut zara = fields("Zara", "Östberg");
        zara.phones = vec!["070-155 01 44".to_owned()];
        new_person(house, zara, None);

        let all = ["Anna-Karin Ståhl", "Örjan Åström", "Zara Östberg"];
        for (typed, names) in [
            ("", &all[..]),
            ("annakarin", &all[..1]),
            ("anna ståhl", &all[..1]),
            ("astrom", &all[1..2]),
            ("Ö", &all[1..]),
            ("orjan.a", &all[1..2]),
            ("örjan.å", &all[1..2]),
            ("070-155 01 44", &all[2..]),
            ("+46 70 155 01 44", &all[2..]),
            ("jörgen", &[]),
        ] {
            assert_eq!(listed(house, Role::FirstLine, about(typed)).expect("a list"), names, "{typed}");
        }
        let below = Question { unit: Some(school.id), ..about("") };
        assert_eq!(listed(house, Role::FirstLine, below.clone()).expect("a list"), &all[..1]);
        let before = Question { day: Day(19990101), ..below };
        assert!(listed(house, Role::FirstLine, before).expect("a list").is_empty());
        assert_eq!(listed(house, Role::Politician, about("")), Err("no-permission"));
        assert_eq!(listed(house, Role::Architect, about("")), Err("no-permission"));

        // A page at a time gives the same as all at once.
        let mut paged = Vec::new();
        let mut after = None;
        for _ in 0..3 {
            let page = write(house, move |tx| {
                let size = PageSize::new(1).expect("a size");
                person::list(tx, &actor(Role::FirstLine), &about(""), after, size)
            })
            .expect("a page");
            after = page.next.as_deref().and_then(|next| next.parse().ok());
            paged.extend(page.items.into_iter().map(|card| card.name));
        }
        assert_eq!((paged, after), (all.map(str::to_owned).to_vec(), None));
    });
}

#[test]
fn a_mail_address_is_one_persons_and_a_number_may_be_shared() {
    on_both(|house| {
        let maria = new_person(house, fields("Maria", "Lindqvist"), None);
        new_person(house, fields("Per", "Berg"), None);
        let found = read(house, |tx| person::by_mail(tx, " MARIA.lindqvist@Ljusvik.example "));
        assert_eq!(found.as_ref().map(|person| person.id), Some(maria.id));
        assert_eq!(found.expect("found").phones[0].number, "+4660550144");
        assert_eq!(read(house, |tx| person::by_phone(tx, "+4660550144")).len(), 2);

        let again = person::create::Create {
            id: Id::new(),
            fields: person::fields::Fields {
                mail: "Maria.Lindqvist@ljusvik.example".to_owned(),
                ..fields("Mia", "Lind")
            },
            affiliation: None,
        };
        let refusal =
            write(house, move |tx| person::create(tx, &administrator(), MORNING, &again)).expect_err("taken");
        assert_eq!((refusal.field, refusal.code), (Some("mail"), "directory-mail-taken"));
    });
}

#[test]
fn a_second_edit_of_the_same_version_is_refused() {
    on_both(|house| {
        let maria = new_person(house, fields("Maria", "Lindqvist"), None);
        let married = Change { family: Some("Berg".to_owned()), ..Change::default() };
        let edited = edit(house, maria.id, 1, married).expect("the first");
        assert_eq!((edited.full_name().as_str(), edited.version), ("Maria Berg", 2));
        assert_eq!(edited.mail, maria.mail, "what is not given stays");
        let late = Change { mail: Some(String::new()), ..Change::default() };
        assert_eq!(edit(house, maria.id, 1, late.clone()).expect_err("the second").kind, RefusalKind::Stale);
        assert_eq!(edit(house, maria.id, 2, late).expect("read again").mail, None);
        assert_eq!(listed(house, Role::FirstLine, about("lindqvist")).expect("a list"), Vec::<String>::new());
        assert_eq!(listed(house, Role::FirstLine, about("berg")).expect("a list"), ["Maria Berg"]);
    });
}

#[test]
fn a_protected_identity_is_its_alias_and_nothing_more() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let hidden = new_person(house, fields("Klara", "Skyddad"), Some(belongs(&town, "Lärare", true)));
        let id = hidden.id;
        let protect = Change { protected: Some(true), ..Change::default() };
        let hidden = edit(house, id, 1, protect).expect("protected");
        assert_eq!(hidden.name(), hidden.alias);

        for typed in ["klara", "skyddad", "klara.skyddad@ljusvik.example", "060-55 01 44", ""] {
            assert!(
                listed(house, Role::FirstLine, about(typed)).expect("a list").is_empty(),
                "listed by {typed:?}"
            );
            let found = write(house, move |tx| person::find(tx, &actor(Role::FirstLine), typed, TODAY, 10));
            assert!(found.expect("an answer").is_empty(), "found by {typed:?}");
        }
        let card = read(house, move |tx| person::cards(tx, &[id], TODAY)).remove(&id).expect("a card");
        assert_eq!(card.name, hidden.alias);
        assert_eq!((card.mail, card.phone, card.unit, card.title.as_str()), (None, None, None, ""));
        let shown = write(house, move |tx| person::show(tx, &administrator(), MORNING, id)).expect("shown");
        assert!(shown.open.is_none(), "also to an administrator who has not decided to look");
        let here = Question { unit: Some(town.id), ..about("") };
        let count =
            write(house, move |tx| person::list::count(tx, &administrator(), &here)).expect("a count");
        assert_eq!(count, 0, "a count opens its rows");

        // By alias, to who may look behind it; and the look is logged.
        let aliases = Question { protected: true, ..about("") };
        assert_eq!(listed(house, Role::SecondLine, aliases.clone()), Err("no-permission"));
        assert_eq!(listed(house, Role::Administrator, aliases), Ok(vec![hidden.alias.clone()]));
        let refused = write(house, move |tx| person::card_in_full(tx, &actor(Role::FirstLine), MORNING, id));
        assert_eq!(refused.expect_err("no").kind, RefusalKind::Forbidden);
        let card =
            write(house, move |tx| person::card_in_full(tx, &administrator(), MORNING, id)).expect("a card");
        assert_eq!(card.name, "Klara Skyddad");

        let open = Change { protected: Some(false), ..Change::default() };
        edit(house, id, 2, open).expect("no longer protected");
        assert_eq!(listed(house, Role::FirstLine, about("klara")).expect("a list"), ["Klara Skyddad"]);
    });
}

#[test]
fn who_leaves_belongs_nowhere_but_stays_known() {
    on_both(|house| {
        let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
        let maria = new_person(house, fields("Maria", "Lindqvist"), Some(belongs(&town, "Lärare", true)));
        let input = person::leave::Leave { id: maria.id, version: 1, to: TODAY };
        write(house, move |tx| person::leave(tx, &administrator(), MORNING, &input)).expect("left");
        let id = maria.id;
        assert_eq!(read(house, move |tx| person::main_unit(tx, id, TODAY)), None);
        assert_eq!(read(house, move |tx| person::main_unit(tx, id, Day(20260309))), Some(town.id));
        assert_eq!(read(house, move |tx| unit::below(tx, town.id, TODAY)).len(), 1);
        assert_eq!(listed(house, Role::FirstLine, about("maria")).expect("a list"), ["Maria Lindqvist"]);
    });
}
