use kernel::Moment;
use maud::{Markup, html};
use texts::Words;

use super::super::{Explanation, Otherwise, SpecialDay, Supposed};
use crate::promise::Reason;
use crate::words::{capital, day_key, goal, hours, kind_key, priority_key, reasons};

/// For the side of the page.
pub fn rules(w: Words, now: Moment, why: &Explanation) -> Markup {
    html! {
        section {
            h2 { (w.t("promise-why-rule")) }
            (promised(w, why))
            (counted_by(w, why))
            (pauses(w, why))
        }
        @if !why.otherwise.is_empty() {
            section {
                h2 { (w.t("promise-why-otherwise")) }
                ul class="iff" { @for one in &why.otherwise { (supposed(w, now, one)) } }
            }
        }
    }
}

fn promised(w: Words, why: &Explanation) -> Markup {
    let promised = goal(w, why.version.goal(why.priority).resolution);
    let named = w.with(
        "promise-why-promised",
        &[("priority", w.t(priority_key(why.priority)).into()), ("goal", promised.into())],
    );
    let about = w.with(
        "promise-why-edition",
        &[
            ("name", why.version.name.as_str().into()),
            ("number", why.version.number.to_string().into()),
            ("day", w.date(why.version.valid_from).into()),
        ],
    );
    html! { p class="rule" { b { a href="/admin/loften" { (named) } } span class="meta" { (about) } } }
}

fn counted_by(w: Words, why: &Explanation) -> Markup {
    let calendar = &why.version.calendar;
    let number = calendar.number.to_string();
    let href = format!("/admin/kalender/{}?version={number}", calendar.calendar);
    let edition = w.with(
        "promise-calendar-edition",
        &[("name", calendar.name.as_str().into()), ("number", number.as_str().into())],
    );
    let days: Vec<String> = why.special_days.iter().map(|day| special(w, day)).collect();
    let special = if days.is_empty() { w.t("promise-why-no-special-days") } else { w.list(&days) };
    html! {
        p class="rule" {
            b { a href=(href) { (w.list(&hours(w, calendar.open().definition()))) } }
            span class="meta" { (edition) ". " (special) }
        }
    }
}

/// `långfredagen 3 april 2026, stängt`.
fn special(w: Words, day: &SpecialDay) -> String {
    let date = w.day(day.day);
    let named = day.name.map_or_else(|| date.clone(), |name| format!("{} {date}", w.t(day_key(name))));
    w.with(
        "promise-why-special-day",
        &[("day", named.into()), ("kind", w.t(kind_key(day.kind)).to_lowercase().into())],
    )
}

fn pauses(w: Words, why: &Explanation) -> Markup {
    let (pause, run): (Vec<Reason>, Vec<Reason>) =
        Reason::ALL.into_iter().partition(|reason| why.version.pauses(*reason));
    html! {
        @if let Some(words) = reasons(w, &pause) {
            p class="rule" { b { (w.t("promise-pauses")) } span class="meta" { (words) } }
        }
        @if let Some(words) = reasons(w, &run) {
            p class="rule" { b { (w.t("promise-runs")) } span class="meta" { (words) } }
        }
    }
}

fn supposed(w: Words, now: Moment, one: &Otherwise) -> Markup {
    let said = match one.supposed {
        Supposed::NoPauses => w.t("promise-why-no-pauses"),
        Supposed::Priority { priority, goal_minutes } => w.with(
            "promise-why-other-priority",
            &[("priority", w.t(priority_key(priority)).into()), ("goal", goal(w, Some(goal_minutes)).into())],
        ),
    };
    html! { li { span { (said) } b { (capital(&w.when(one.due, now))) } } }
}
