use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::{Unit, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::{affiliation, days, typed};

#[derive(Clone, Debug)]
pub struct End {
    pub id: Id,
    pub version: i64,
    /// The first day on which it no longer is.
    pub to: Day,
}

/// Ends a unit on a day, and with it whoever still belongs to it. Units below it are moved or ended first.
pub fn end(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &End) -> Result<Unit, Refusal> {
    allow(actor, &EDIT)?;
    let unit = store::known(tx, input.id)?;
    days::in_order(unit.valid_from, Some(input.to))?;
    let children = store::children_after(tx, input.id, input.to)?;
    if children > 0 {
        return Err(Refusal::conflict("directory-unit-has-children").with("count", children));
    }
    if !store::set_end(tx, input.id, input.version, input.to)? {
        return Err(typed::stale());
    }
    store::cut_hangings(tx, input.id, input.to)?;
    let ended = affiliation::end_at_unit(tx, input.id, input.to)?;
    let data = json!({ "to": input.to, "affiliations": ended });
    tell(tx, actor, now, "directory.unit.end", "directory.unit_ended", input.id, &data)?;
    store::known(tx, input.id)
}
