//! Who works in a group: they begin and leave now, and what was is kept.

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::store;
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::{person, typed};

#[derive(Clone, Debug)]
pub struct Member {
    pub group: Id,
    /// The group's version.
    pub version: i64,
    pub person: Id,
}

/// Somebody begins to work in the group. Once more is no fault.
pub fn join(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Member) -> Result<(), Refusal> {
    allow(actor, &EDIT)?;
    let group = store::known(tx, input.group)?;
    if !group.is_at(now) {
        return Err(Refusal::conflict("directory-group-ended"));
    }
    if person::by_id(tx, input.person)?.is_none() {
        return Err(Refusal::invalid("person", "directory-person-unknown"));
    }
    if store::members(tx, input.group, now)?.contains(&input.person) {
        return Ok(());
    }
    if !store::touch(tx, input.group, input.version)? {
        return Err(typed::stale());
    }
    store::insert_member(tx, input.group, input.person, now)?;
    let data = json!({ "person": input.person });
    tell(tx, actor, now, "directory.group.join", "directory.group_joined", input.group, &data)
}

/// Somebody no longer works in the group.
pub fn part(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Member) -> Result<(), Refusal> {
    allow(actor, &EDIT)?;
    store::known(tx, input.group)?;
    if !store::touch(tx, input.group, input.version)? {
        return Err(typed::stale());
    }
    store::end_member(tx, input.group, input.person, now)?;
    let data = json!({ "person": input.person });
    tell(tx, actor, now, "directory.group.part", "directory.group_parted", input.group, &data)
}
