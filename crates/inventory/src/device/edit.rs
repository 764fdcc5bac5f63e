use db::Tx;
use directory::permissions::allow;
use directory::{tell, typed};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::create::placed;
use super::fields::{Change, changed};
use super::{Device, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct Edit {
    pub id: Id,
    pub version: i64,
    pub change: Change,
}

/// Corrects what is known of a device. A new state or place also stands in its history.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Device, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.id)?;
    let device = Device { version: input.version, ..changed(&was, &input.change)? };
    if !placed(tx.nested(|tx| store::update(tx, &device)))? {
        return Err(typed::stale());
    }
    note(tx, now, &was, &device)?;
    let data = json!({ "state": device.state.code() });
    tell(tx, actor, now, "inventory.device.edit", "inventory.device_edited", input.id, &data)?;
    store::known(tx, input.id)
}

/// Keeps what the state and the place were.
pub(super) fn note(tx: &mut Tx<'_>, now: Moment, was: &Device, is: &Device) -> Result<(), Refusal> {
    let changes = [("state", was.state.code(), is.state.code()), ("place", &was.place, &is.place)];
    for (what, old, new) in changes.into_iter().filter(|(_, old, new)| old != new) {
        store::insert_change(tx, was, what, now, old, new)?;
    }
    Ok(())
}
