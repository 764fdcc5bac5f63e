use db::Tx;
use kernel::{Actor, Day, Id, Refusal};

use super::{Hanging, Unit, store};
use crate::permissions::{READ_PEOPLE, READ_UNITS, allow};
use crate::person;

/// A unit with what a page about it says.
#[derive(Clone, Debug)]
pub struct Shown {
    pub unit: Unit,
    /// From the top down to its parent on the day.
    pub above: Vec<Unit>,
    pub children: Vec<Unit>,
    /// Where it has hung, oldest first, each with the unit it hung under.
    pub hangings: Vec<(Hanging, Unit)>,
    pub committee: Option<Unit>,
    /// How many belong to it or below it on the day; none for a reader who may not read people.
    pub people: Option<i64>,
}

/// By id or by slug, as on the day.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, key: &str, day: Day) -> Result<Shown, Refusal> {
    allow(actor, &READ_UNITS)?;
    let unit = find(tx, key)?;
    let all = store::all(tx, day)?;
    let of = |id: Id| all.iter().find(|unit| unit.id == id).cloned();
    let mut above: Vec<Unit> = Vec::new();
    let mut next = of(unit.id).and_then(|unit| unit.parent);
    while let Some(parent) = next.and_then(of) {
        // A ring can only come from a fault in imported data; it must not hang the page.
        if above.iter().any(|known| known.id == parent.id) {
            break;
        }
        next = parent.parent;
        above.insert(0, parent);
    }
    let committee = store::committee_of(tx, unit.id, day)?.and_then(of);
    let mut hangings = Vec::new();
    for hanging in store::hangings(tx, unit.id)? {
        if let Some(parent) = store::by_id(tx, hanging.parent)? {
            hangings.push((hanging, parent));
        }
    }
    let children = all.into_iter().filter(|child| child.parent == Some(unit.id)).collect();
    let people = if actor.may(&READ_PEOPLE) {
        let question =
            person::list::Question { text: String::new(), unit: Some(unit.id), day, protected: false };
        Some(person::list::count(tx, actor, &question)?)
    } else {
        None
    };
    Ok(Shown { unit, above, children, hangings, committee, people })
}

/// By id or by slug.
pub fn find(tx: &mut Tx<'_>, key: &str) -> Result<Unit, Refusal> {
    let found = match key.parse() {
        Ok(id) => store::by_id(tx, id)?,
        Err(_) => store::by_slug(tx, key)?,
    };
    found.ok_or(Refusal::not_found("not-found"))
}
