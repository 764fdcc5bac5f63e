use db::Tx;
use directory::permissions::allow;
use directory::{tell, typed};
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::edit::note;
use super::hand_over::close;
use super::{Device, State, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct TakeBack {
    pub device: Id,
    pub version: i64,
    /// The first day on which it is no longer held.
    pub from: Day,
    pub state: State,
    /// Where it stands now; as before when empty.
    pub place: String,
}

/// Takes a device back: to the stock, for repair, or out of use. Nobody holds it then.
pub fn take_back(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &TakeBack) -> Result<Device, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.device)?;
    if input.from > now.local_day() {
        return Err(Refusal::invalid("from", "inventory-day-ahead"));
    }
    if input.state == State::InUse {
        return Err(Refusal::invalid("state", "inventory-taken-back-in-use"));
    }
    if !close(tx, input.device, input.from)? {
        return Err(Refusal::conflict("inventory-held-by-nobody"));
    }
    let place = typed::line("place", &input.place, typed::LINE)?;
    let place = if place.is_empty() { was.place.clone() } else { place };
    let device = Device { state: input.state, place, version: input.version, ..was.clone() };
    if !store::update(tx, &device)? {
        return Err(typed::stale());
    }
    note(tx, now, &was, &device)?;
    let data = json!({ "state": input.state.code(), "from": input.from });
    tell(tx, actor, now, "inventory.device.take_back", "inventory.device_taken_back", input.device, &data)?;
    store::known(tx, input.device)
}
