//! What may stand about a device. Pure.

use directory::typed;
use kernel::{Id, Refusal};

use super::{Device, State};

/// What is given is changed; the rest stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub number: Option<String>,
    pub kind: Option<String>,
    pub model: Option<String>,
    pub serial: Option<String>,
    pub place: Option<String>,
    pub state: Option<State>,
    pub unit: Option<Option<Id>>,
    pub notes: Option<String>,
}

/// The device as it becomes, or every fault in what was typed.
pub fn changed(was: &Device, change: &Change) -> Result<Device, Refusal> {
    let or = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let number = typed::needed("number", &or(&change.number, &was.number), typed::NAME);
    let kind = typed::needed("kind", &or(&change.kind, &was.kind), typed::NAME);
    let model = typed::line("model", &or(&change.model, &was.model), typed::NAME);
    let serial = typed::line("serial", &or(&change.serial, &was.serial), typed::NAME);
    let place = typed::line("place", &or(&change.place, &was.place), typed::LINE);
    let notes = typed::text("notes", &or(&change.notes, &was.notes));
    match (number, kind, model, serial, place, notes) {
        (Ok(number), Ok(kind), Ok(model), Ok(serial), Ok(place), Ok(notes)) => Ok(Device {
            number,
            kind,
            model,
            serial,
            place,
            notes,
            state: change.state.unwrap_or(was.state),
            unit: change.unit.unwrap_or(was.unit),
            ..was.clone()
        }),
        (number, kind, model, serial, place, notes) => {
            let faults = [number.err(), kind.err(), model.err(), serial.err(), place.err(), notes.err()];
            Refusal::all(faults.into_iter().flatten().collect())?;
            Err(Refusal::invalid("number", "register-text-missing"))
        }
    }
}
