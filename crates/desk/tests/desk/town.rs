//! A small town to tell stories of: one school, one IT unit, five people, a promise.

use catalogue::service::{self, NewService};
use db::{DbError, Tx};
use desk::message::Note;
use desk::ticket::{self, Asker, Create, Kind, Level, Ref, Source, Ticket};
use directory::affiliation::NewAffiliation;
use directory::group::{self, Membership, NewGroup};
use directory::person::{self, NewPerson};
use directory::unit::{self, Hanging, NewUnit};
use kernel::{Actor, Channel, Day, Grant, Id, Lang, Moment, Refusal, Role};
use testkit::House;

/// Tuesday 10 March 2026, 10:00 in Ljusvik.
pub const TEN: Moment = Moment(1_773_133_200_000_000);

pub const fn minutes(count: i64) -> i64 {
    count * Moment::MINUTE
}

pub fn after(count: i64) -> Moment {
    TEN.plus(minutes(count))
}

pub fn id(seed: u128) -> Id {
    Id::seeded(1_700_000_000_000, seed)
}

pub const MARIA: u128 = 1;
pub const JOHAN: u128 = 2;
pub const LARS: u128 = 3;
pub const VIKTOR: u128 = 4;
pub const HIDDEN: u128 = 5;
pub const GUNNEL: u128 = 6;

const KS: u128 = 20;
const BUN: u128 = 21;
pub const SCHOOL: u128 = 22;
const IT: u128 = 23;

pub const FIRST_LINE: u128 = 30;
pub const NETWORK: u128 = 31;
pub const FALLBACK: u128 = 32;

pub const WIRELESS: u128 = 40;

pub fn committee_of_schools() -> Id {
    id(BUN)
}

pub fn committee_of_it() -> Id {
    id(KS)
}

/// Lays the town's ground.
pub fn settle(house: &House) {
    house.db.write_now(lay).unwrap();
}

fn lay(tx: &mut Tx<'_>) -> Result<(), Refusal> {
    let ids = service_level::defaults::Ids {
        calendar: id(50),
        calendar_version: id(51),
        promise: id(52),
        promise_version: id(53),
    };
    service_level::defaults::insert(tx, ids, Moment(0))?;
    unit::insert_many(
        tx,
        &[
            new_unit(KS, "ks", unit::Kind::Committee, "Kommunstyrelsen", None),
            new_unit(BUN, "bun", unit::Kind::Committee, "Barn- och utbildningsnämnden", None),
            new_unit(IT, "it-enheten", unit::Kind::Department, "IT-enheten", Some(KS)),
            new_unit(SCHOOL, "bergeskolan", unit::Kind::School, "Bergeskolan", Some(BUN)),
        ],
    )?;
    person::insert_many(
        tx,
        &[
            new_person(MARIA, "Maria", "Lindqvist", "maria.lindqvist", SCHOOL, false),
            new_person(JOHAN, "Johan", "Åström", "johan.astrom", IT, false),
            new_person(LARS, "Lars", "Edin", "lars.edin", IT, false),
            new_person(VIKTOR, "Viktor", "Sjölander", "viktor.sjolander", IT, false),
            new_person(HIDDEN, "Ebba", "Hemlig", "ebba.hemlig", SCHOOL, true),
            new_person(GUNNEL, "Gunnel", "Persson", "gunnel.persson", SCHOOL, false),
        ],
    )?;
    group::insert_many(
        tx,
        &[
            new_group(FIRST_LINE, "forsta-linjen", "Första linjen", false, &[JOHAN, VIKTOR]),
            new_group(NETWORK, "natverk", "Andra linjen, nätverk", false, &[LARS]),
            new_group(FALLBACK, "it-gruppen", "IT-gruppen", true, &[LARS]),
        ],
    )?;
    service::insert_many(
        tx,
        &[NewService {
            id: id(WIRELESS),
            slug: "tradlost-nat".to_owned(),
            name: "Trådlöst nät".to_owned(),
            name_en: "Wireless network".to_owned(),
            owner_group: id(NETWORK),
            about: String::new(),
            about_en: String::new(),
            audience: "all".to_owned(),
            words: vec!["trådlös".to_owned(), "wifi".to_owned()],
        }],
    )?;
    Ok(())
}

fn new_unit(seed: u128, slug: &str, kind: unit::Kind, name: &str, parent: Option<u128>) -> NewUnit {
    let from = Day(20000101);
    let hanging = |parent| Hanging { parent: id(parent), valid_from: from, valid_to: None };
    NewUnit {
        id: id(seed),
        slug: slug.to_owned(),
        kind,
        name: name.to_owned(),
        name_en: String::new(),
        code: String::new(),
        valid_from: from,
        valid_to: None,
        parents: parent.map(hanging).into_iter().collect(),
    }
}

