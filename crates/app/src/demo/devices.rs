//! What Ljusvik's people and houses hold (pure): named devices, and everything else by the counts of `devices.toml`.

use std::collections::HashSet;

use kernel::{Day, Id};

use super::chance::Chance;
use super::files::{DeviceKind, Files, HeldBy, Unit};
use super::people::{Person, digits};
use super::{Dates, named_id};

#[derive(Clone, Debug)]
pub struct Device {
    pub id: Id,
    pub number: String,
    pub kind: String,
    pub model: String,
    pub serial: String,
    pub place: String,
    pub unit: Id,
    pub person: Option<Id>,
    pub from: Day,
}

pub fn devices(files: &Files, people: &[Person], dates: &Dates) -> Vec<Device> {
    let mut all: Vec<Device> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    for named in &files.devices.device {
        let mut chance = Chance::of("device", u64::try_from(all.len()).unwrap_or(0));
        taken.insert(named.number.clone());
        all.push(Device {
            id: named_id("device", &named.number),
            number: named.number.clone(),
            kind: named.kind.clone(),
            model: named.model.clone(),
            serial: serial(&mut chance),
            place: named.place.clone(),
            unit: named_id("unit", &named.unit),
            person: named.holder.as_deref().map(|slug| named_id("person", slug)),
            from: dates.before_merger(300),
        });
    }
    for kind in &files.devices.kind {
        let made = all.iter().filter(|device| device.kind == kind.slug).count();
        let left = usize::try_from(kind.count).unwrap_or(0).saturating_sub(made);
        let holders = Holders::of(files, people, kind, dates, &all);
        for number in 0..left {
            let mut chance = Chance::of(&kind.slug, u64::try_from(number).unwrap_or(0));
            let Some((unit, person)) = holders.pick(number, &mut chance) else { break };
            all.push(device(files, kind, unit, person, dates, &mut chance, &mut taken));
        }
    }
    all
}

fn device(
    files: &Files,
    kind: &DeviceKind,
    unit: &Unit,
    person: Option<Id>,
    dates: &Dates,
    chance: &mut Chance,
    taken: &mut HashSet<String>,
) -> Device {
    let mut number = tag(kind, unit, chance);
    while !taken.insert(number.clone()) {
        number = tag(kind, unit, chance);
    }
    let models: Vec<_> = files.devices.model.iter().filter(|model| model.kind == kind.slug).collect();
    let model = chance.weighted(&models, |model| model.share).map(|model| model.name.clone());
    let oldest = dates.days_ago(kind.life_years.saturating_mul(365));
    Device {
        id: named_id("device", &number),
        number,
        kind: kind.slug.clone(),
        model: model.unwrap_or_default(),
        serial: serial(chance),
        place: place(unit, person.is_some(), chance),
        unit: named_id("unit", &unit.slug),
        person,
        from: dates.between(chance, oldest, dates.today),
    }
}

/// Whom a kind of device may be handed to: people one each, units as often as chance says.
struct Holders<'a> {
    units: Vec<&'a Unit>,
    people: Vec<(&'a Unit, Id)>,
    by: HeldBy,
}

impl<'a> Holders<'a> {
    fn of(files: &'a Files, people: &[Person], kind: &DeviceKind, dates: &Dates, made: &[Device]) -> Self {
        let fits = |setting: &String| kind.settings.contains(setting);
        let units: Vec<&Unit> = files
            .organisation
            .unit
            .iter()
            .filter(|unit| fits(&unit.setting) && unit.to.is_none() && unit.staff > 0)
            .collect();
        let has: HashSet<Id> =
            made.iter().filter(|one| one.kind == kind.slug).filter_map(|one| one.person).collect();
        let mut holders = Vec::new();
        for person in people.iter().filter(|person| fits(&person.setting) && !has.contains(&person.id)) {
            let now =
                person.affiliations.iter().find(|one| one.main && one.to.is_none_or(|to| to > dates.today));
            let unit = now.and_then(|now| units.iter().find(|unit| named_id("unit", &unit.slug) == now.unit));
            holders.extend(unit.map(|unit| (*unit, person.id)));
        }
        Self { units, people: holders, by: kind.held_by }
    }

    fn pick(&self, number: usize, chance: &mut Chance) -> Option<(&'a Unit, Option<Id>)> {
        if self.by == HeldBy::Person {
            // Spread over the settings that the kind is for, not only the first department of the list.
            let step = self.people.len().checked_div(2).map_or(1, |half| half | 1);
            let at = number.checked_mul(step)?.checked_rem(self.people.len())?;
            let fits = number < self.people.len();
            return self.people.get(at).filter(|_| fits).map(|(unit, person)| (*unit, Some(*person)));
        }
        chance.weighted(&self.units, |unit| u64::from(unit.staff)).map(|unit| (*unit, None))
    }
}

fn tag(kind: &DeviceKind, unit: &Unit, chance: &mut Chance) -> String {
    let house = chance.pick(&unit.houses).map_or("A", String::as_str).to_owned();
    let floor = chance.between(1, 3).to_string();
    let pattern =
        kind.number.replace("{code}", &unit.code).replace("{house}", &house).replace("{floor}", &floor);
    digits(&pattern, chance)
}

fn place(unit: &Unit, personal: bool, chance: &mut Chance) -> String {
    if personal {
        return "Personlig".to_owned();
    }
    let house = chance.pick(&unit.houses).map_or("A", String::as_str).to_owned();
    format!("{house}{}{:02}", chance.between(1, 3), chance.between(1, 24))
}

/// Letters and digits that look like a serial number and are nobody's.
fn serial(chance: &mut Chance) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHJKLMNPRSTUVWXYZ23456789";
    (0..10).filter_map(|_| chance.pick(SIGNS)).map(|sign| char::from(*sign)).collect()
}
