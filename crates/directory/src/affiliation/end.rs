use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::store;
use crate::permissions::{EDIT, allow};
use crate::person;
use crate::tell::tell;

#[derive(Clone, Debug)]
pub struct End {
    pub id: Id,
    pub person: Id,
    /// The person's version.
    pub version: i64,
    /// The first day on which it no longer holds.
    pub to: Day,
}

/// Somebody leaves a unit.
pub fn end(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &End) -> Result<(), Refusal> {
    allow(actor, &EDIT)?;
    let all = store::of_person(tx, input.person)?;
    let Some(one) = all.iter().find(|one| one.id == input.id) else {
        return Err(Refusal::not_found("not-found"));
    };
    crate::days::in_order(one.valid_from, Some(input.to))?;
    person::touch(tx, input.person, input.version)?;
    store::set_end(tx, input.id, input.to)?;
    let data = json!({ "affiliation": input.id, "to": input.to });
    tell(tx, actor, now, "directory.affiliation.end", "directory.person_edited", input.person, &data)
}
