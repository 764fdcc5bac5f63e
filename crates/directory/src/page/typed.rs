//! Days and choices from forms, and what becomes of a refusal.

use kernel::{Day, Refusal, RefusalKind};
use texts::Words;
use web::page::forms::Choice;
use web::{Failure, Form};

use crate::unit::Unit;

/// A day that may be left empty.
pub fn maybe_day(form: &Form, field: &'static str) -> Result<Option<Day>, Refusal> {
    let Some(text) = form.maybe(field) else { return Ok(None) };
    Day::parse(&text).map(Some).ok_or(Refusal::invalid(field, "register-date-unreadable"))
}

pub fn day(form: &Form, field: &'static str) -> Result<Day, Refusal> {
    maybe_day(form, field)?.ok_or(Refusal::invalid(field, "register-date-unreadable"))
}

/// A last day, as the first day on which it no longer holds.
pub fn maybe_last(form: &Form, field: &'static str) -> Result<Option<Day>, Refusal> {
    Ok(maybe_day(form, field)?.map(crate::days::next))
}

pub fn last(form: &Form, field: &'static str) -> Result<Day, Refusal> {
    Ok(crate::days::next(day(form, field)?))
}

/// What the visitor can mend is shown beside the form; the rest is an answer of its own.
pub fn mendable(refusal: Refusal) -> Result<Refusal, Failure> {
    match refusal.kind {
        RefusalKind::Invalid | RefusalKind::Conflict | RefusalKind::Stale => Ok(refusal),
        _ => Err(refusal.into()),
    }
}

/// The organisation as choices, each indented by its depth.
pub fn unit_choices(w: Words, tree: &[(usize, Unit)]) -> Vec<Choice> {
    tree.iter()
        .map(|(depth, unit)| {
            let indent = "\u{2003}".repeat(*depth);
            Choice::new(unit.id.to_string(), format!("{indent}{}", unit.label(w.lang())))
        })
        .collect()
}
