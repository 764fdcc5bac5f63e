use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{Group, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

#[derive(Clone, Debug)]
pub struct End {
    pub id: Id,
    pub version: i64,
}

/// Ends a group now, and with it who works there. The one that takes what nobody else does is replaced first.
pub fn end(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &End) -> Result<Group, Refusal> {
    allow(actor, &EDIT)?;
    let group = store::known(tx, input.id)?;
    if group.fallback {
        return Err(Refusal::conflict("directory-group-is-fallback"));
    }
    if !store::set_end(tx, input.id, input.version, now)? {
        return Err(typed::stale());
    }
    let members = store::end_members(tx, input.id, now)?;
    let data = json!({ "members": members });
    tell(tx, actor, now, "directory.group.end", "directory.group_ended", input.id, &data)?;
    store::known(tx, input.id)
}
