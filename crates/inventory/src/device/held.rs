use db::Tx;
use directory::permissions::{READ_PROTECTED, allow};
use directory::person;
use kernel::{Actor, Id, Moment, Refusal};

use super::{DeviceLine, Holder, store};
use crate::permissions::READ;

/// What a person holds, as their page shows it.
#[derive(Clone, Debug)]
pub struct Held {
    pub lines: Vec<DeviceLine>,
    /// Number and place would lead to where a protected identity works.
    pub bare: bool,
}

pub fn held(tx: &mut Tx<'_>, actor: &Actor, now: Moment, person: Id) -> Result<Held, Refusal> {
    allow(actor, &READ)?;
    let protected = person::by_id(tx, person)?.is_some_and(|person| person.protected);
    let lines = store::held_by(tx, Holder::Person(person), now.local_day())?;
    Ok(Held { lines, bare: protected && !actor.may(&READ_PROTECTED) })
}
