use db::Tx;
use directory::permissions::allow;
use directory::{tell, typed};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::create::placed;
use super::fields::{Change, changed};
use super::{Service, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct Edit {
    pub id: Id,
    pub version: i64,
    pub change: Change,
}

/// Corrects a service, or ends it: one that is not active is offered and guessed no more, and its tickets keep it.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Service, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.id)?;
    let service = Service { version: input.version, ..changed(&was, &input.change)? };
    if !placed(tx.nested(|tx| store::update(tx, &service)))? {
        return Err(typed::stale());
    }
    let data = json!({ "owner_group": service.owner_group, "active": service.active });
    tell(tx, actor, now, "catalogue.service.edit", "catalogue.service_edited", input.id, &data)?;
    store::known(tx, input.id)
}
