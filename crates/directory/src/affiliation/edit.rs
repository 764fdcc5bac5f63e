use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::add::check;
use super::{NewAffiliation, store};
use crate::permissions::{EDIT, allow};
use crate::person;
use crate::tell::tell;

#[derive(Clone, Debug)]
pub struct Edit {
    pub person: Id,
    /// The person's version.
    pub version: i64,
    /// As it shall be; its id says which.
    pub new: NewAffiliation,
}

/// Corrects an affiliation.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<(), Refusal> {
    allow(actor, &EDIT)?;
    let new = check(tx, &input.new)?;
    person::touch(tx, input.person, input.version)?;
    if new.main {
        store::yield_main(tx, input.person, new.id, new.valid_from, new.valid_to)?;
    }
    if !store::update(tx, input.person, &new)? {
        return Err(Refusal::not_found("not-found"));
    }
    let data = json!({ "affiliation": new.id, "unit": new.unit, "kind": new.kind.code() });
    tell(tx, actor, now, "directory.affiliation.edit", "directory.person_edited", input.person, &data)
}
