//! How this municipality's desk works: choices with defaults, each a setting of its own.

pub mod api;

use db::{Res, Tx, setting};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use crate::permissions::SETTLE;
use crate::ticket::{Matrix, Priority, Ref, find_group};

const MATRIX: &str = "desk.priority_matrix";
const CLOSE_AFTER_DAYS: &str = "desk.close_after_days";
const TRIAGE: &str = "desk.triage_group";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Impact × urgency → priority.
    pub matrix: Matrix,
    /// A resolved ticket may be reopened for so long, and is then closed.
    pub close_after_days: i64,
    /// The group that sees new tickets first, whichever service they are about; none sends them to its owner.
    pub triage_group: Option<Id>,
}

pub fn all(tx: &mut Tx<'_>) -> Res<Settings> {
    Ok(Settings {
        matrix: matrix(tx)?,
        close_after_days: close_after_days(tx)?,
        triage_group: triage_group(tx)?,
    })
}

pub fn matrix(tx: &mut Tx<'_>) -> Res<Matrix> {
    Ok(setting::read(tx, MATRIX)?.unwrap_or_default())
}

pub fn close_after_days(tx: &mut Tx<'_>) -> Res<i64> {
    Ok(setting::read(tx, CLOSE_AFTER_DAYS)?.unwrap_or(7).clamp(1, 365))
}

pub fn triage_group(tx: &mut Tx<'_>) -> Res<Option<Id>> {
    Ok(setting::read(tx, TRIAGE)?.flatten())
}

/// Tickets that stand keep the priority and the days that they were given.
pub fn save(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    matrix: [[Priority; 3]; 3],
    close_after_days: i64,
    triage: Option<&Ref>,
) -> Result<Settings, Refusal> {
    if !actor.may(&SETTLE) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let matrix = Matrix::new(matrix)?;
    if !(1..=365).contains(&close_after_days) {
        return Err(Refusal::invalid("close_after_days", "desk-days-out-of-range"));
    }
    let triage_group = triage.map(|by| find_group(tx, by)).transpose()?.map(|group| group.id);
    setting::write(tx, MATRIX, &matrix, now)?;
    setting::write(tx, CLOSE_AFTER_DAYS, &close_after_days, now)?;
    setting::write(tx, TRIAGE, &triage_group, now)?;
    let detail =
        json!({"matrix": matrix, "close_after_days": close_after_days, "triage_group": triage_group});
    // The log needs a subject; a setting has no row of its own, so it is the account that changed it.
    let subject = actor.account.unwrap_or(Id::from_bytes([0; 16]));
    access::audit(tx, actor, now, "desk.settings.edit", subject, detail)?;
    Ok(Settings { matrix, close_after_days, triage_group })
}
