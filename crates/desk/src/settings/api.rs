use kernel::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ask, api};

use super::Settings;
use crate::ticket::{Priority, Ref};

/// How the desk works here.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskSettings {
    /// Rows are impact, columns urgency, both high, medium, low; cells are priorities 1 to 4.
    #[schema(value_type = Vec<Vec<u8>>)]
    pub priority_matrix: [[u8; 3]; 3],
    /// A resolved ticket may be reopened for so long, and is then closed.
    pub close_after_days: i64,
    /// The group that sees new tickets first, by slug or id; null sends them to the service's owner.
    pub triage_group: Option<String>,
}

impl DeskSettings {
    fn of(now: &Settings) -> Self {
        Self {
            priority_matrix: now.matrix.rows().map(|row| row.map(Priority::number)),
            close_after_days: now.close_after_days,
            triage_group: now.triage_group.map(|id| id.to_string()),
        }
    }
}

pub async fn show(ask: Ask) -> Answer {
    let now = ask.read(|tx, _, _| super::all(tx).map_err(Refusal::from)).await?;
    api::ok(&DeskSettings::of(&now))
}

pub async fn save(ask: Ask, api::Json(new): api::Json<DeskSettings>) -> Answer {
    let no_such = |_| Refusal::invalid("matrix", "desk-matrix-not-ordered");
    let mut rows = [[Priority::ALL[0]; 3]; 3];
    for (row, from) in rows.iter_mut().zip(new.priority_matrix) {
        for (cell, number) in row.iter_mut().zip(from) {
            *cell = Priority::try_from(number).map_err(no_such)?;
        }
    }
    let triage = new.triage_group.as_deref().map(Ref::parse);
    let days = new.close_after_days;
    let now =
        ask.write(move |tx, actor, now| super::save(tx, actor, now, rows, days, triage.as_ref())).await?;
    api::ok(&DeskSettings::of(&now))
}
