//! Time day by day as bars: what counted, what was paused, what is left. The table beside it says the same in words.

use maud::{Markup, html};

/// What a stretch of a day was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    Counted,
    Paused,
    Left,
}

impl Stretch {
    const fn class(self) -> &'static str {
        match self {
            Self::Counted => "c",
            Self::Paused => "p",
            Self::Left => "l",
        }
    }
}

/// One day, or a run of closed ones.
#[derive(Clone, Debug, Default)]
pub struct DayBar {
    pub weekday: String,
    pub date: String,
    /// Stretches in thousandths of the open day: kind, where it begins, how long it is.
    pub stretches: Vec<(Stretch, u16, u16)>,
    /// What happened and when, in words under the bar.
    pub happened: Vec<String>,
    /// How much of it counted, and the word for that; the word alone when it was closed.
    pub sum: String,
    pub sum_word: String,
}

/// The days in order, under a legend that names each kind that is drawn.
pub fn day_bars(legend: &[(Stretch, String)], days: &[DayBar]) -> Markup {
    html! {
        ul class="legend" aria-hidden="true" {
            @for (stretch, word) in legend { li { (bar(&[(*stretch, 0, 1_000)])) (word) } }
        }
        ol class="days num" aria-hidden="true" {
            @for day in days {
                li {
                    span class="d" { b { (day.weekday) } (day.date) }
                    div class="tr" {
                        @if !day.stretches.is_empty() { (bar(&day.stretches)) }
                        @if !day.happened.is_empty() { span class="at" { (day.happened.join(" · ")) } }
                    }
                    span class=(if day.sum.is_empty() { "s shut" } else { "s" }) { (day.sum) small { (day.sum_word) } }
                }
            }
        }
    }
}

fn bar(stretches: &[(Stretch, u16, u16)]) -> Markup {
    html! {
        svg class="daybar mark-data" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" {
            @for (stretch, from, length) in stretches { rect class=(stretch.class()) x=(from) y="0" width=(length) height="14" {} }
        }
    }
}
