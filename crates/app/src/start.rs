//! What the set-up wizard makes in an empty house: the municipality and its board, the first people, their group,
//! kinds of devices, opening hours and the promise that a new house begins with.

use access::start::{Member, Started};
use db::Tx;
use directory::affiliation::{self, NewAffiliation};
use directory::group::{self, Membership, NewGroup};
use directory::person::{self, NewPerson};
use directory::unit::{self, Hanging, NewUnit};
use inventory::device;
use kernel::{Actor, Id, Moment, Refusal};

/// Each municipality has one (Local Government Act, 2017:725, ch. 3 § 3); tickets of unknown senders belong to it.
const BOARD: (&str, &str, &str) = ("kommunstyrelsen", "Kommunstyrelsen", "Municipal Executive Board");
const GROUP: (&str, &str, &str) = ("servicedesk", "Servicedesk", "Service desk");
/// Without a kind no device can be kept.
const KINDS: [(&str, &str, &str); 9] = [
    ("dator", "Dator", "Computer"),
    ("surfplatta", "Surfplatta", "Tablet"),
    ("mobil", "Mobil", "Mobile phone"),
    ("skrivare", "Skrivare", "Printer"),
    ("projektor", "Projektor", "Projector"),
    ("accesspunkt", "Accesspunkt", "Access point"),
    ("switch", "Switch", "Switch"),
    ("server", "Server", "Server"),
    ("annat", "Annat", "Other"),
];

pub fn found(tx: &mut Tx<'_>, _: &Actor, now: Moment, started: &Started) -> Result<(), Refusal> {
    let today = now.day(crate::house::zone());
    let (municipality, board) = (Id::new(), Id::new());
    let name = started.organisation.trim();
    let unit = |id, (slug, name, name_en): (&str, &str, &str), kind, parent: Option<Id>| NewUnit {
        id,
        slug: slug.to_owned(),
        kind,
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        code: String::new(),
        valid_from: today,
        valid_to: None,
        parents: parent
            .into_iter()
            .map(|parent| Hanging { parent, valid_from: today, valid_to: None })
            .collect(),
    };
    unit::insert_many(
        tx,
        &[
            unit(municipality, ("kommunen", name, ""), unit::Kind::Municipality, None),
            unit(board, BOARD, unit::Kind::Committee, Some(municipality)),
        ],
    )?;
    let members = || std::iter::once(&started.administrator).chain(&started.agents);
    let people: Vec<NewPerson> = members().map(|member| employed(member, board, today)).collect();
    person::insert_many(tx, &people)?;
    group::insert_many(tx, &[first_group(board, now, members())])?;
    device::insert_kinds(tx, &KINDS.map(kind))?;
    let ids = service_level::defaults::Ids::new();
    service_level::defaults::insert_open(tx, ids, now, started.opens, started.closes)
}

fn kind((slug, name, name_en): (&str, &str, &str)) -> device::Kind {
    device::Kind { slug: slug.to_owned(), name: name.to_owned(), name_en: name_en.to_owned(), service: None }
}

fn employed(member: &Member, unit: Id, today: kernel::Day) -> NewPerson {
    let (given, family) = member.name.trim().rsplit_once(' ').unwrap_or((member.name.trim(), ""));
    NewPerson {
        id: member.person,
        given: given.to_owned(),
        family: family.to_owned(),
        mail: Some(member.mail.clone()),
        phones: Vec::new(),
        title: String::new(),
        lang: None,
        protected: false,
        affiliations: vec![NewAffiliation {
            id: Id::new(),
            unit,
            kind: affiliation::Kind::Employment,
            title: String::new(),
            percent: None,
            main: true,
            valid_from: today,
            valid_to: None,
        }],
    }
}

fn first_group<'a>(owner: Id, now: Moment, members: impl Iterator<Item = &'a Member>) -> NewGroup {
    let (slug, name, name_en) = GROUP;
    NewGroup {
        id: Id::new(),
        slug: slug.to_owned(),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        kind: group::Kind::Internal,
        supplier: String::new(),
        about: String::new(),
        about_en: String::new(),
        owner_unit: Some(owner),
        fallback: true,
        valid_from: now,
        valid_to: None,
        members: members
            .map(|member| Membership { person: member.person, valid_from: now, valid_to: None })
            .collect(),
    }
}
