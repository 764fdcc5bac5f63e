use db::{DbError, Tx};
use directory::permissions::allow;
use directory::tell;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::fields::{Change, changed};
use super::{Device, NewDevice, State, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct Create {
    pub id: Id,
    pub fields: Change,
}

/// A new device, held by nobody yet.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Device, Refusal> {
    allow(actor, &EDIT)?;
    let device = changed(&blank(input.id, now), &input.fields)?;
    let new = NewDevice {
        id: device.id,
        number: device.number,
        kind: device.kind,
        model: device.model,
        serial: device.serial,
        place: device.place,
        state: device.state,
        unit: device.unit,
        notes: device.notes,
        created_at: now,
        holders: Vec::new(),
    };
    placed(tx.nested(|tx| store::insert_many(tx, &[new])))?;
    let data = json!({ "state": device.state.code() });
    tell(tx, actor, now, "inventory.device.create", "inventory.device_created", input.id, &data)?;
    store::known(tx, input.id)
}

fn blank(id: Id, now: Moment) -> Device {
    Device {
        id,
        number: String::new(),
        kind: String::new(),
        model: String::new(),
        serial: String::new(),
        place: String::new(),
        state: State::InStock,
        unit: None,
        notes: String::new(),
        created_at: now,
        version: 0,
    }
}

/// Says which field the database refused.
pub(super) fn placed<T>(result: Result<T, DbError>) -> Result<T, Refusal> {
    match result {
        Err(DbError::Duplicate(_)) => Err(Refusal::invalid("number", "inventory-number-taken")),
        Err(DbError::Reference(_)) => Err(Refusal::invalid("kind", "inventory-kind-or-unit-unknown")),
        other => Ok(other?),
    }
}
