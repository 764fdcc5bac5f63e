use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::create::hangs_on;
use super::{Unit, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

#[derive(Clone, Debug)]
pub struct Hang {
    pub id: Id,
    pub version: i64,
    pub parent: Id,
    pub from: Day,
}

/// Hangs a unit under another from a day on. Where it hung before that day stays; what was planned after it is replaced.
pub fn hang(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Hang) -> Result<Unit, Refusal> {
    allow(actor, &EDIT)?;
    let unit = store::known(tx, input.id)?;
    if !unit.is_on(input.from) {
        return Err(Refusal::invalid("from", "directory-unit-not-there"));
    }
    hangs_on(tx, input.parent, input.from)?;
    if store::below(tx, input.id, input.from)?.contains(&input.parent) {
        return Err(Refusal::invalid("parent", "directory-parent-below"));
    }
    if !store::touch(tx, input.id, input.version)? {
        return Err(typed::stale());
    }
    store::cut_hangings(tx, input.id, input.from)?;
    store::insert_hanging(tx, input.id, input.parent, input.from, unit.valid_to)?;
    let data = json!({ "parent": input.parent, "from": input.from });
    tell(tx, actor, now, "directory.unit.hang", "directory.unit_moved", input.id, &data)?;
    store::known(tx, input.id)
}
