use jiff::civil::Date;
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Row, Table};

use super::super::CalendarVersion;
use super::address;
use crate::calendar::{Day, DayKind, Definition, FIRST_YEAR, LAST_YEAR, bridge_days, days_of_year};
use crate::words::{capital, day_key, kind_key, spans};

/// The months of a year, each day with its kind; then what is special, in words.
pub(super) fn show(w: Words, version: &CalendarVersion, year: i16, edition: Option<i64>) -> Markup {
    let definition = version.open().definition();
    let days = days_of_year(definition, year);
    let of = |kind: DayKind| days.iter().filter(|day| day.kind == kind).count();
    let counts = w.with(
        "calendar-year-counts",
        &[
            ("open", of(DayKind::Open).into()),
            ("short", of(DayKind::Short).into()),
            ("closed", of(DayKind::Closed).into()),
        ],
    );
    html! {
        section class="block" aria-labelledby="aret" {
            h2 id="aret" { (w.with("calendar-year", &[("year", year.to_string().into())])) }
            p { (counts) }
            (other_years(w, version, year, edition))
            (legend(w))
            div class="year" { @for month in 1..=12_i8 { (one_month(w, year, month, &days)) } }
        }
        (special(w, definition, &days))
        (bridges(w, definition, year))
    }
}

fn other_years(w: Words, version: &CalendarVersion, year: i16, edition: Option<i64>) -> Markup {
    let edition = edition.map(|number| format!("&version={number}")).unwrap_or_default();
    let link = |key: &str, to: i16| {
        let href = format!("{}?ar={to}{edition}#aret", address(version.calendar));
        html! { a href=(href) { (w.with(key, &[("year", to.to_string().into())])) } " " }
    };
    html! {
        p class="acts" {
            @if year > FIRST_YEAR { (link("calendar-year-previous", year - 1)) }
            @if year < LAST_YEAR { (link("calendar-year-next", year + 1)) }
        }
    }
}

fn legend(w: Words) -> Markup {
    let kinds = [DayKind::Open, DayKind::Short, DayKind::Closed];
    html! {
        ul class="year-key" aria-hidden="true" { @for kind in kinds { li { i class=(class(kind)) {} (w.t(kind_key(kind))) } } }
    }
}

const fn class(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Open => "day-open",
        DayKind::Short => "day-short",
        DayKind::Closed => "day-closed",
    }
}

/// Weeks as rows, Monday first. A closed or short day says so to those who cannot see its look.
fn one_month(w: Words, year: i16, month: i8, days: &[Day]) -> Markup {
    let days: Vec<&Day> = days.iter().filter(|day| day.date.month() == month).collect();
    let before =
        days.first().map_or(0, |day| usize::from(day.date.weekday().to_monday_zero_offset().unsigned_abs()));
    let cells: Vec<Option<&Day>> =
        std::iter::repeat_n(None, before).chain(days.iter().copied().map(Some)).collect();
    let open = days.iter().filter(|day| day.kind != DayKind::Closed).count();
    let name = w.month(kernel::Day::from_date(jiff::civil::date(year, month, 1)));
    html! {
        table {
            caption { (capital(&name)) " " span class="meta" { (w.with("calendar-month-counts", &[("open", open.into())])) } }
            thead { tr { @for key in WEEKDAY_KEYS { th scope="col" { (w.t(key)) } } } }
            tbody { @for week in cells.chunks(7) { tr { @for day in week { (cell(w, *day)) } } } }
        }
    }
}

const WEEKDAY_KEYS: [&str; 7] = [
    "calendar-weekday-short-1",
    "calendar-weekday-short-2",
    "calendar-weekday-short-3",
    "calendar-weekday-short-4",
    "calendar-weekday-short-5",
    "calendar-weekday-short-6",
    "calendar-weekday-short-7",
];

fn cell(w: Words, day: Option<&Day>) -> Markup {
    let Some(day) = day else { return html! { td {} } };
    html! {
        td class=(class(day.kind)) {
            (day.date.day())
            @if day.kind != DayKind::Open { span class="sr" { ", " (w.t(kind_key(day.kind))) } }
        }
    }
}

/// Every day that is not as its weekday usually is.
fn special(w: Words, definition: &Definition, days: &[Day]) -> Markup {
    let unusual: Vec<&Day> =
        days.iter().filter(|day| day.spans != definition.spans(day.date.weekday())).collect();
    let row = |day: &&Day| {
        let name = day.name.map_or_else(String::new, |name| w.t(day_key(name)));
        Row::new(dated(w, day.date)).cell(name).cell(spans(w, &day.spans))
    };
    let table = Table::new(w.t("calendar-special"))
        .text(w.t("calendar-col-day"))
        .text(w.t("calendar-col-name"))
        .text(w.t("calendar-col-open"))
        .class("tight")
        .rows(unusual.iter().map(row));
    html! {
        section class="block" aria-labelledby="sarskilda" {
            h2 id="sarskilda" { (w.t("calendar-special")) }
            @if unusual.is_empty() { p { (w.t("calendar-special-none")) } } @else { (table) }
        }
    }
}

fn bridges(w: Words, definition: &Definition, year: i16) -> Markup {
    let days = bridge_days(definition, year);
    html! {
        section class="block" aria-labelledby="klam" {
            h2 id="klam" { (w.t("calendar-bridge")) }
            p { (w.t("calendar-bridge-about")) }
            @if days.is_empty() {
                p { (w.t("calendar-bridge-none")) }
            } @else {
                ul class="chiplist" { @for day in days { li { (dated(w, day)) } } }
            }
        }
    }
}

/// `Fredag 15 maj 2026`.
fn dated(w: Words, date: Date) -> String {
    let day = w.day(kernel::Day::from_date(date));
    capital(&w.with("date-weekday-date", &[("weekday", w.weekday(date).into()), ("date", day.into())]))
}
