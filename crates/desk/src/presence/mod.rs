//! Who has a ticket open right now, and whether they are writing: seen by colleagues before they begin the same work.
//! It is forgotten within a minute and never kept as history: people are not measured.

mod store;

use db::{Res, Tx};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use crate::facts;
use crate::permissions::WORK;
use crate::ticket::{People, Who, read_one};

/// An open page says so every twenty seconds; after this it is taken to be gone.
const PRESENT_SECONDS: i64 = 50;

#[derive(Clone, Debug)]
pub struct Touch {
    pub number: i64,
    pub writing: bool,
    /// The page is closing.
    pub leaving: bool,
}

/// Colleagues are told when somebody comes, goes, or begins or ends to write; not each time that they are still there.
pub fn touch(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Touch) -> Result<(), Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let Some(person) = actor.person else { return Ok(()) };
    let (ticket, _) = read_one(tx, actor, input.number)?;
    let fresh = now.minus(PRESENT_SECONDS * Moment::SECOND);
    let before = store::one(tx, input.number, person, fresh)?;
    let after = (!input.leaving).then_some(input.writing);
    match after {
        Some(writing) => store::put(tx, input.number, person, writing, now)?,
        None => store::remove(tx, input.number, person)?,
    }
    if before != after {
        facts::tell(tx, facts::VISITED, &ticket, now, json!({}))?;
    }
    Ok(())
}

/// As [`touch`], and tells whom one meets there.
pub fn meet(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Touch) -> Result<Vec<(Who, bool)>, Refusal> {
    touch(tx, actor, now, input)?;
    let beside = beside(tx, input.number, actor.person, now)?;
    let people = People::read(tx, actor, beside.iter().map(|(person, _)| *person), now)?;
    Ok(beside.into_iter().map(|(person, writing)| (people.who(person), writing)).collect())
}

/// Who else has this ticket open, and whether they are writing.
pub(crate) fn beside(tx: &mut Tx<'_>, number: i64, reader: Option<Id>, now: Moment) -> Res<Vec<(Id, bool)>> {
    let there = store::of(tx, number, now.minus(PRESENT_SECONDS * Moment::SECOND))?;
    Ok(there.into_iter().filter(|(person, _)| Some(*person) != reader).collect())
}

/// Who has any of these tickets open.
pub(crate) fn present(tx: &mut Tx<'_>, numbers: &[i64], now: Moment) -> Res<Vec<(i64, Id)>> {
    store::among(tx, numbers, now.minus(PRESENT_SECONDS * Moment::SECOND))
}

/// Forgets who is long gone.
pub(crate) fn forget(tx: &mut Tx<'_>, now: Moment) -> Res<u64> {
    store::remove_before(tx, now.minus(PRESENT_SECONDS * Moment::SECOND))
}
