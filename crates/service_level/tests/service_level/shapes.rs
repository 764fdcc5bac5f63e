//! Calendars made by chance, in a form that the product's reader, the oracle and a foreign library all understand.

use std::fmt::Write as _;

use fastrand::Rng;
use jiff::civil::{Date, date};

pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Zones that differ in what the clocks do: an hour in spring and autumn, half an hour, in the south, never.
const ZONES: [&str; 6] = [
    "Europe/Stockholm",
    "Europe/Stockholm",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "UTC",
];
/// The years of [`EASTER`], less one at each end to walk into.
pub const FIRST: Date = date(2019, 1, 1);
pub const LAST: Date = date(2029, 12, 31);

/// Easter Sundays 2018 to 2030 from an almanac, not from the product's formula.
pub const EASTER: [Date; 13] = [
    date(2018, 4, 1),
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
    date(2030, 4, 21),
];

/// A calendar as plain data. Spans are minutes of the day.
#[derive(Clone, Debug)]
pub struct Shape {
    pub zone: &'static str,
    pub week: [Vec<(u16, u16)>; 7],
    pub sweden: bool,
    pub closed: Vec<Date>,
    pub closed_eves: Vec<&'static str>,
    pub short: Vec<(Date, u16)>,
}

impl Shape {
    pub fn any(rng: &mut Rng) -> Self {
        let mut week: [Vec<(u16, u16)>; 7] = Default::default();
        let alike = any_spans(rng);
        for (nth, day) in week.iter_mut().enumerate() {
            *day = match rng.u8(0..10) {
                0 => any_spans(rng),
                1 => Vec::new(),
                _ if nth >= 5 && rng.bool() => Vec::new(),
                _ => alike.clone(),
            };
        }
        if week.iter().all(Vec::is_empty) {
            week[rng.usize(0..7)] = vec![(8 * 60, 990)];
        }
        let some_dates =
            |rng: &mut Rng, most| (0..rng.usize(0..=most)).map(|_| any_date(rng)).collect::<Vec<_>>();
        let mut short: Vec<(Date, u16)> = Vec::new();
        for day in some_dates(rng, 30) {
            if !short.iter().any(|(known, _)| *known == day) {
                short.push((day, rng.u16(0..=1440)));
            }
        }
        let eves = ["midsummer_eve", "christmas_eve", "new_years_eve", "maundy_thursday", "whitsun_eve"];
        Self {
            zone: ZONES[rng.usize(0..ZONES.len())],
            week,
            sweden: rng.bool(),
            closed: some_dates(rng, 30),
            closed_eves: eves.into_iter().filter(|_| rng.bool()).collect(),
            short,
        }
    }

    pub fn open_minutes_a_week(&self) -> i64 {
        self.week.iter().flatten().map(|(from, to)| i64::from(to - from)).sum()
    }

    pub fn toml(&self) -> String {
        let mut text = format!("timezone = \"{}\"\n", self.zone);
        if self.sweden {
            text.push_str("holidays = \"sweden\"\n");
        }
        let eves = self.closed_eves.iter().map(|eve| format!("\"{eve}\""));
        let closed: Vec<String> = self.closed.iter().map(|day| format!("\"{day}\"")).chain(eves).collect();
        let _ = writeln!(text, "closed = [{}]\n[week]", closed.join(", "));
        for (name, spans) in WEEKDAYS.iter().zip(&self.week) {
            let spans: Vec<String> =
                spans.iter().map(|(from, to)| format!("\"{}-{}\"", clock(*from), clock(*to))).collect();
            let _ = writeln!(text, "{name} = [{}]", spans.join(", "));
        }
        for (day, closes) in &self.short {
            let _ = write!(text, "[[short]]\nday = \"{day}\"\ncloses = \"{}\"\n", clock(*closes));
        }
        text
    }
}

pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Some are office hours with or without lunch, some anything at all, midnight and the lost hour included.
fn any_spans(rng: &mut Rng) -> Vec<(u16, u16)> {
    match rng.u8(0..6) {
        0 => vec![(480, 990)],
        1 => vec![(480, 720), (780, 990)],
        2 => vec![(0, 1440)],
        _ => {
            let mut ends: Vec<u16> = (0..2 * rng.usize(1..=3)).map(|_| rng.u16(0..=1440)).collect();
            ends.sort_unstable();
            ends.dedup();
            ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
        }
    }
}

pub fn any_date(rng: &mut Rng) -> Date {
    let days = FIRST.until((jiff::Unit::Day, LAST)).expect("days between").get_days();
    FIRST.saturating_add(jiff::Span::new().days(rng.i32(0..days)))
}
