use db::Tx;
use directory::permissions::allow;
use directory::{person, tell, typed, unit};
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::edit::note;
use super::{Device, Holder, Holding, State, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct HandOver {
    /// Names the new row in the history.
    pub id: Id,
    pub device: Id,
    pub version: i64,
    pub to: Holder,
    pub from: Day,
}

/// Gives a device to a person or a unit from a day on; whoever held it no longer does. It is then in use,
/// and the unit that answers for it is the holder's.
pub fn hand_over(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &HandOver) -> Result<Device, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.device)?;
    if was.state == State::Retired {
        return Err(Refusal::conflict("inventory-device-retired"));
    }
    if input.from > now.local_day() {
        return Err(Refusal::invalid("from", "inventory-day-ahead"));
    }
    let unit = answers(tx, input)?;
    let device =
        Device { state: State::InUse, unit: unit.or(was.unit), version: input.version, ..was.clone() };
    if !store::update(tx, &device)? {
        return Err(typed::stale());
    }
    close(tx, input.device, input.from)?;
    let holding = Holding { id: input.id, holder: input.to, valid_from: input.from, valid_to: None };
    store::insert_holdings(tx, &[(input.device, &holding)])?;
    note(tx, now, &was, &device)?;
    let data = json!({ "person": input.to.person(), "unit": input.to.unit(), "from": input.from });
    tell(tx, actor, now, "inventory.device.hand_over", "inventory.device_handed_over", input.device, &data)?;
    store::known(tx, input.device)
}

/// The unit that answers for the device from then on, and whether there is anybody to give it to.
fn answers(tx: &mut Tx<'_>, input: &HandOver) -> Result<Option<Id>, Refusal> {
    match input.to {
        Holder::Unit(id) => match unit::by_id(tx, id)? {
            Some(unit) if unit.is_on(input.from) => Ok(Some(id)),
            _ => Err(Refusal::invalid("holder", "inventory-holder-unknown")),
        },
        Holder::Person(id) => match person::by_id(tx, id)? {
            Some(_) => Ok(person::main_unit(tx, id, input.from)?),
            None => Err(Refusal::invalid("holder", "inventory-holder-unknown")),
        },
    }
}

/// Ends whose it is now. A day before that holding began would turn the history round.
pub(super) fn close(tx: &mut Tx<'_>, device: Id, day: Day) -> Result<bool, Refusal> {
    let open = store::holdings(tx, device)?.into_iter().find(|holding| holding.valid_to.is_none());
    let Some(open) = open else { return Ok(false) };
    if day < open.valid_from {
        return Err(Refusal::invalid("from", "inventory-day-before-holder").with("day", open.valid_from));
    }
    store::end_holding(tx, open.id, day)?;
    Ok(true)
}
