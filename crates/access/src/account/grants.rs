use std::collections::HashSet;

use db::Tx;
use kernel::{Actor, Grant, Id, Moment, Refusal, Role};
use serde_json::json;

use super::{Account, store};
use crate::permissions::{ADMINISTER, allow};
use crate::{audit, session};

/// Gives the account exactly these roles.
pub fn set_grants(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    account: Id,
    grants: &[Grant],
) -> Result<Account, Refusal> {
    allow(actor, &ADMINISTER)?;
    let before = store::by_id(tx, account)?.ok_or(Refusal::not_found("access-account-unknown"))?;
    let grants = distinct(grants);
    check(&grants)?;
    if before.has(Role::Administrator) && !grants.iter().any(|grant| grant.role == Role::Administrator) {
        keep_one_administrator(tx, account)?;
    }
    if before.grants == grants {
        return Ok(before);
    }
    store::set_grants(tx, account, &grants)?;
    // A stolen session must not gain rights. The actor's own goes on under a new secret, which the face asks for.
    if actor.account != Some(account) {
        session::store::end_all(tx, account)?;
    }
    let detail = json!({ "before": codes(&before.grants), "after": codes(&grants) });
    audit(tx, actor, now, "access.account.set_grants", account, detail)?;
    Ok(Account { grants, ..before })
}

/// A house without an administrator can only be opened from the command line, so the last one stays.
pub(super) fn keep_one_administrator(tx: &mut Tx<'_>, leaving: Id) -> Result<(), Refusal> {
    if store::administrators_beside(tx, leaving)? == 0 {
        return Err(Refusal::conflict("access-last-administrator"));
    }
    Ok(())
}

/// A head leads a unit; without one the role would say nothing, or everything.
pub(crate) fn check(grants: &[Grant]) -> Result<(), Refusal> {
    if grants.iter().any(|grant| grant.role == Role::DepartmentHead && grant.unit.is_none()) {
        return Err(Refusal::invalid("unit", "access-head-needs-unit"));
    }
    Ok(())
}

/// Each role and unit once, in the order given.
pub(super) fn distinct(grants: &[Grant]) -> Vec<Grant> {
    let mut seen = HashSet::new();
    grants.iter().filter(|grant| seen.insert((grant.role, grant.unit))).cloned().collect()
}

pub(super) fn codes(grants: &[Grant]) -> Vec<serde_json::Value> {
    let one = |grant: &Grant| match grant.unit {
        None => json!({ "role": grant.role.code() }),
        Some(unit) => json!({ "role": grant.role.code(), "unit": unit }),
    };
    grants.iter().map(one).collect()
}
