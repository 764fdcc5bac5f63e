//! How this municipality's desk works: choices with defaults, each a setting of its own.

use db::{Res, Tx, setting};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use crate::permissions::SETTLE;
use crate::ticket::{Matrix, Priority};

const MATRIX: &str = "desk.priority_matrix";
const CLOSE_AFTER_DAYS: &str = "desk.close_after_days";
const TRIAGE: &str = "desk.triage_group";

/// Impact × urgency → priority.
pub fn matrix(tx: &mut Tx<'_>) -> Res<Matrix> {
    Ok(setting::read(tx, MATRIX)?.unwrap_or_default())
}

/// A resolved ticket may be reopened for so long, and is then closed.
pub fn close_after_days(tx: &mut Tx<'_>) -> Res<i64> {
    Ok(setting::read(tx, CLOSE_AFTER_DAYS)?.unwrap_or(7).clamp(1, 365))
}

/// The group that sees new tickets first, whichever service they are about; none sends them to the service's owner.
pub fn triage_group(tx: &mut Tx<'_>) -> Res<Option<Id>> {
    Ok(setting::read(tx, TRIAGE)?.flatten())
}

pub fn set_matrix(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    rows: [[Priority; 3]; 3],
) -> Result<(), Refusal> {
    allow(actor)?;
    let matrix = Matrix::new(rows)?;
    setting::write(tx, MATRIX, &matrix, now)?;
    note(tx, actor, now, json!({"matrix": matrix}))
}

pub fn set_close_after_days(tx: &mut Tx<'_>, actor: &Actor, now: Moment, days: i64) -> Result<(), Refusal> {
    allow(actor)?;
    if !(1..=365).contains(&days) {
        return Err(Refusal::invalid("days", "desk-days-out-of-range"));
    }
    setting::write(tx, CLOSE_AFTER_DAYS, &days, now)?;
    note(tx, actor, now, json!({"close_after_days": days}))
}

pub fn set_triage_group(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    group: Option<Id>,
) -> Result<(), Refusal> {
    allow(actor)?;
    setting::write(tx, TRIAGE, &group, now)?;
    note(tx, actor, now, json!({"triage_group": group}))
}

fn allow(actor: &Actor) -> Result<(), Refusal> {
    if actor.may(&SETTLE) { Ok(()) } else { Err(Refusal::forbidden("no-permission")) }
}

/// The log needs a subject; a setting has no row of its own, so it is the account that changed it.
fn note(tx: &mut Tx<'_>, actor: &Actor, now: Moment, detail: serde_json::Value) -> Result<(), Refusal> {
    let subject = actor.account.unwrap_or(Id::from_bytes([0; 16]));
    access::audit(tx, actor, now, "desk.settings.edit", subject, detail)
}
