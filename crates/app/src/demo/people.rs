//! Who works in Ljusvik (pure): the named ones, and everybody else drawn from the pools of `people.toml`.

use std::collections::{HashMap, HashSet};

use kernel::{Day, Id};

use super::chance::Chance;
use super::files::{Files, NamedPerson, Since, Titles, Unit};
use super::{Dates, named_id};

/// Somebody of the demo, before the directory has them.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Id,
    pub given: String,
    pub family: String,
    pub mail: String,
    pub phones: Vec<String>,
    /// Outside the organisation (a supplier's): the title stands on the person.
    pub title: Option<String>,
    pub affiliations: Vec<Affiliation>,
    /// The main unit's setting; a supplier's people have none.
    pub setting: String,
}

#[derive(Clone, Debug)]
pub struct Affiliation {
    pub unit: Id,
    pub title: String,
    /// Of full time, where the file says it.
    pub percent: Option<i64>,
    pub main: bool,
    pub from: Day,
    pub to: Option<Day>,
}

/// One of a hundred works at a second unit too.
const TWO_UNITS: u64 = 4;
/// Per cent who came after the merger, and who have left since.
const JOINED: u64 = 9;
const LEFT: u64 = 5;

pub fn people(files: &Files, dates: &Dates) -> Vec<Person> {
    let units: HashMap<&str, &Unit> =
        files.organisation.unit.iter().map(|unit| (unit.slug.as_str(), unit)).collect();
    let mut all: Vec<Person> =
        files.people.person.iter().map(|person| named(person, &units, dates)).collect();
    let mut taken: HashSet<String> = all.iter().map(|person| person.mail.clone()).collect();
    let names: HashSet<(String, String)> =
        all.iter().map(|person| (person.given.clone(), person.family.clone())).collect();
    let titles: HashMap<&str, &Titles> =
        files.people.titles.iter().map(|titles| (titles.setting.as_str(), titles)).collect();
    for unit in &files.organisation.unit {
        let here =
            |person: &&NamedPerson| person.affiliations.first().is_some_and(|one| one.unit == unit.slug);
        let named_here = files.people.person.iter().filter(here).count();
        let headed = files.people.person.iter().filter(here).any(|person| person.head);
        let Some(titles) = titles.get(unit.setting.as_str()) else { continue };
        // IT's own people are all named.
        if unit.to.is_some() || unit.slug == "it-enheten" {
            continue;
        }
        for place in named_here..usize::try_from(unit.staff).unwrap_or(0) {
            let draw = Draw { files, unit, titles, head: place == named_here && !headed, dates };
            all.push(draw.person(all.len(), &names, &mut taken));
        }
    }
    all
}

fn named(person: &NamedPerson, units: &HashMap<&str, &Unit>, dates: &Dates) -> Person {
    let most = person.affiliations.iter().map(|one| one.percent).max();
    let affiliations: Vec<Affiliation> = person
        .affiliations
        .iter()
        .map(|one| Affiliation {
            unit: named_id("unit", &one.unit),
            title: one.title.clone(),
            percent: Some(i64::from(one.percent)),
            main: Some(one.percent) == most,
            from: dates.since(one.from),
            to: one.to.map(|to| dates.before(to)),
        })
        .collect();
    let setting = person.affiliations.first().and_then(|one| units.get(one.unit.as_str()));
    Person {
        id: named_id("person", &person.slug),
        given: person.given.clone(),
        family: person.family.clone(),
        mail: person.mail.clone(),
        phones: person.phone.iter().chain(&person.mobile).cloned().collect(),
        title: person.title.clone(),
        affiliations,
        setting: setting.map(|unit| unit.setting.clone()).unwrap_or_default(),
    }
}

struct Draw<'a> {
    files: &'a Files,
    unit: &'a Unit,
    titles: &'a Titles,
    head: bool,
    dates: &'a Dates,
}