fn new_person(seed: u128, given: &str, family: &str, mail: &str, at: u128, protected: bool) -> NewPerson {
    NewPerson {
        id: id(seed),
        given: given.to_owned(),
        family: family.to_owned(),
        mail: Some(format!("{mail}@ljusvik.example")),
        phones: vec![],
        title: String::new(),
        lang: None,
        protected,
        affiliations: vec![NewAffiliation {
            id: id(seed + 100),
            unit: id(at),
            kind: directory::affiliation::Kind::Employment,
            title: "Lärare".to_owned(),
            percent: Some(100),
            main: true,
            valid_from: Day(20200101),
            valid_to: None,
        }],
    }
}

fn new_group(seed: u128, slug: &str, name: &str, fallback: bool, members: &[u128]) -> NewGroup {
    let member = |seed: &u128| Membership { person: id(*seed), valid_from: Moment(0), valid_to: None };
    NewGroup {
        id: id(seed),
        slug: slug.to_owned(),
        name: name.to_owned(),
        name_en: String::new(),
        kind: group::Kind::Internal,
        supplier: String::new(),
        about: String::new(),
        about_en: String::new(),
        owner_unit: Some(id(IT)),
        fallback,
        valid_from: Moment(0),
        valid_to: None,
        members: members.iter().map(member).collect(),
    }
}

fn actor(seed: u128, role: Role, groups: &[u128]) -> Actor {
    Actor {
        account: Some(id(seed + 1_000)),
        person: Some(id(seed)),
        label: format!("person {seed}"),
        grants: vec![Grant { role, unit: None }],
        groups: groups.iter().map(|seed| id(*seed)).collect(),
        channel: Channel::Page,
        lang: Lang::Sv,
    }
}

/// A teacher.
pub fn maria() -> Actor {
    actor(MARIA, Role::Employee, &[])
}

/// Another employee of the same school.
pub fn gunnel() -> Actor {
    actor(GUNNEL, Role::Employee, &[])
}

/// First line, of our own.
pub fn johan() -> Actor {
    actor(JOHAN, Role::FirstLine, &[FIRST_LINE])
}

/// Second line.
pub fn lars() -> Actor {
    actor(LARS, Role::SecondLine, &[NETWORK, FALLBACK])
}

/// First line, of the supplier.
pub fn viktor() -> Actor {
    actor(VIKTOR, Role::SupplierAgent, &[FIRST_LINE])
}

pub fn with_role(role: Role) -> Actor {
    Actor { person: Some(id(900)), ..actor(901, role, &[]) }
}

/// A service account.
pub fn robot() -> Actor {
    Actor { person: None, channel: Channel::Api, ..actor(902, Role::FirstLine, &[]) }
}

/// Runs an operation in a transaction of its own.
pub fn act<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    house.db.write_now(work)
}

pub fn look<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    house.db.read_now(work)
}

pub fn count(house: &House, table: &'static str) -> i64 {
    let text = format!("SELECT COUNT(*) FROM {table}");
    house
        .db
        .read_now(move |tx| -> Result<i64, DbError> { tx.one_q(&db::Q::new(&text), |row| row.get(0)) })
        .unwrap()
}

/// The names of all facts told so far, whether listeners may hear them yet or not.
pub fn facts(house: &House) -> Vec<String> {
    let told = db::Q::new("SELECT name FROM fact ORDER BY turn,place");
    house.db.read_now(move |tx| -> Result<_, DbError> { tx.query_q(&told, |row| row.get(0)) }).unwrap()
}

pub fn note(text: &str) -> Note {
    Note::new(Id::new(), text)
}

/// A fault in the wireless net, reported by this actor for themselves.
pub fn fault(title: &str) -> Create {
    Create {
        description: "Det började efter första rasten.".to_owned(),
        service: Some(Ref::Name("tradlost-nat".to_owned())),
        ..Create::new(Id::new(), Kind::Incident, title, Source::Portal)
    }
}

pub fn reported(house: &House, actor: &Actor, title: &str) -> Ticket {
    create(house, actor, TEN, fault(title)).unwrap()
}

pub fn create(house: &House, actor: &Actor, now: Moment, input: Create) -> Result<Ticket, Refusal> {
    let actor = actor.clone();
    act(house, move |tx| ticket::create(tx, &actor, now, &input))
}

/// As [`fault`], for somebody else and with both questions answered.
pub fn call_from(mail: &str, title: &str, impact: Level, urgency: Level) -> Create {
    Create {
        asker: Some(Asker::Person(Ref::Name(mail.to_owned()))),
        impact,
        urgency,
        source: Source::Phone,
        ..fault(title)
    }
}

pub fn shown(house: &House, actor: &Actor, now: Moment, number: i64) -> Result<ticket::Shown, Refusal> {
    let actor = actor.clone();
    look(house, move |tx| ticket::show(tx, &actor, now, number))
}

/// Runs a change on one ticket: `change!(house, johan, at, take, Take { .. })`.
#[macro_export]
macro_rules! change {
    ($house:expr, $actor:expr, $now:expr, $operation:path, $input:expr) => {{
        let (actor, now, input): (kernel::Actor, kernel::Moment, _) = ($actor.clone(), $now, $input);
        $crate::town::act($house, move |tx| $operation(tx, &actor, now, &input))
    }};
}
