use std::collections::HashMap;

use db::Tx;
use directory::group::{self, Group};
use kernel::{Actor, Id, Moment, Refusal};

use super::line::{People, Who};
use crate::permissions::WORK;

/// Whom a ticket may be given to: the groups of today, and everybody who works in one.
#[derive(Clone, Debug, Default)]
pub struct Crew {
    pub groups: Vec<Group>,
    /// By name.
    pub people: Vec<Colleague>,
}

#[derive(Clone, Debug)]
pub struct Colleague {
    pub who: Who,
    /// The names of their groups, in the reader's language.
    pub groups: Vec<String>,
}

pub fn crew(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Crew, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let groups: Vec<Group> = group::all(tx)?.into_iter().filter(|group| group.is_at(now)).collect();
    let mut work_in: HashMap<Id, Vec<String>> = HashMap::new();
    for group in &groups {
        for person in group::members(tx, group.id, now)? {
            work_in.entry(person).or_default().push(group.label(actor.lang).to_owned());
        }
    }
    let known = People::read(tx, actor, work_in.keys().copied(), now)?;
    let mut people: Vec<Colleague> =
        work_in.into_iter().map(|(id, groups)| Colleague { who: known.who(id), groups }).collect();
    people.retain(|one| one.who.person.is_some());
    people.sort_by_key(|one| (texts::sort_key(&one.who.name), one.who.person));
    Ok(Crew { groups, people })
}
