use jiff::ToSpan;
use jiff::civil::Date;
use kernel::{Day, Moment};
use maud::{Markup, html};
use texts::Words;

use super::super::{Explanation, SegmentKind};
use super::table::kind_key;
use crate::words::capital;

/// More days than this are read better in the table.
const MOST_DAYS: usize = 14;
/// A bar is so wide, in units of its own.
const WIDTH: i64 = 1_000;

/// A bar a day, from the first hour that is open to the last. Hidden from screen readers: the table below says the same.
pub(super) fn section(w: Words, why: &Explanation) -> Markup {
    let days = why.days();
    let Some((first, last)) = open_hours(why).filter(|_| days.len() <= MOST_DAYS) else { return html! {} };
    let kinds = [SegmentKind::Counted, SegmentKind::Paused, SegmentKind::Left];
    html! {
        section class="sect" aria-labelledby="h-dag" {
            h2 id="h-dag" { (w.t("promise-why-days")) }
            ul class="whykey" { @for kind in kinds { li { i class=(class(kind)) aria-hidden="true" {} (w.t(kind_key(kind))) } } }
            (hatch())
            ol class="whydays" aria-hidden="true" {
                @for day in days.iter().filter_map(|day| day.date()) { (bar(w, why, day, first, last)) }
            }
        }
    }
}

/// The lines that paused time is drawn with, so that it is told from counted time without colour.
fn hatch() -> Markup {
    html! {
        svg width="0" height="0" aria-hidden="true" { defs {
            pattern id="why-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect class="why-line" width="4" height="8" {}
            }
        } }
    }
}

fn hatched(kind: SegmentKind) -> Option<&'static str> {
    (kind == SegmentKind::Paused).then_some("url(#why-hatch)")
}

/// The minutes of the day between which anything is open in the ordinary week.
fn open_hours(why: &Explanation) -> Option<(i64, i64)> {
    let definition = why.version.calendar.open().definition();
    let week = jiff::civil::date(2024, 1, 1).series(1.day()).take(7);
    let spans: Vec<_> = week.flat_map(|day| definition.spans(day.weekday()).to_vec()).collect();
    let first = spans.iter().map(|span| span.opens.minutes()).min()?;
    let last = spans.iter().map(|span| span.closes.minutes()).max()?;
    Some((first.into(), last.into()))
}

fn bar(w: Words, why: &Explanation, day: Date, first: i64, last: i64) -> Markup {
    let name = html! { span class="d" { b { (capital(&w.weekday(day))) } " " (w.day(Day::from_date(day))) } };
    let rects = rects(why, day, first, last);
    let counted: i64 = rects.iter().map(|rect| rect.counted).sum();
    html! {
        li class=[rects.is_empty().then_some("closed")] {
            (name)
            @if rects.is_empty() {
                span class="s" { (w.t("promise-why-kind-closed")) }
            } @else {
                svg class="whybar" viewBox={ "0 0 " (WIDTH) " 20" } preserveAspectRatio="none" {
                    rect class="why-open" width=(WIDTH) height="20" {}
                    @for rect in &rects { rect class=(class(rect.kind)) x=(rect.from) width=(rect.width) height="20" fill=[hatched(rect.kind)] {} }
                }
                span class="s" { (w.duration(counted)) small { (w.t("promise-why-kind-counted").to_lowercase()) } }
            }
        }
    }
}

struct Rect {
    kind: SegmentKind,
    from: i64,
    width: i64,
    /// Minutes that count.
    counted: i64,
}

fn rects(why: &Explanation, day: Date, first: i64, last: i64) -> Vec<Rect> {
    let zone = why.version.calendar.open().definition().zone();
    let midnight = |date: Date| zone.to_timestamp(date.at(0, 0, 0, 0)).map(Moment::from_timestamp);
    let (Ok(begins), Ok(ends)) = (midnight(day), midnight(day.saturating_add(1.day()))) else {
        return Vec::new();
    };
    let minute = |at: Moment| (at.0 - begins.0) / Moment::MINUTE;
    let place = |minute: i64| (minute.clamp(first, last) - first) * WIDTH / (last - first).max(1);
    let drawn = [SegmentKind::Counted, SegmentKind::Paused, SegmentKind::Left];
    let of_day =
        why.segments.iter().filter(|one| drawn.contains(&one.kind) && one.from < ends && one.to > begins);
    of_day
        .map(|one| {
            let (from, to) = (minute(one.from.max(begins)), minute(one.to.min(ends)));
            let counted = if one.kind != SegmentKind::Counted {
                0
            } else if one.from >= begins && one.to <= ends {
                one.minutes
            } else {
                to - from
            };
            Rect { kind: one.kind, from: place(from), width: (place(to) - place(from)).max(2), counted }
        })
        .collect()
}

const fn class(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Counted => "why-counted",
        SegmentKind::Paused => "why-paused",
        SegmentKind::Left => "why-left",
        SegmentKind::Closed | SegmentKind::Stopped => "why-open",
    }
}
