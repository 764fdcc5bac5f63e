use db::Tx;
use kernel::{Actor, Day, Id, Moment, Refusal, RefusalKind};
use serde_json::json;

use super::faults::refusal;
use super::{CalendarVersion, NewVersion, store};
use crate::calendar::Definition;
use crate::permissions::{EDIT, allow};

/// Names and notes are a line each.
const LINE_MAX: usize = 200;
/// A definition is a page, not a book.
const DEFINITION_MAX: usize = 64 * 1024;

/// A new edition of a calendar, or the first one of a new calendar.
#[derive(Clone, Debug)]
pub struct Revise {
    pub id: Id,
    pub calendar: Id,
    /// The number of the edition that was read and changed; 0 for a new calendar.
    pub based_on: i64,
    pub name: String,
    /// TOML, as `enhet calendar --definition` reads it.
    pub definition: String,
    /// The decision behind it; may be empty.
    pub note: String,
    /// Its first day. Who has been promised already keeps the edition that they were promised by.
    pub valid_from: Day,
}

/// Adds the edition. Nothing is promised by it until a promise names it.
pub fn revise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    input: &Revise,
) -> Result<CalendarVersion, Refusal> {
    allow(actor, &EDIT)?;

    let (definition, valid_from) = check(input, now)?;
    let latest = store::latest_number(tx, input.calendar)?.unwrap_or(0);
    if latest != input.based_on {
        return Err(Refusal::new(RefusalKind::Stale, "promise-edition-stale").with("number", latest));
    }

    let new = NewVersion {
        id: input.id,
        calendar: input.calendar,
        number: latest + 1,
        name: input.name.trim().to_owned(),
        definition: input.definition.clone(),
        note: input.note.trim().to_owned(),
        valid_from,
        made_at: now,
    };
    store::insert(tx, &new)?;

    let detail = json!({"calendar": new.calendar, "number": new.number});
    access::audit(tx, actor, now, "service_level.calendar.revise", new.id, detail)?;
    Ok(CalendarVersion::of(new, definition))
}

/// Every fault of the input at once.
fn check(input: &Revise, now: Moment) -> Result<(Definition, Moment), Refusal> {
    let mut faults = Vec::new();
    check_line(&input.name, "name", &mut faults);
    if input.name.trim().is_empty() {
        faults.push(Refusal::invalid("name", "promise-name-missing"));
    }
    check_line(&input.note, "note", &mut faults);
    if input.definition.len() > DEFINITION_MAX {
        faults.push(Refusal::invalid("definition", "promise-text-too-long").with("max", DEFINITION_MAX));
        Refusal::all(std::mem::take(&mut faults))?;
    }
    let definition = match Definition::from_toml(&input.definition) {
        Ok(definition) if definition.never_opens() => {
            faults.push(Refusal::invalid("definition", "calendar-never-opens"));
            None
        }
        Ok(definition) => Some(definition),
        Err(error) => {
            faults.extend(error.problems.iter().map(refusal));
            None
        }
    };
    let valid_from = definition.as_ref().map(|definition| begins(definition, input.valid_from, now));
    if let Some(Err(fault)) = &valid_from {
        faults.push(fault.clone());
    }
    Refusal::all(faults)?;
    match (definition, valid_from) {
        (Some(definition), Some(Ok(valid_from))) => Ok((definition, valid_from)),
        // Both are faults that were told above.
        _ => Err(Refusal::invalid("definition", "calendar-never-opens")),
    }
}

pub(crate) fn check_line(text: &str, field: &'static str, faults: &mut Vec<Refusal>) {
    if text.chars().count() > LINE_MAX {
        faults.push(Refusal::invalid(field, "promise-text-too-long").with("max", LINE_MAX));
    }
}

/// The first moment of a day, today or later: what is past was promised by what held then.
pub(crate) fn begins(definition: &Definition, day: Day, now: Moment) -> Result<Moment, Refusal> {
    let zone = definition.zone();
    if day < now.day(zone) {
        return Err(Refusal::invalid("valid_from", "promise-begins-in-the-past").with("today", now.day(zone)));
    }
    let midnight = day.date().and_then(|date| zone.to_timestamp(date.at(0, 0, 0, 0)).ok());
    let midnight = midnight.ok_or(Refusal::invalid("valid_from", "promise-day-unreadable"))?;
    Ok(Moment::from_timestamp(midnight))
}
