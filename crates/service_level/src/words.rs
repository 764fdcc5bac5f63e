//! Calendars and promises in words: names of days, priorities and reasons, opening hours as on a door. Pure.

use jiff::civil::Weekday;
use kernel::Lang;
use texts::Words;

use crate::calendar::{DayKind, Definition, NamedDay, Span, WallTime};
use crate::promise::Reason;

pub const fn priority_key(priority: u8) -> &'static str {
    match priority {
        0 | 1 => "promise-priority-1",
        2 => "promise-priority-2",
        3 => "promise-priority-3",
        _ => "promise-priority-4",
    }
}

pub const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::User => "promise-reason-user",
        Reason::Manager => "promise-reason-manager",
        Reason::Delivery => "promise-reason-delivery",
        Reason::PlannedChange => "promise-reason-planned-change",
        Reason::Supplier => "promise-reason-supplier",
    }
}

pub const fn kind_key(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Open => "calendar-kind-open",
        DayKind::Short => "calendar-kind-short",
        DayKind::Closed => "calendar-kind-closed",
    }
}

pub const fn day_key(day: NamedDay) -> &'static str {
    match day {
        NamedDay::NewYearsDay => "calendar-day-new-years-day",
        NamedDay::Epiphany => "calendar-day-epiphany",
        NamedDay::GoodFriday => "calendar-day-good-friday",
        NamedDay::EasterSunday => "calendar-day-easter-sunday",
        NamedDay::EasterMonday => "calendar-day-easter-monday",
        NamedDay::MayDay => "calendar-day-may-day",
        NamedDay::AscensionDay => "calendar-day-ascension-day",
        NamedDay::WhitSunday => "calendar-day-whit-sunday",
        NamedDay::WhitMonday => "calendar-day-whit-monday",
        NamedDay::NationalDay => "calendar-day-national-day",
        NamedDay::MidsummerDay => "calendar-day-midsummer-day",
        NamedDay::AllSaintsDay => "calendar-day-all-saints-day",
        NamedDay::ChristmasDay => "calendar-day-christmas-day",
        NamedDay::BoxingDay => "calendar-day-boxing-day",
        NamedDay::EpiphanyEve => "calendar-day-epiphany-eve",
        NamedDay::MaundyThursday => "calendar-day-maundy-thursday",
        NamedDay::EasterEve => "calendar-day-easter-eve",
        NamedDay::WalpurgisEve => "calendar-day-walpurgis-eve",
        NamedDay::AscensionEve => "calendar-day-ascension-eve",
        NamedDay::WhitsunEve => "calendar-day-whitsun-eve",
        NamedDay::MidsummerEve => "calendar-day-midsummer-eve",
        NamedDay::AllSaintsEve => "calendar-day-all-saints-eve",
        NamedDay::ChristmasEve => "calendar-day-christmas-eve",
        NamedDay::NewYearsEve => "calendar-day-new-years-eve",
    }
}

/// `kl. 8–12 och kl. 13–16.30`; closed in words when there are none.
pub fn spans(w: Words, spans: &[Span]) -> String {
    if spans.is_empty() {
        return w.t("calendar-kind-closed");
    }
    let said: Vec<String> = spans.iter().map(|span| one_span(w, *span)).collect();
    w.list(&said)
}

fn one_span(w: Words, span: Span) -> String {
    let (from, to) = (clock(w, span.opens), clock(w, span.closes));
    w.with("calendar-span", &[("from", from.into()), ("to", to.into())])
}

/// As on a door: `8`, `16.30`, `24`; in English `8:00`.
fn clock(w: Words, time: WallTime) -> String {
    let (hours, minutes) = (time.minutes() / 60, time.minutes() % 60);
    match w.lang() {
        Lang::Sv if minutes == 0 => hours.to_string(),
        Lang::Sv => format!("{hours}.{minutes:02}"),
        Lang::En => format!("{hours}:{minutes:02}"),
    }
}

/// The ordinary week: `Måndag–fredag kl. 8–16.30`, a line for each run of days alike.
pub fn hours(w: Words, definition: &Definition) -> Vec<String> {
    let week = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let mut runs: Vec<(Weekday, Weekday, &[Span])> = Vec::new();
    for day in week {
        let open = definition.spans(day);
        match runs.last_mut() {
            Some((_, last, alike)) if *alike == open => *last = day,
            _ => runs.push((day, day, open)),
        }
    }
    runs.retain(|(_, _, open)| !open.is_empty());
    if runs.is_empty() {
        return vec![w.t("calendar-never-open")];
    }
    runs.into_iter().map(|run| open_days(w, run)).collect()
}

fn open_days(w: Words, (first, last, open): (Weekday, Weekday, &[Span])) -> String {
    let days = if first == last {
        weekday(w, first)
    } else {
        let (from, to) = (weekday(w, first), weekday(w, last));
        w.with("calendar-days-from-to", &[("from", from.into()), ("to", to.into())])
    };
    let said = w.with("calendar-open-days", &[("days", days.into()), ("spans", spans(w, open).into())]);
    capital(&said)
}

/// With a capital first, for the beginning of a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One line with a capital first; none when there are none.
pub fn reasons(w: Words, reasons: &[Reason]) -> Option<String> {
    let said: Vec<String> = reasons.iter().map(|reason| w.t(reason_key(*reason)).to_lowercase()).collect();
    (!said.is_empty()).then(|| capital(&w.list(&said)))
}

/// `240` open minutes as `4 timmar`; nothing promised in words.
pub fn goal(w: Words, minutes: Option<u32>) -> String {
    minutes.map_or_else(|| w.t("promise-no-goal"), |minutes| w.duration(minutes.into()))
}

/// By any date of that weekday: 1 January 2024 was a Monday.
fn weekday(w: Words, day: Weekday) -> String {
    w.weekday(jiff::civil::date(2024, 1, 1 + day.to_monday_zero_offset()))
}
