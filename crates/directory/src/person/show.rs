use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::{Card, Person, store};
use crate::affiliation::{self, Affiliation};
use crate::group::{self, Group};
use crate::permissions::{EDIT, READ_PEOPLE, READ_PROTECTED, allow};

/// What a page or the API says of a person. Of a protected identity there is the card alone.
#[derive(Clone, Debug)]
pub struct Shown {
    pub card: Card,
    pub version: i64,
    pub open: Option<Open>,
}

/// What is known of a person who is not protected, or whom the reader has decided to see in full.
#[derive(Clone, Debug)]
pub struct Open {
    pub person: Person,
    pub affiliations: Vec<Affiliation>,
    pub groups: Vec<Group>,
}

pub fn show(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id) -> Result<Shown, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    let person = store::known(tx, id)?;
    shown(tx, now, person, false)
}

/// Looks behind an alias. It is the reader's decision, and a line in the log.
pub fn show_in_full(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id) -> Result<Shown, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    let person = store::known(tx, id)?;
    if person.protected {
        allow(actor, &READ_PROTECTED)?;
        access::audit(tx, actor, now, "directory.protected.read", id, json!({}))?;
    }
    shown(tx, now, person, true)
}

/// The card with a protected identity's own name and addresses, for whoever holds `directory.protected.read`. Logged.
pub fn card_in_full(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id) -> Result<Card, Refusal> {
    Ok(show_in_full(tx, actor, now, id)?.card)
}

/// Notes that the page of a protected identity was looked at, alias only.
pub fn note_look(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id) -> Result<(), Refusal> {
    access::audit(tx, actor, now, "directory.protected.look", id, json!({}))
}

/// The row as a form shows it before it is changed. Opening the form of a protected identity is a look behind the alias.
pub fn for_editing(tx: &mut Tx<'_>, actor: &Actor, now: Moment, id: Id) -> Result<Person, Refusal> {
    allow(actor, &EDIT)?;
    let person = store::known(tx, id)?;
    if person.protected {
        allow(actor, &READ_PROTECTED)?;
        access::audit(tx, actor, now, "directory.protected.read", id, json!({}))?;
    }
    Ok(person)
}

/// Whether the reader's page offers to change it.
pub fn may_edit(actor: &Actor, card: &Card) -> bool {
    actor.may(&EDIT) && (!card.protected || actor.may(&READ_PROTECTED))
}

fn shown(tx: &mut Tx<'_>, now: Moment, person: Person, in_full: bool) -> Result<Shown, Refusal> {
    let day: Day = now.local_day();
    let version = person.version;
    if person.protected && !in_full {
        return Ok(Shown { card: store::card(&person, None, None, false), version, open: None });
    }
    let main = affiliation::main_of(tx, &[person.id], day)?.remove(&person.id);
    let phone = person.phones.first().map(|phone| phone.shown.clone());
    let card = store::card(&person, phone, main, true);
    let affiliations = affiliation::of_person(tx, person.id)?;
    let works_in = group::of_person(tx, person.id, now)?;
    let groups = group::all(tx)?.into_iter().filter(|group| works_in.contains(&group.id)).collect();
    Ok(Shown { card, version, open: Some(Open { person, affiliations, groups }) })
}
