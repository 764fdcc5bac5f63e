use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal, RefusalKind};
use serde_json::json;

use super::{Change, NewVersion, PromiseVersion, Terms, by_id, changes, store};
use crate::calendar_version::{self, CalendarVersion, begins, check_line};
use crate::permissions::{EDIT, allow};

/// A goal longer than this is no promise: a thousand hours of open time is half a year.
const GOAL_MAX: u32 = 60_000;

/// A new edition of a promise.
#[derive(Clone, Debug)]
pub struct Revise {
    pub id: Id,
    pub promise: Id,
    /// The number of the edition that was read and changed.
    pub based_on: i64,
    pub name: String,
    pub calendar_version: Id,
    pub terms: Terms,
    pub note: String,
    pub valid_from: Day,
}

/// Adds the edition. What begins from its first day on is promised by it; what has begun keeps its own.
pub fn revise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    input: &Revise,
) -> Result<Arc<PromiseVersion>, Refusal> {
    allow(actor, &EDIT)?;

    let (before, _, valid_from) = check(tx, now, input)?;
    let new = NewVersion {
        id: input.id,
        promise: before.promise,
        number: before.number + 1,
        name: input.name.trim().to_owned(),
        calendar_version: input.calendar_version,
        terms: input.terms.clone(),
        note: input.note.trim().to_owned(),
        valid_from,
        made_at: now,
    };
    store::insert(tx, &new)?;

    let detail = json!({"promise": new.promise, "number": new.number, "calendar": new.calendar_version});
    access::audit(tx, actor, now, "service_level.promise.revise", new.id, detail)?;
    Ok(by_id(tx, new.id)?)
}

/// What the edition would change, without adding it: refused where [`revise`] would be.
pub fn preview(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Revise) -> Result<Vec<Change>, Refusal> {
    allow(actor, &EDIT)?;
    let (before, ..) = check(tx, now, input)?;
    let old = (before.name.as_str(), before.calendar.id, &before.terms);
    let found = changes(old, (input.name.trim(), input.calendar_version, &input.terms));
    if found.is_empty() {
        return Err(Refusal::invalid("name", "promise-nothing-changed"));
    }
    Ok(found)
}

type Checked = (Arc<PromiseVersion>, Arc<CalendarVersion>, Moment);

fn check(tx: &mut Tx<'_>, now: Moment, input: &Revise) -> Result<Checked, Refusal> {
    let latest = store::latest_number(tx, input.promise)?.ok_or(Refusal::not_found("not-found"))?;
    if latest != input.based_on {
        return Err(Refusal::new(RefusalKind::Stale, "promise-edition-stale").with("number", latest));
    }
    let edition = store::edition(tx, input.promise, latest)?;
    let before = by_id(tx, edition)?;
    let calendar = calendar_version::by_id(tx, input.calendar_version)
        .map_err(|_| Refusal::invalid("calendar_version", "promise-calendar-unknown"))?;
    let mut faults = Vec::new();
    check_line(&input.name, "name", &mut faults);
    check_line(&input.note, "note", &mut faults);
    if input.name.trim().is_empty() {
        faults.push(Refusal::invalid("name", "promise-name-missing"));
    }
    for ((response, resolution), goal) in FIELDS.into_iter().zip(&input.terms.goals) {
        for (field, minutes) in [(response, goal.response), (resolution, goal.resolution)] {
            if minutes.is_some_and(|minutes| minutes == 0 || minutes > GOAL_MAX) {
                faults.push(Refusal::invalid(field, "promise-goal-out-of-range").with("max", GOAL_MAX / 60));
            }
        }
        if goal.response.zip(goal.resolution).is_some_and(|(response, resolution)| response > resolution) {
            faults.push(Refusal::invalid(response, "promise-response-after-resolution"));
        }
    }
    let valid_from = begins(calendar.open().definition(), input.valid_from, now);
    faults.extend(valid_from.as_ref().err().cloned());
    Refusal::all(faults)?;
    Ok((before, calendar, valid_from?))
}

/// The fields of the goals, by priority: response, resolution.
pub(crate) const FIELDS: [(&str, &str); super::PRIORITIES as usize] = [
    ("response_1", "resolution_1"),
    ("response_2", "resolution_2"),
    ("response_3", "resolution_3"),
    ("response_4", "resolution_4"),
];
