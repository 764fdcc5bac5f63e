//! Writes who and what there is in Ljusvik through the slices' own bulk stores: units, people, groups, services, devices.

use std::collections::HashMap;

use db::Tx;
use directory::person::{NewPerson, Phone};
use directory::{affiliation, group, person, unit};
use inventory::device::{self, Holder, Holding, NewDevice};
use kernel::{Moment, Refusal};

use super::devices::Device;
use super::files::{Files, Since};
use super::people::Person;
use super::{Dates, named_id};

pub fn units(tx: &mut Tx<'_>, files: &Files, dates: &Dates) -> Result<(), Refusal> {
    let mut all = Vec::new();
    for one in &files.organisation.unit {
        let (from, to) = (dates.since(one.from), one.to.map(|to| dates.since(to)));
        let hanging =
            |slug: &String| unit::Hanging { parent: named_id("unit", slug), valid_from: from, valid_to: to };
        all.push(unit::NewUnit {
            id: named_id("unit", &one.slug),
            slug: one.slug.clone(),
            kind: kind(&one.kind)?,
            name: one.name.clone(),
            name_en: one.name_en.clone(),
            code: one.code.clone(),
            valid_from: from,
            valid_to: to,
            parents: one.parent.iter().map(hanging).collect(),
        });
    }
    Ok(unit::insert_many(tx, &all)?)
}

/// A kind that the directory does not know is a fault of the file, which its test finds.
fn kind(code: &str) -> Result<unit::Kind, Refusal> {
    unit::Kind::parse(code).ok_or_else(|| Refusal::invalid("kind", "directory-kind-unknown"))
}

pub fn people(tx: &mut Tx<'_>, people: &[Person]) -> Result<(), Refusal> {
    let all: Vec<NewPerson> = people
        .iter()
        .map(|one| NewPerson {
            id: one.id,
            given: one.given.clone(),
            family: one.family.clone(),
            mail: Some(one.mail.clone()),
            phones: one.phones.iter().filter_map(|phone| Phone::parse(phone)).collect(),
            title: one.title.clone().unwrap_or_default(),
            lang: None,
            protected: false,
            affiliations: one
                .affiliations
                .iter()
                .enumerate()
                .map(|(nth, place)| affiliation(one, nth, place))
                .collect(),
        })
        .collect();
    Ok(person::insert_many(tx, &all)?)
}

fn affiliation(
    person: &Person,
    nth: usize,
    place: &super::people::Affiliation,
) -> affiliation::NewAffiliation {
    affiliation::NewAffiliation {
        id: named_id("affiliation", &format!("{} {nth}", person.mail)),
        unit: place.unit,
        kind: affiliation::Kind::Employment,
        title: place.title.clone(),
        percent: place.percent,
        main: place.main,
        valid_from: place.from,
        valid_to: place.to.map(|last| super::dates::step(last, 1)),
    }
}

pub fn groups(tx: &mut Tx<'_>, files: &Files, dates: &Dates) -> Result<(), Refusal> {
    let at = |since: Since| super::midnight(dates.since(since));
    let mut all = Vec::new();
    for one in &files.groups.group {
        let members = one.members.iter().map(|slug| group::Membership {
            person: named_id("person", slug),
            valid_from: at(one.from),
            valid_to: None,
        });
        let supplier =
            files.groups.supplier.iter().find(|supplier| one.supplier.as_ref() == Some(&supplier.slug));
        all.push(group::NewGroup {
            id: named_id("group", &one.slug),
            slug: one.slug.clone(),
            name: one.name.clone(),
            name_en: one.name_en.clone(),
            kind: group::Kind::parse(&one.kind).unwrap_or(group::Kind::Internal),
            supplier: supplier.map(|supplier| supplier.name.clone()).unwrap_or_default(),
            about: one.about.clone(),
            about_en: one.about_en.clone(),
            owner_unit: Some(named_id("unit", &one.owner)),
            fallback: one.fallback,
            valid_from: at(one.from),
            valid_to: None,
            members: members.collect(),
        });
    }
    Ok(group::insert_many(tx, &all)?)
}

pub fn services(tx: &mut Tx<'_>, files: &Files) -> Result<(), Refusal> {
    let all: Vec<catalogue::service::NewService> = files
        .services
        .service
        .iter()
        .map(|one| catalogue::service::NewService {
            id: named_id("service", &one.slug),
            slug: one.slug.clone(),
            name: one.name.clone(),
            name_en: one.name_en.clone(),
            owner_group: named_id("group", &one.owner),
            about: one.about.clone(),
            about_en: one.about_en.clone(),
            audience: one.audience.clone(),
            words: one.words.clone(),
        })
        .collect();
    Ok(catalogue::service::insert_many(tx, &all)?)
}

pub fn device_kinds(tx: &mut Tx<'_>, files: &Files) -> Result<(), Refusal> {
    let all: Vec<device::Kind> = files
        .devices
        .kind
        .iter()
        .map(|kind| device::Kind {
            slug: kind.slug.clone(),
            name: kind.name.clone(),
            name_en: kind.name_en.clone(),
            service: Some(kind.service.clone()),
        })
        .collect();
    Ok(device::insert_kinds(tx, &all)?)
}

pub fn devices(tx: &mut Tx<'_>, devices: &[Device]) -> Result<(), Refusal> {
    let all: Vec<NewDevice> = devices
        .iter()
        .map(|one| NewDevice {
            id: one.id,
            number: one.number.clone(),
            kind: one.kind.clone(),
            model: one.model.clone(),
            serial: one.serial.clone(),
            place: one.place.clone(),
            state: device::State::InUse,
            unit: Some(one.unit),
            notes: String::new(),
            created_at: super::midnight(one.from),
            holders: vec![Holding {
                id: named_id("holding", &one.number),
                holder: one.person.map_or(Holder::Unit(one.unit), Holder::Person),
                valid_from: one.from,
                valid_to: None,
            }],
        })
        .collect();
    Ok(device::insert_many(tx, &all)?)
}

/// One account for each role, and for everybody who works with tickets.
pub fn accounts(tx: &mut Tx<'_>, files: &Files, now: Moment, password: &str) -> Result<(), Refusal> {
    let roles: HashMap<&str, kernel::Role> =
        kernel::Role::ALL.into_iter().map(|role| (role.code(), role)).collect();
    let with_roles = files
        .people
        .person
        .iter()
        .filter(|one| one.sign_in.is_some() || one.roles.iter().any(|role| role != "employee"));
    let all: Vec<access::account::NewAccount> = with_roles
        .map(|one| access::account::NewAccount {
            id: named_id("account", &one.slug),
            person: Some(named_id("person", &one.slug)),
            login: one.mail.clone(),
            label: format!("{} {}", one.given, one.family),
            grants: one
                .roles
                .iter()
                .filter_map(|role| roles.get(role.as_str()))
                .map(|role| kernel::Grant {
                    role: *role,
                    unit: one.granted_for.as_deref().map(|slug| named_id("unit", slug)),
                })
                .collect(),
        })
        .collect();
    access::account::insert_many(tx, now, &all)?;
    for account in &all {
        access::password::set_hash(tx, account.id, password, now)?;
    }
    Ok(())
}
