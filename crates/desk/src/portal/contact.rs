use db::Tx;
use directory::person;
use inventory::device::DeviceLine;
use kernel::{Actor, Moment, Refusal};

/// What a report need not ask: what the reader holds, and how they are reached.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub devices: Vec<DeviceLine>,
    pub phone: Option<String>,
    pub mail: Option<String>,
}

pub fn contact(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Contact, Refusal> {
    let devices = super::home::devices(tx, actor, now)?;
    let Some(id) = actor.person else { return Ok(Contact { devices, ..Contact::default() }) };
    // Their own register entry, so a protected identity sees its own number too.
    let known = person::by_id(tx, id)?;
    Ok(Contact {
        devices,
        phone: known.as_ref().and_then(|person| person.phones.first()).map(|phone| phone.shown.clone()),
        mail: known.and_then(|person| person.mail),
    })
}
