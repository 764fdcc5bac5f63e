use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::{Person, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::{affiliation, group};

#[derive(Clone, Debug)]
pub struct Leave {
    pub id: Id,
    pub version: i64,
    /// The first day on which they no longer belong anywhere.
    pub to: Day,
}

/// Somebody leaves altogether: every affiliation ends on the day, every group now. The person stays known.
pub fn leave(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Leave) -> Result<Person, Refusal> {
    allow(actor, &EDIT)?;
    store::known(tx, input.id)?;
    super::touch(tx, input.id, input.version)?;
    let affiliations = affiliation::end_of_person(tx, input.id, input.to)?;
    let groups = group::leave_all(tx, input.id, now)?;
    let data = json!({ "to": input.to, "affiliations": affiliations, "groups": groups });
    tell(tx, actor, now, "directory.person.leave", "directory.person_left", input.id, &data)?;
    store::known(tx, input.id)
}