impl Draw<'_> {
    fn person(
        &self,
        number: usize,
        named: &HashSet<(String, String)>,
        taken: &mut HashSet<String>,
    ) -> Person {
        let mut chance = Chance::of("person", u64::try_from(number).unwrap_or(0));
        let (given, family) = self.name(&mut chance, named);
        let mail = self.mail(&given, &family, taken);
        Person {
            id: named_id("person", &mail),
            phones: self.phones(&mut chance),
            mail,
            given,
            family,
            title: None,
            affiliations: self.affiliations(&mut chance),
            setting: self.unit.setting.clone(),
        }
    }

    fn name(&self, chance: &mut Chance, named: &HashSet<(String, String)>) -> (String, String) {
        let names = &self.files.people.names;
        loop {
            let given = chance.pick(&names.given).cloned().unwrap_or_default();
            let family = chance.pick(&names.family).cloned().unwrap_or_default();
            let pair = (given, family);
            if !named.contains(&pair) {
                return pair;
            }
        }
    }

    fn mail(&self, given: &str, family: &str, taken: &mut HashSet<String>) -> String {
        let domain = &self.files.organisation.municipality.mail_domain;
        let plain = |name: &str| texts::fold(name).plain.replace(' ', "-");
        let hyphened = |name: &str| name.split('-').map(plain).collect::<Vec<_>>().join("-");
        let stem = format!("{}.{}", hyphened(given), hyphened(family));
        let mut mail = format!("{stem}@{domain}");
        let mut number = 2;
        while !taken.insert(mail.clone()) {
            mail = format!("{stem}{number}@{domain}");
            number += 1;
        }
        mail
    }

    fn phones(&self, chance: &mut Chance) -> Vec<String> {
        let phones = &self.files.people.phones;
        let share =
            |of: &std::collections::BTreeMap<String, u64>| of.get(&self.unit.setting).copied().unwrap_or(0);
        let patterns =
            [(&phones.fixed, share(&phones.with_fixed)), (&phones.mobile, share(&phones.with_mobile))];
        let mut found = Vec::new();
        for (pattern, share) in patterns {
            if chance.percent(share) {
                found.push(digits(pattern, chance));
            }
        }
        found
    }

    fn affiliations(&self, chance: &mut Chance) -> Vec<Affiliation> {
        let title = if self.head {
            Some(self.titles.head.clone())
        } else {
            chance.weighted(&self.titles.others, |one| one.share).map(|one| one.title.clone())
        };
        let title = title.unwrap_or_default();
        let from = if !self.head && chance.percent(JOINED) {
            self.dates.between(chance, self.dates.merger, self.dates.today)
        } else {
            self.dates.since(Since::Always)
        };
        let left = !self.head && from < self.dates.merger && chance.percent(LEFT);
        let to = left.then(|| self.dates.between(chance, self.dates.merger, self.dates.today));
        let mut all = vec![Affiliation {
            unit: named_id("unit", &self.unit.slug),
            title: title.clone(),
            percent: None,
            main: true,
            from,
            to,
        }];
        if chance.percent(TWO_UNITS) && to.is_none() {
            let like = |unit: &&Unit| {
                unit.setting == self.unit.setting && unit.slug != self.unit.slug && unit.staff > 0
            };
            let others: Vec<&Unit> = self.files.organisation.unit.iter().filter(like).collect();
            if let Some(other) = chance.pick(&others) {
                let unit = named_id("unit", &other.slug);
                all.push(Affiliation { unit, title, percent: None, main: false, from, to: None });
            }
        }
        all
    }
}

/// Puts digits where the pattern has `#`.
pub fn digits(pattern: &str, chance: &mut Chance) -> String {
    pattern
        .chars()
        .map(|sign| match sign {
            '#' => char::from_digit(u32::try_from(chance.below(10)).unwrap_or(0), 10).unwrap_or('0'),
            other => other,
        })
        .collect()
}
