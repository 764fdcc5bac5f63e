use kernel::Moment;
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Row, Table};

use super::super::{Explanation, Segment, SegmentKind};
use crate::words::capital;

/// Every stretch from the start until it is due, without gaps.
pub(super) fn section(w: Words, now: Moment, why: &Explanation) -> Markup {
    let left = |one: &&Segment| one.kind == SegmentKind::Left;
    let table = Table::new(w.t("promise-why-table-about"))
        .text(w.t("promise-why-from"))
        .text(w.t("promise-why-to"))
        .text(w.t("promise-why-clock"))
        .number(w.t("promise-why-length"))
        .number(w.t("promise-why-so-far"))
        .rows(why.segments.iter().filter(|one| !left(one)).map(|one| row(w, now, why, one)));
    let table = match why.segments.iter().find(left) {
        Some(one) => table.sum(row(w, now, why, one)),
        None => table,
    };
    html! {
        section class="sect" aria-labelledby="h-tab" {
            h2 id="h-tab" { (w.t("promise-why-table")) }
            (table)
        }
    }
}

fn row(w: Words, now: Moment, why: &Explanation, one: &Segment) -> Row {
    let until_now = one.to == why.until && one.kind != SegmentKind::Left && why.until == now;
    let to = until(w, now, one);
    let to = if until_now { w.with("promise-why-until-now", &[("to", to.into())]) } else { to };
    let row = Row::new(capital(&dated(w, now, one.from))).cell(to).cell(w.t(kind_key(one.kind)));
    let row = row.cell(w.duration(one.minutes));
    let look = if one.kind == SegmentKind::Counted { "b" } else { "same" };
    row.cell_like(look, w.duration(one.counted_minutes))
}

/// `fredag 8 mars kl. 14.05`.
fn dated(w: Words, now: Moment, at: Moment) -> String {
    w.with("when-day-time", &[("day", w.date_long(at, now).into()), ("time", w.time(at).into())])
}

/// The clock time alone on the same day.
fn until(w: Words, now: Moment, one: &Segment) -> String {
    let day = |at: Moment| at.day(w.zone());
    if day(one.from) == day(one.to) { w.time(one.to) } else { dated(w, now, one.to) }
}

pub(super) const fn kind_key(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Counted => "promise-why-kind-counted",
        SegmentKind::Paused => "promise-why-kind-paused",
        SegmentKind::Closed => "promise-why-kind-closed",
        SegmentKind::Stopped => "promise-why-kind-stopped",
        SegmentKind::Left => "promise-why-kind-left",
    }
}
