use kernel::{Id, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, backlink};
use web::page::forms::{Choice, Fields};
use web::page::layout::{csrf_field, reading_room};
use web::{Ask, Form};

use super::fields::{closed_dates, closing_time, short_dates, short_field};
use crate::calendar::{Draft, EVES, WEEKDAYS};
use crate::words::{capital, day_key};

/// What a form is written from.
pub(super) struct Blank {
    /// None for a new calendar.
    pub calendar: Option<Id>,
    pub draft: Draft,
    pub name: String,
    pub based_on: i64,
}

/// Names of fields must outlive the form that shows them.
struct ShortFields(Vec<(String, &'static str, &'static str)>);

impl ShortFields {
    fn new() -> Self {
        Self(EVES.iter().map(|eve| (short_field(eve.code()), eve.code(), day_key(*eve))).collect())
    }
}

pub(super) fn page(ask: &Ask, blank: &Blank, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let key = if blank.calendar.is_some() { "calendar-form-revise" } else { "calendar-form-new" };
    let mut frame = ask.frame(w.t(key));
    frame.errors = refusal.is_some();
    frame.narrow = true;
    let action = blank
        .calendar
        .map_or_else(|| "/admin/kalender/ny".to_owned(), |id| format!("{}/andra", super::address(id)));
    let back = blank.calendar.map_or_else(|| "/admin/kalender".to_owned(), super::address);
    let fields = Fields::new(w, form, refusal);
    let short = ShortFields::new();
    let content = html! {
        (backlink(&w.t("calendar-list-title"), &back))
        (fields.summary())
        h1 class="h-xl" { (w.t(key)) }
        p class="lede" { (w.t("calendar-form-about")) }
        form method="post" action=(action) {
            (csrf_field(&frame.csrf))
            input type="hidden" name="based_on" value=(blank.based_on);
            (fields.text("name", w.t("calendar-form-name")).value(&blank.name).max(200))
            (week(w, fields, &blank.draft))
            (closed(w, fields, &blank.draft))
            (shortened(w, fields, &blank.draft, &short))
            (fields.text("timezone", w.t("calendar-form-zone")).hint(w.t("calendar-form-zone-hint")).value(&blank.draft.timezone))
            (fields.text("note", w.t("promise-form-note")).hint(w.t("promise-form-note-hint")).optional().max(200))
            (fields.text("valid_from", w.t("promise-form-from")).kind("date").short().value(ask.now().local_day().to_string()))
            div class="formacts" {
                (Button::submit(w.t("calendar-form-save")).primary())
                (Button::link(w.t("promise-form-cancel"), back.as_str()).quiet())
            }
        }
    };
    reading_room(&frame, content)
}

fn week(w: Words, fields: Fields<'_>, draft: &Draft) -> Markup {
    html! {
        fieldset class="fgroup" aria-describedby="week-h" {
            legend class="flabel" { (w.t("calendar-form-week")) }
            p class="fhint" id="week-h" { (w.t("calendar-form-week-hint")) }
            div class="fields" {
                @for (nth, (name, spans)) in WEEKDAYS.into_iter().zip(draft.week.days()).enumerate() {
                    (fields.text(name, weekday(w, nth)).value(spans.join(", ")))
                }
            }
        }
    }
}

fn weekday(w: Words, nth: usize) -> String {
    let day =
        jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(nth).unwrap_or(0)));
    capital(&w.weekday(day))
}

fn closed(w: Words, fields: Fields<'_>, draft: &Draft) -> Markup {
    let holidays = vec![
        Choice::new("sweden", w.t("calendar-form-holidays-sweden")),
        Choice::new("none", w.t("calendar-form-holidays-none")),
    ];
    let eves = EVES.iter().map(|eve| Choice::new(eve.code(), w.t(day_key(*eve)))).collect();
    let checks = fields.checks("closed_eve", w.t("calendar-form-eves"), eves).plain();
    let checks = draft.closed.iter().fold(checks, |checks, day| checks.value(day));
    html! {
        (fields.radios("holidays", w.t("calendar-form-holidays"), holidays).value(draft.holidays.as_deref().unwrap_or("none")))
        (checks)
        (fields.area("closed", w.t("calendar-form-closed")).hint(w.t("calendar-form-closed-hint")).optional().value(closed_dates(draft)))
    }
}

fn shortened(w: Words, fields: Fields<'_>, draft: &Draft, short: &ShortFields) -> Markup {
    html! {
        fieldset class="fgroup" aria-describedby="short-eves-h" {
            legend class="flabel" { (w.t("calendar-form-short-eves")) }
            p class="fhint" id="short-eves-h" { (w.t("calendar-form-short-eves-hint")) }
            div class="fields" {
                @for (name, eve, key) in &short.0 {
                    (fields.text(name, w.t(key)).short().optional().value(closing_time(draft, eve)))
                }
            }
        }
        (fields.area("short", w.t("calendar-form-short")).hint(w.t("calendar-form-short-hint")).optional().value(short_dates(draft)))
    }
}
