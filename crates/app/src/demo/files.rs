//! The written part of Ljusvik, as the files of `examples/ljusvik` say it. Their README explains every field.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Organisation {
    pub municipality: Municipality,
    pub servicedesk: ServiceDesk,
    pub merger: Merger,
    pub unit: Vec<Unit>,
}

#[derive(Debug, Deserialize)]
pub struct Municipality {
    pub name: String,
    pub mail_domain: String,
}

#[derive(Debug, Deserialize)]
pub struct ServiceDesk {
    pub phone: String,
    pub mail: String,
    /// When it answers, as the portal says it.
    pub hours: String,
    pub hours_en: String,
}

#[derive(Debug, Deserialize)]
pub struct Merger {
    pub month: i8,
    pub day: i8,
}

#[derive(Debug, Deserialize)]
pub struct Unit {
    pub slug: String,
    pub kind: String,
    pub name: String,
    pub name_en: String,
    pub parent: Option<String>,
    pub code: String,
    /// What kind of workplace it is; people, devices and faults follow from it.
    pub setting: String,
    pub staff: u32,
    #[serde(default)]
    pub houses: Vec<String>,
    pub from: Since,
    pub to: Option<Since>,
}

/// `always` is before the demo's past begins; `merger` the day that two IT organisations became one.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Since {
    Always,
    Merger,
}

#[derive(Debug, Deserialize)]
pub struct People {
    pub accounts: Accounts,
    pub names: Names,
    /// Part of the staff with a desk phone or mobile, per cent by setting.
    pub phones: Phones,
    /// How often people of a setting report something, per cent of the office.
    pub appetite: BTreeMap<String, u64>,
    pub titles: Vec<Titles>,
    pub person: Vec<NamedPerson>,
}

#[derive(Debug, Deserialize)]
pub struct Accounts {
    /// Everybody's: the demo answers on this machine only.
    pub password: String,
}

#[derive(Debug, Deserialize)]
pub struct Names {
    pub given: Vec<String>,
    pub family: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Phones {
    /// `#` is a digit.
    pub fixed: String,
    pub mobile: String,
    pub with_fixed: BTreeMap<String, u64>,
    pub with_mobile: BTreeMap<String, u64>,
}

#[derive(Debug, Deserialize)]
pub struct Titles {
    pub setting: String,
    pub head: String,
    pub others: Vec<Title>,
}

#[derive(Debug, Deserialize)]
pub struct Title {
    pub title: String,
    pub share: u64,
}

#[derive(Debug, Deserialize)]
pub struct NamedPerson {
    pub slug: String,
    pub given: String,
    pub family: String,
    pub mail: String,
    pub phone: Option<String>,
    pub mobile: Option<String>,
    pub roles: Vec<String>,
    pub sign_in: Option<String>,
    pub granted_for: Option<String>,
    #[serde(default)]
    pub head: bool,
    pub title: Option<String>,
    #[serde(default)]
    pub affiliations: Vec<NamedAffiliation>,
}

#[derive(Debug, Deserialize)]
pub struct NamedAffiliation {
    pub unit: String,
    pub title: String,
    pub percent: u8,
    pub from: Since,
    pub to: Option<Since>,
}

#[derive(Debug, Deserialize)]
pub struct Groups {
    pub supplier: Vec<Supplier>,
    pub group: Vec<Group>,
}

#[derive(Debug, Deserialize)]
pub struct Supplier {
    pub slug: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct Group {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub kind: String,
    pub supplier: Option<String>,
    pub owner: String,
    pub from: Since,
    #[serde(default)]
    pub fallback: bool,
    pub about: String,
    pub about_en: String,
    pub members: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Services {
    pub service: Vec<Service>,
}

#[derive(Debug, Deserialize)]
pub struct Service {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub owner: String,
    pub audience: String,
    pub about: String,
    pub about_en: String,
    pub words: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Devices {
    pub kind: Vec<DeviceKind>,
    pub model: Vec<DeviceModel>,
    pub device: Vec<NamedDevice>,
}

#[derive(Debug, Deserialize)]
pub struct DeviceKind {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub service: String,
    pub count: u32,
    /// `#` is a digit, `{code}` the unit's code, `{house}` one of its houses, `{floor}` 1 to 3.
    pub number: String,
    pub held_by: HeldBy,
    pub settings: Vec<String>,
    pub life_years: i64,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum HeldBy {
    Person,
    Unit,
    Supplier,
}

#[derive(Debug, Deserialize)]
pub struct DeviceModel {
    pub kind: String,
    pub name: String,
    pub share: u64,
}

#[derive(Debug, Deserialize)]
pub struct NamedDevice {
    pub number: String,
    pub kind: String,
    pub model: String,
    pub unit: String,
    pub place: String,
    pub holder: Option<String>,
}

/// All of them, read once a start.
#[derive(Debug)]
pub struct Files {
    pub organisation: Organisation,
    pub people: People,
    pub groups: Groups,
    pub services: Services,
    pub devices: Devices,
}

/// A file of the demo that does not read. It is part of the binary, so a test finds it first.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {error}")]
pub struct FileError {
    pub file: &'static str,
    pub error: toml::de::Error,
}

macro_rules! read {
    ($name:literal) => {
        toml::from_str(include_str!(concat!("../../../../examples/ljusvik/", $name, ".toml")))
            .map_err(|error| FileError { file: concat!("examples/ljusvik/", $name, ".toml"), error })?
    };
}

impl Files {
    pub fn read() -> Result<Self, FileError> {
        Ok(Self {
            organisation: read!("organisation"),
            people: read!("people"),
            groups: read!("groups"),
            services: read!("services"),
            devices: read!("devices"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_read_and_point_at_what_is_there() {
        let files = Files::read().expect("the files of examples/ljusvik");
        let units: Vec<&str> = files.organisation.unit.iter().map(|unit| unit.slug.as_str()).collect();
        let groups: Vec<&str> = files.groups.group.iter().map(|group| group.slug.as_str()).collect();
        let people: Vec<&str> = files.people.person.iter().map(|person| person.slug.as_str()).collect();
        let services: Vec<&str> =
            files.services.service.iter().map(|service| service.slug.as_str()).collect();
        for unit in &files.organisation.unit {
            assert!(unit.parent.as_deref().is_none_or(|parent| units.contains(&parent)), "{}", unit.slug);
        }
        for person in &files.people.person {
            assert!(
                person.affiliations.iter().all(|one| units.contains(&one.unit.as_str())),
                "{}",
                person.slug
            );
        }
        for group in &files.groups.group {
            assert!(units.contains(&group.owner.as_str()), "{}", group.slug);
            assert!(group.members.iter().all(|member| people.contains(&member.as_str())), "{}", group.slug);
        }
        for service in &files.services.service {
            assert!(groups.contains(&service.owner.as_str()), "{}", service.slug);
        }
        for kind in &files.devices.kind {
            assert!(services.contains(&kind.service.as_str()), "{}", kind.slug);
        }
        assert_eq!(files.groups.group.iter().filter(|group| group.fallback).count(), 1);
    }
}
