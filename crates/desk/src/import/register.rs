//! What the mapping's names are in this house's register.

use std::collections::HashMap;

use catalogue::service;
use db::Tx;
use directory::{group, unit};
use kernel::{Actor, Id, Moment, Refusal};
use service_level::promise;

use super::found::Foundation;
use super::mapping::{Fault, Mapping, MappingError, Named, Problem, key, nearest};
use super::story::Rules;
use crate::settings;
use crate::ticket::committee_for;

#[derive(Clone, Debug)]
pub(super) struct Register {
    groups: HashMap<String, Id>,
    services: HashMap<String, Id>,
    pub default_group: Id,
    pub committee: Id,
    /// Editions of the named promise, the earliest first; empty without one.
    editions: Vec<(Moment, Id)>,
    pub rules: Rules,
    /// In a house without a group that takes what nobody else does.
    pub foundation: Option<Foundation>,
}

impl Register {
    /// Everything once, before the first ticket. A name that is in no register is a fault of the mapping.
    pub fn read(
        tx: &mut Tx<'_>,
        actor: &Actor,
        now: Moment,
        mapping: &Mapping,
    ) -> Result<Result<Self, MappingError>, Refusal> {
        let mut problems = Vec::new();
        let fallback = group::fallback(tx)?;
        let set_up = fallback.as_ref().is_some_and(|group| group.owner_unit.is_some());
        let named = mapping.default_group.is_some() && mapping.default_committee.is_some();
        let foundation = (!set_up && !named).then(|| Foundation::of(&mapping.source));
        let (known_groups, known_services) = (known_groups(tx, now)?, known_services(tx)?);
        let mut find = |what, place: &str, name: &Named, known: &HashMap<String, Id>| {
            let id = known.get(&key(&name.text)).copied();
            if id.is_none() {
                problems.push(unknown(what, place, name, known.keys()));
            }
            id
        };
        let default_group =
            mapping.default_group.as_ref().map(|name| find("group", "default_group", name, &known_groups));
        let groups =
            translated(&mapping.groups, &known_groups, |name| find("group", "groups", name, &known_groups));
        let services = translated(&mapping.services, &known_services, |name| {
            find("service", "services", name, &known_services)
        });
        let committee = committee(tx, now, mapping, foundation.as_ref(), &mut problems)?;
        let editions = editions(tx, actor, now, mapping, &mut problems)?;
        let default_group = default_group.unwrap_or(match (&fallback, &foundation) {
            (Some(group), _) => Some(group.id),
            (None, foundation) => foundation.as_ref().map(|foundation| foundation.group),
        });
        let settings = settings::all(tx)?;
        let rules = Rules { matrix: settings.matrix, close_after_days: settings.close_after_days, now };
        Ok(match (default_group, committee) {
            (Some(default_group), Some(committee)) if problems.is_empty() => {
                Ok(Self { groups, services, default_group, committee, editions, rules, foundation })
            }
            _ => {
                problems.sort_by_key(|problem| problem.line);
                Err(MappingError { problems })
            }
        })
    }

    pub fn group(&self, theirs: &str) -> Option<Id> {
        self.groups.get(&key(theirs)).copied()
    }

    pub fn service(&self, theirs: &str) -> Option<Id> {
        self.services.get(&key(theirs)).copied()
    }

    /// The edition that held when the ticket was made; the first for what is older than all.
    pub fn edition(&self, created: Moment) -> Option<Id> {
        let held = self.editions.iter().rev().find(|(from, _)| *from <= created);
        held.or(self.editions.first()).map(|(_, id)| *id)
    }
}

/// By every name that a group has. A slug is nobody else's name; a name goes to who has it today.
fn known_groups(tx: &mut Tx<'_>, now: Moment) -> Result<HashMap<String, Id>, Refusal> {
    let groups = group::all(tx)?;
    let mut known = HashMap::new();
    for group in groups.iter().filter(|group| group.is_at(now)) {
        known.insert(key(&group.name), group.id);
        known.insert(key(&group.name_en), group.id);
    }
    known.remove("");
    known.extend(groups.into_iter().map(|group| (group.slug, group.id)));
    Ok(known)
}

fn known_services(tx: &mut Tx<'_>) -> Result<HashMap<String, Id>, Refusal> {
    let mut known = HashMap::new();
    for service in service::all(tx)? {
        known.insert(key(&service.name), service.id);
        known.insert(service.slug, service.id);
    }
    Ok(known)
}

/// The mapping's, else that of the IT organisation as it is today: in the file's days neither may have been.
fn committee(
    tx: &mut Tx<'_>,
    now: Moment,
    mapping: &Mapping,
    foundation: Option<&Foundation>,
    problems: &mut Vec<Problem>,
) -> Result<Option<Id>, Refusal> {
    let Some(name) = &mapping.default_committee else {
        return match foundation {
            Some(foundation) => Ok(Some(foundation.committee)),
            None => committee_for(tx, None, now.local_day()).map(Some),
        };
    };
    if let Some(unit) = unit::by_slug(tx, &name.text)? {
        return Ok(Some(unit.id));
    }
    let all = unit::all(tx, now.local_day())?;
    let committees = all.iter().filter(|unit| unit.kind == unit::Kind::Committee);
    problems.push(unknown("unit", "default_committee", name, committees.map(|unit| &unit.slug)));
    Ok(None)
}

/// Their words by what they are here, beside the names that the register has itself.
fn translated(
    theirs: &HashMap<String, Named>,
    known: &HashMap<String, Id>,
    mut find: impl FnMut(&Named) -> Option<Id>,
) -> HashMap<String, Id> {
    let mut all = known.clone();
    all.extend(theirs.iter().filter_map(|(word, name)| Some((word.clone(), find(name)?))));
    all
}

fn editions(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    mapping: &Mapping,
    problems: &mut Vec<Problem>,
) -> Result<Vec<(Moment, Id)>, Refusal> {
    let Some(name) = &mapping.promise else { return Ok(Vec::new()) };
    let all = promise::all(tx, actor, now)?.all;
    let mut editions: Vec<(Moment, Id)> = all
        .iter()
        .filter(|edition| key(&edition.name) == key(&name.text))
        .map(|edition| (edition.valid_from, edition.id))
        .collect();
    editions.sort_unstable();
    if editions.is_empty() {
        let mut names: Vec<&String> = all.iter().map(|edition| &edition.name).collect();
        names.dedup();
        problems.push(unknown("promise", "promise", name, names.into_iter()));
    }
    Ok(editions)
}

fn unknown<'a>(
    what: &'static str,
    place: &str,
    name: &Named,
    known: impl Iterator<Item = &'a String>,
) -> Problem {
    let mut known: Vec<String> = known.cloned().collect();
    known.sort_unstable();
    let nearest = nearest(&name.text, known.iter().map(String::as_str));
    Problem::new(name.line, place, Fault::NotInRegister { what, name: name.text.clone(), nearest, known })
}
