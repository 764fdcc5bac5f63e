//! A small town to tell stories of: a school, an IT unit, a few people, a promise.

use db::{Db, Tx};
use desk::message::{AddMessage, Note, add_message};
use desk::ticket::{self, Asker, Create, Kind, Ref, Source, Ticket};
use directory::affiliation::{self, NewAffiliation};
use directory::group::{self, Membership, NewGroup};
use directory::person::{self, NewPerson};
use directory::unit::{self, Hanging, NewUnit};
use kernel::{Actor, Channel, Day, Grant, Id, Lang, Moment, Refusal, Role};

/// Tuesday 10 March 2026, 10:00 in Ljusvik: it is open.
pub const TEN: Moment = Moment(1_773_133_200_000_000);

pub const MARIA: u128 = 1;
pub const JOHAN: u128 = 2;
pub const LARS: u128 = 3;
pub const HIDDEN: u128 = 4;
pub const GUNNEL: u128 = 5;

const BOARD: u128 = 20;
const SCHOOL: u128 = 22;
const IT: u128 = 23;

pub const fn after(minutes: i64) -> Moment {
    TEN.plus(minutes * Moment::MINUTE)
}

pub fn id(seed: u128) -> Id {
    Id::seeded(1_700_000_000_000, seed)
}

/// Runs an operation in a transaction of its own.
pub fn act<T: Send + 'static>(
    db: &Db,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> T {
    db.write_now(work).expect("an operation that is allowed")
}

/// Lays the town's ground.
pub fn settle(db: &Db) {
    act(db, |tx| {
        service_level::defaults::insert(tx, service_level::defaults::Ids::new(), Moment(0))?;
        units(tx)?;
        people(tx)?;
        groups(tx)
    });
}

fn units(tx: &mut Tx<'_>) -> Result<(), Refusal> {
    let unit = |seed, slug: &str, kind, parent: Option<u128>| NewUnit {
        id: id(seed),
        slug: slug.to_owned(),
        kind,
        name: slug.to_owned(),
        name_en: String::new(),
        code: String::new(),
        valid_from: Day(20000101),
        valid_to: None,
        parents: parent
            .map(|parent| Hanging { parent: id(parent), valid_from: Day(20000101), valid_to: None })
            .into_iter()
            .collect(),
    };
    unit::insert_many(
        tx,
        &[
            unit(BOARD, "kommunstyrelsen", unit::Kind::Committee, None),
            unit(IT, "it-enheten", unit::Kind::Department, Some(BOARD)),
            unit(SCHOOL, "bergeskolan", unit::Kind::School, Some(BOARD)),
        ],
    )?;
    Ok(())
}

fn people(tx: &mut Tx<'_>) -> Result<(), Refusal> {
    let person = |seed: u128, given: &str, family: &str, at, lang, protected| NewPerson {
        id: id(seed),
        given: given.to_owned(),
        family: family.to_owned(),
        mail: Some(format!("{}@ljusvik.example", given.to_lowercase())),
        phones: vec![],
        title: String::new(),
        lang,
        protected,
        affiliations: vec![NewAffiliation {
            id: id(seed + 100),
            unit: id(at),
            kind: affiliation::Kind::Employment,
            title: String::new(),
            percent: Some(100),
            main: true,
            valid_from: Day(20200101),
            valid_to: None,
        }],
    };
    person::insert_many(
        tx,
        &[
            person(MARIA, "Maria", "Lindqvist", SCHOOL, None, false),
            person(JOHAN, "Johan", "Åström", IT, None, false),
            person(LARS, "Lars", "Edin", IT, Some(Lang::En), false),
            person(HIDDEN, "Ebba", "Hemlig", SCHOOL, None, true),
            person(GUNNEL, "Gunnel", "Persson", SCHOOL, Some(Lang::En), false),
        ],
    )?;
    Ok(())
}

fn groups(tx: &mut Tx<'_>) -> Result<(), Refusal> {
    let member = |seed| Membership { person: id(seed), valid_from: Moment(0), valid_to: None };
    group::insert_many(
        tx,
        &[NewGroup {
            id: id(30),
            slug: "it-gruppen".to_owned(),
            name: "IT-gruppen".to_owned(),
            name_en: String::new(),
            kind: group::Kind::Internal,
            supplier: String::new(),
            about: String::new(),
            about_en: String::new(),
            owner_unit: Some(id(IT)),
            fallback: true,
            valid_from: Moment(0),
            valid_to: None,
            members: vec![member(JOHAN), member(LARS)],
        }],
    )?;
    Ok(())
}

/// Somebody of the town, signed in with this role.
pub fn actor(seed: u128, role: Role) -> Actor {
    Actor {
        account: Some(id(seed + 1_000)),
        person: Some(id(seed)),
        label: format!("person {seed}"),
        grants: vec![Grant { role, unit: None }],
        groups: vec![id(30)],
        channel: Channel::Page,
        lang: Lang::Sv,
    }
}

/// Of the first line.
pub fn johan() -> Actor {
    actor(JOHAN, Role::FirstLine)
}

/// A fault that somebody reported on the portal.
pub fn reported(db: &Db, by: u128, title: &'static str) -> Ticket {
    act(db, move |tx| {
        let input = Create {
            description: "Den låter illa.".to_owned(),
            asker: Some(Asker::Person(Ref::Id(id(by)))),
            ..Create::new(Id::new(), Kind::Incident, title, Source::Portal)
        };
        ticket::create(tx, &actor(by, Role::Employee), TEN, &input)
    })
}

/// A public message on a ticket.
pub fn say(db: &Db, by: &Actor, at: Moment, number: i64, text: &str) {
    let (by, text) = (by.clone(), text.to_owned());
    act(db, move |tx| {
        let note = Note::new(Id::new(), text.clone());
        add_message(tx, &by, at, &AddMessage { number, seen: None, note, reopen: false, speaker: None })
    });
}

/// Lets a listener hear all that has happened. PostgreSQL shows a fact when every older transaction has ended,
/// those of other tests too, so it is asked until it does.
pub fn hear(db: &Db, listener: &jobs::Listener, now: Moment) {
    let listener = *listener;
    let newest = db.read_now(db::facts::last).expect("the newest fact");
    while db.write_now(move |tx| jobs::deliver(tx, &listener, now)).expect("delivery").reached < newest {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}
