use db::Tx;
use directory::group::{self, Group};
use directory::permissions::allow;
use kernel::{Actor, Id, Refusal};

use super::{Service, store};
use crate::permissions::READ;

/// A service with the group that owns it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub service: Service,
    pub owner: Option<Group>,
}

/// By id or by slug.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Shown, Refusal> {
    allow(actor, &READ)?;
    let found = match key.parse::<Id>() {
        Ok(id) => store::by_id(tx, id)?,
        Err(_) => store::by_slug(tx, key)?,
    };
    let service = found.ok_or(Refusal::not_found("not-found"))?;
    let owner = group::by_id(tx, service.owner_group)?;
    Ok(Shown { service, owner })
}
