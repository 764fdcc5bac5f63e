use db::Tx;
use kernel::{Actor, Moment, Page, PageSize, Refusal};

use super::{Group, store};
use crate::permissions::{READ_PEOPLE, READ_PROTECTED, READ_UNITS, allow};
use crate::person::{self, Card};
use crate::unit::{self, UnitName};
use crate::words;

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

/// What a list of groups asks for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub text: String,
    /// Those that have ended too.
    pub ended: bool,
}

/// Groups by name. There are dozens, so they are read whole.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
    after: Option<kernel::Id>,
    size: PageSize,
) -> Result<Page<Group>, Refusal> {
    allow(actor, &READ_UNITS)?;
    let mut groups = store::all(tx)?;
    groups.retain(|group| {
        (question.ended || group.is_at(now))
            && words::matches(&question.text, [group.name.as_str(), &group.name_en, &group.supplier])
    });
    let start = after.and_then(|id| groups.iter().position(|group| group.id == id)).map_or(0, |at| at + 1);
    let rows = groups.into_iter().skip(start).take(size.rows() + 1).collect();
    Ok(Page::cut(rows, size, |group: &Group| group.id.to_string()))
}
