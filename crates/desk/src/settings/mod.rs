//! How this municipality's desk works: choices with defaults, kept as one setting.

pub mod api;
pub(crate) mod page;

use db::{Res, Tx, setting};
use kernel::{Actor, Id, Moment, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::permissions::SETTLE;
use crate::ticket::{Matrix, Priority, Ref, find_group};

/// One row, so that a new ticket costs one read.
const SETTINGS: &str = "desk.settings";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Impact × urgency → priority.
    pub matrix: Matrix,
    /// A resolved ticket may be reopened for so long, and is then closed.
    pub close_after_days: i64,
    /// The group that sees new tickets first, whichever service they are about; none sends them to its owner.
    pub triage_group: Option<Id>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { matrix: Matrix::default(), close_after_days: 7, triage_group: None }
    }
}

pub fn all(tx: &mut Tx<'_>) -> Res<Settings> {
    Ok(setting::read(tx, SETTINGS)?.unwrap_or_default())
}

pub fn close_after_days(tx: &mut Tx<'_>) -> Res<i64> {
    Ok(all(tx)?.close_after_days)
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
    let settings = Settings { matrix, close_after_days, triage_group };
    setting::write(tx, SETTINGS, &settings, now)?;
    let detail =
        json!({"matrix": matrix, "close_after_days": close_after_days, "triage_group": triage_group});
    // The log needs a subject; a setting has no row of its own, so it is the account that changed it.
    let subject = actor.account.unwrap_or(Id::from_bytes([0; 16]));
    access::audit(tx, actor, now, "desk.settings.edit", subject, detail)?;
    Ok(settings)
}
