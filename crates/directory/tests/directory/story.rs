//! What the stories share: days, actors, and the beginnings of a municipality.

use db::{DbError, Tx};
use directory::affiliation::{self, NewAffiliation};
use directory::person::{self, Person, fields::Fields};
use directory::unit::{self, Kind, Unit};
use kernel::{Actor, Channel, Day, Grant, Id, Lang, Moment, Refusal, Role};
use testkit::House;

/// A Tuesday morning in March 2026.
pub const MORNING: Moment = Moment(1_773_130_000_000_000);
pub const TODAY: Day = Day(20260310);
pub const LONG_AGO: Day = Day(20000101);

pub fn actor(role: Role) -> Actor {
    let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
    actor.account = Some(Id::seeded(9, 1));
    actor.label = "Sofia Rönnberg".to_owned();
    actor.grants = vec![Grant { role, unit: None }];
    actor
}

pub fn administrator() -> Actor {
    actor(Role::Administrator)
}

pub fn write<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    house.db.write_now(work)
}

pub fn read<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
) -> T {
    house.db.read_now(work).expect("a read")
}

pub fn new_unit(house: &House, kind: Kind, name: &str, parent: Option<&Unit>) -> Unit {
    let input = unit::create::Create {
        id: Id::new(),
        kind,
        name: name.to_owned(),
        name_en: String::new(),
        code: String::new(),
        slug: None,
        parent: parent.map(|unit| unit.id),
        valid_from: LONG_AGO,
    };
    write(house, move |tx| unit::create(tx, &administrator(), MORNING, &input)).expect("a unit")
}

pub fn belongs(unit: &Unit, title: &str, main: bool) -> NewAffiliation {
    NewAffiliation {
        id: Id::new(),
        unit: unit.id,
        kind: affiliation::Kind::Employment,
        title: title.to_owned(),
        percent: None,
        main,
        valid_from: LONG_AGO,
        valid_to: None,
    }
}

pub fn fields(given: &str, family: &str) -> Fields {
    Fields {
        given: given.to_owned(),
        family: family.to_owned(),
        mail: format!("{given}.{family}@ljusvik.example").to_lowercase(),
        phones: vec!["060-55 01 44".to_owned()],
        ..Fields::default()
    }
}

pub fn new_person(house: &House, fields: Fields, affiliation: Option<NewAffiliation>) -> Person {
    let input = person::create::Create { id: Id::new(), fields, affiliation };
    write(house, move |tx| person::create(tx, &administrator(), MORNING, &input)).expect("a person")
}
