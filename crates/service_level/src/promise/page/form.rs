use kernel::{Id, Moment, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, backlink};
use web::page::forms::{Choice, Fields};
use web::page::layout::{csrf_field, reading_room};
use web::{Ask, Form};

use super::super::{Draft, FIELDS, Goal, Reason, Revise, Terms};
use crate::words::{hours, priority_key, reason_key};

pub(super) fn page(ask: &Ask, draft: &Draft, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let (w, (before, calendars)) = (ask.words(), draft);
    let mut frame = ask.frame(w.t("promise-form-title"));
    frame.errors = refusal.is_some();
    frame.narrow = true;
    let fields = Fields::new(w, form, refusal);
    // The latest edition of the calendar that it counts by today, so that saving takes it into use.
    let same =
        calendars.iter().find(|one| one.calendar == before.calendar.calendar).unwrap_or(&before.calendar);
    let choices = calendars.iter().map(|one| {
        let number = one.number.to_string();
        let said = w.with(
            "promise-calendar-edition",
            &[("name", one.name.as_str().into()), ("number", number.into())],
        );
        Choice::new(one.id.to_string(), said).about(w.list(&hours(w, one.open().definition())))
    });
    let content = html! {
        (backlink(&w.t("promise-title"), "/admin/loften"))
        (fields.summary())
        h1 class="h-xl" { (w.t("promise-form-title")) }
        p class="lede" { (w.t("promise-form-about")) }
        form method="post" action="/admin/loften/andra" {
            (csrf_field(&frame.csrf))
            input type="hidden" name="based_on" value=(before.number);
            (fields.text("name", w.t("promise-form-name")).value(&before.name).max(200))
            (fields.radios("calendar_version", w.t("promise-form-calendar"), choices.collect()).value(same.id.to_string()))
            (goals(w, fields, &before.terms))
            (pauses(w, fields, &before.terms))
            (fields.text("note", w.t("promise-form-note")).hint(w.t("promise-form-note-hint")).optional().max(200))
            (fields.text("valid_from", w.t("promise-form-from")).kind("date").short().value(ask.now().local_day().to_string()))
            div class="formacts" {
                (Button::submit(w.t("promise-form-preview")).primary())
                (Button::link(w.t("promise-form-cancel"), "/admin/loften").quiet())
            }
        }
    };
    reading_room(&frame, content)
}

fn goals(w: Words, fields: Fields<'_>, before: &Terms) -> Markup {
    let minutes = |goal: Option<u32>| goal.map(|minutes| minutes.to_string()).unwrap_or_default();
    let label = |key: &str, priority: u8| w.with(key, &[("priority", w.t(priority_key(priority)).into())]);
    html! {
        fieldset class="fgroup" aria-describedby="goals-h" {
            legend class="flabel" { (w.t("promise-form-goals")) }
            p class="fhint" id="goals-h" { (w.t("promise-form-goals-hint")) }
            @for (priority, (response, resolution)) in (1_u8..).zip(FIELDS) {
                @let goal = before.goal(priority);
                div class="fields" {
                    (fields.text(response, label("promise-form-response", priority)).short().value(minutes(goal.response)))
                    (fields.text(resolution, label("promise-form-resolution", priority)).short().value(minutes(goal.resolution)))
                }
            }
        }
    }
}

fn pauses(w: Words, fields: Fields<'_>, before: &Terms) -> Markup {
    let reasons = Reason::ALL.map(|reason| Choice::new(reason.code(), w.t(reason_key(reason)))).to_vec();
    let checks = fields.checks("pause", w.t("promise-form-pauses"), reasons).plain();
    let checks = before.pauses.iter().fold(checks, |checks, reason| checks.value(reason.code()));
    html! { (checks) }
}

/// The form as an edition. What cannot be read at all is refused here, the rest by the operation.
pub(super) fn input(draft: &Draft, form: &Form, now: Moment) -> Result<Revise, Refusal> {
    let before = &draft.0;
    let mut faults = Vec::new();
    let mut goals = [Goal::default(); FIELDS.len()];
    for (goal, (response, resolution)) in goals.iter_mut().zip(FIELDS) {
        goal.response = minutes(form, response).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        goal.resolution = minutes(form, resolution).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
    }
    let pauses = form.all("pause").into_iter().map(Reason::parse).collect::<Option<Vec<_>>>();
    if pauses.is_none() {
        faults.push(Refusal::invalid("pause", "promise-reason-unknown"));
    }
    let calendar_version = form.id("calendar_version");
    if calendar_version.is_none() {
        faults.push(Refusal::invalid("calendar_version", "promise-calendar-unknown"));
    }
    let valid_from = super::day(form, now.local_day());
    faults.extend(valid_from.as_ref().err().cloned());
    Refusal::all(faults)?;
    Ok(Revise {
        id: Id::new(),
        promise: before.promise,
        based_on: form.number("based_on").unwrap_or(before.number),
        name: form.text("name"),
        calendar_version: calendar_version.unwrap_or(before.calendar.id),
        terms: Terms { goals, pauses: pauses.unwrap_or_default() },
        note: form.text("note"),
        valid_from: valid_from?,
    })
}

fn minutes(form: &Form, field: &'static str) -> Result<Option<u32>, Refusal> {
    form.maybe(field).map_or(Ok(None), |text| {
        let unreadable = || Refusal::invalid(field, "promise-goal-unreadable").with("text", text.as_str());
        text.parse().map(Some).map_err(|_| unreadable())
    })
}
