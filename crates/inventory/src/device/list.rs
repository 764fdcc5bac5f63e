use std::collections::HashMap;

use db::{Q, Res, Tx};
use directory::permissions::{READ_PEOPLE, allow};
use directory::words::sought;
use directory::{person, unit};
use kernel::{Actor, Day, Id, Page, PageSize, Refusal};

use super::{DeviceLine, Holder, State, store};
use crate::permissions::READ;

/// So many people's devices are shown for a name that many share.
const MOST_HOLDERS: i64 = 200;

/// What a list of devices asks for. The list, its export and the API share it.
#[derive(Clone, Debug)]
pub struct Question {
    /// Number, serial number, model or the holder's name.
    pub text: String,
    pub kind: Option<String>,
    pub state: Option<State>,
    /// The unit that answers and all below it on the day.
    pub unit: Option<Id>,
    pub day: Day,
}

/// A device in a list, with whoever holds it as the reader may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub line: DeviceLine,
    pub holder: Option<HolderName>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolderName {
    Person(person::Card),
    /// A reader who may not read people is told no more.
    Somebody,
    /// Not even the alias: where a device stands would say where its holder works.
    Protected,
    Unit(unit::UnitName),
}

/// Devices in the order of their numbers, a page at a time.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    question: &Question,
    after: Option<Id>,
    size: PageSize,
) -> Result<Page<Listed>, Refusal> {
    allow(actor, &READ)?;
    let q = narrow(tx, actor, store::listed(), question)?;
    let lines = store::page_of(tx, q, after, size.probe())?;
    let rows = with_holders(tx, actor, lines, question.day)?;
    Ok(Page::cut(rows, size, |listed: &Listed| listed.line.id.to_string()))
}

/// How many the list holds: a figure that opens its rows.
pub fn count(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<i64, Refusal> {
    allow(actor, &READ)?;
    let q = narrow(tx, actor, store::counted(), question)?;
    Ok(store::count_of(tx, &q)?)
}

/// The whole list, for an export: what the pages would show one after the other.
pub fn export(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Vec<Listed>, Refusal> {
    Page::all_rows(|after| {
        let after = after.and_then(|id| id.parse().ok());
        list(tx, actor, question, after, PageSize::LARGEST)
    })
}

/// What the question asks for beyond every device.
fn narrow(tx: &mut Tx<'_>, actor: &Actor, mut q: Q, question: &Question) -> Res<Q> {
    if let Some(kind) = &question.kind {
        store::is_kind(&mut q, kind);
    }
    if let Some(state) = question.state {
        store::is_in(&mut q, state);
    }
    if let Some(unit) = question.unit {
        store::answered_for(&mut q, &unit::below(tx, unit, question.day)?);
    }
    let sought = sought(&question.text);
    if !sought.is_empty() {
        // Who may not read people does not learn by searching which device is whose.
        let holders = if actor.may(&READ_PEOPLE) {
            person::matching(tx, &question.text, MOST_HOLDERS)?
        } else {
            Vec::new()
        };
        store::has_words_or_holder(&mut q, &sought, &holders);
    }
    Ok(q)
}

/// Names the holders of many devices in two questions.
pub(super) fn with_holders(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lines: Vec<DeviceLine>,
    day: Day,
) -> Result<Vec<Listed>, Refusal> {
    let holders: Vec<Holder> = lines.iter().filter_map(|line| line.holder).collect();
    let names = names(tx, actor, &holders, day)?;
    let listed = |line: DeviceLine| {
        let holder = line.holder.and_then(|holder| names.get(&holder).cloned());
        Listed { line, holder }
    };
    Ok(lines.into_iter().map(listed).collect())
}

/// What the reader may be told of each holder.
pub(super) fn names(
    tx: &mut Tx<'_>,
    actor: &Actor,
    holders: &[Holder],
    day: Day,
) -> Result<HashMap<Holder, HolderName>, Refusal> {
    let people: Vec<Id> = holders.iter().filter_map(|holder| holder.person()).collect();
    let units: Vec<Id> = holders.iter().filter_map(|holder| holder.unit()).collect();
    let mut found: HashMap<Holder, HolderName> = HashMap::with_capacity(holders.len());
    if actor.may(&READ_PEOPLE) {
        let cards = person::cards(tx, &people, day)?;
        found.extend(cards.into_iter().map(|(id, card)| {
            let name = if card.protected { HolderName::Protected } else { HolderName::Person(card) };
            (Holder::Person(id), name)
        }));
    } else {
        found.extend(people.into_iter().map(|id| (Holder::Person(id), HolderName::Somebody)));
    }
    let names = unit::names(tx, &units)?;
    found.extend(names.into_iter().map(|(id, name)| (Holder::Unit(id), HolderName::Unit(name))));
    Ok(found)
}
