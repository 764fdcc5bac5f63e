use db::Tx;
use directory::permissions::allow;
use directory::unit::{self, UnitName};
use kernel::{Actor, Id, Moment, Refusal};

use super::list::{HolderName, names};
use super::{Device, Holding, Kind, store};
use crate::permissions::READ;

/// A device with what its page says.
#[derive(Clone, Debug)]
pub struct Shown {
    pub device: Device,
    pub kind: Kind,
    pub unit: Option<UnitName>,
    /// Newest first; the one without an end holds it now.
    pub holdings: Vec<(Holding, HolderName)>,
    /// Newest first.
    pub changes: Vec<Change>,
}

/// A state or a place that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `state` or `place`.
    pub what: String,
    pub at: Moment,
    pub was: String,
    pub became: String,
}

impl Shown {
    pub fn holder(&self) -> Option<&HolderName> {
        self.holdings.iter().find(|(holding, _)| holding.valid_to.is_none()).map(|(_, name)| name)
    }
}

/// By id or by number.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, now: Moment, key: &str) -> Result<Shown, Refusal> {
    allow(actor, &READ)?;
    let device = find(tx, key)?;
    let kind = store::kinds(tx)?.into_iter().find(|kind| kind.slug == device.kind);
    let kind = kind.ok_or(Refusal::not_found("not-found"))?;
    let unit = match device.unit {
        Some(id) => unit::by_id(tx, id)?.map(|unit| unit.as_name()),
        None => None,
    };
    let holdings = store::holdings(tx, device.id)?;
    let holders: Vec<_> = holdings.iter().map(|holding| holding.holder).collect();
    let names = names(tx, actor, &holders, now.local_day())?;
    let named = |holding: Holding| {
        let name = names.get(&holding.holder).cloned().unwrap_or(HolderName::Somebody);
        (holding, name)
    };
    let holdings = holdings.into_iter().map(named).collect();
    let changes = store::changes(tx, device.id)?;
    Ok(Shown { device, kind, unit, holdings, changes })
}

fn find(tx: &mut Tx<'_>, key: &str) -> Result<Device, Refusal> {
    let found = match key.parse::<Id>() {
        Ok(id) => store::by_id(tx, id)?,
        Err(_) => store::by_number(tx, key)?,
    };
    found.ok_or(Refusal::not_found("not-found"))
}
