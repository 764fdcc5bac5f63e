//! Where a new ticket belongs: who works with it, and which nämnd owns the record.

use catalogue::service::Service;
use db::Tx;
use directory::{group, unit};
use kernel::{Day, Id, Refusal};

/// The group that was asked for, or that sees new tickets first; else the service's owner; else the group that takes
/// what nobody else does.
pub(crate) fn group_for(
    tx: &mut Tx<'_>,
    asked: Option<Id>,
    service: Option<&Service>,
) -> Result<Id, Refusal> {
    if let Some(group) = asked {
        return Ok(group);
    }
    match service {
        Some(service) => Ok(service.owner_group),
        None => Ok(fallback(tx)?.id),
    }
}

/// The committee of the requester's unit that day. Without a unit, or with one that no committee answers for,
/// the committee of the IT group that takes what nobody else does.
pub(crate) fn committee_for(tx: &mut Tx<'_>, unit: Option<Id>, day: Day) -> Result<Id, Refusal> {
    if let Some(unit) = unit
        && let Some(committee) = unit::committee_of(tx, unit, day)?
    {
        return Ok(committee);
    }
    let owner = fallback(tx)?.owner_unit.ok_or(Refusal::conflict("desk-not-set-up"))?;
    // A municipality whose IT lies right under its board still owns its records.
    Ok(unit::committee_of(tx, owner, day)?.unwrap_or(owner))
}

fn fallback(tx: &mut Tx<'_>) -> Result<group::Group, Refusal> {
    group::fallback(tx)?.ok_or(Refusal::conflict("desk-not-set-up"))
}
