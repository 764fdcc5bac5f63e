use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::{Group, store};
use crate::permissions::{READ_PEOPLE, READ_PROTECTED, READ_UNITS, allow};
use crate::person::{self, Card};
use crate::unit::{self, UnitName};

/// A group with who works there now.
#[derive(Clone, Debug)]
pub struct Shown {
    pub group: Group,
    pub owner: Option<UnitName>,
    /// None for a reader who may not read people.
    pub members: Option<Vec<Card>>,
}

/// By id or by slug.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, now: Moment, key: &str) -> Result<Shown, Refusal> {
    allow(actor, &READ_UNITS)?;
    let group = find(tx, key)?;
    let owner = match group.owner_unit {
        Some(id) => unit::by_id(tx, id)?.map(|unit| unit.as_name()),
        None => None,
    };
    let members = if actor.may(&READ_PEOPLE) {
        let ids = store::members(tx, group.id, now)?;
        let mut cards = person::cards(tx, &ids, now.local_day())?;
        // A group is a place of work, which an alias must not lead to.
        let shown = |card: &Card| !card.protected || actor.may(&READ_PROTECTED);
        Some(ids.iter().filter_map(|id| cards.remove(id)).filter(shown).collect())
    } else {
        None
    };
    Ok(Shown { group, owner, members })
}

/// By id or by slug.
pub fn find(tx: &mut Tx<'_>, key: &str) -> Result<Group, Refusal> {
    let found = match key.parse() {
        Ok(id) => store::by_id(tx, id)?,
        Err(_) => store::by_slug(tx, key)?,
    };
    found.ok_or(Refusal::not_found("not-found"))
}
