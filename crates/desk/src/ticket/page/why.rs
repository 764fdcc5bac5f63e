//! `/arenden/{nr}/varfor-da`: why the ticket is due then.

use axum::extract::Path;
use kernel::Moment;
use maud::{Markup, html};
use service_level::subject::{Explanation, SegmentKind, page as why};
use web::answer::html;
use web::page::Icon;
use web::page::components::{Button, Pairs, crumbs};
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask, csv_answer};

use super::queue::PATH;
use super::words::{impact_key, priority_word, urgency_key};
use crate::ticket::{self, Ticket};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>) -> Answer {
    let (ticket, explanation) = read(&ask, number).await?;
    let w = ask.words();
    let frame = ask.frame(w.with("desk-why-tab", &[("number", number.to_string().into())]));
    let back = w.with("desk-back-to", &[("number", number.to_string().into())]);
    let here = html! { (w.t("desk-why")) };
    let export = explanation.as_ref().map(|_| {
        let to = format!("{PATH}/{number}/varfor-da.csv");
        Button::link(w.t("desk-why-file"), to).icon(Icon::Download).class("hide")
    });
    let pane = Pane {
        toolbar: Some(html! {
            (crumbs(&w.t("register-you-are-here"), (&back, &format!("{PATH}/{number}")), &here))
            @if let Some(export) = export { (export) }
        }),
        body: Some(body(&ask, &ticket, explanation.as_ref())),
        side: explanation
            .as_ref()
            .map(|explanation| (w.t("desk-why-rules"), side(&ask, &ticket, explanation))),
        ..Pane::default()
    };
    html(work_room_slim(&frame, pane.show(&frame), None))
}

async fn read(ask: &Ask, number: i64) -> Result<(Ticket, Option<Explanation>), kernel::Refusal> {
    ask.read(move |tx, actor, now| ticket::why(tx, actor, now, number)).await
}

fn body(ask: &Ask, ticket: &Ticket, explanation: Option<&Explanation>) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    html! {
        p class="meta" { span class="num" { (ticket.number) } " " (ticket.title) }
        @match explanation {
            Some(explanation) => { h1 { (why::headline(w, now, explanation)) } (why::why(w, now, explanation)) },
            None => { h1 { (w.t("desk-why-none")) } p class="say" { (w.t("desk-clock-none-about")) } },
        }
    }
}

fn side(ask: &Ask, ticket: &Ticket, explanation: &Explanation) -> Markup {
    let w = ask.words();
    html! {
        section aria-labelledby="h-weighed" {
            h2 id="h-weighed" { (w.t("desk-why-priority")) }
            (Pairs::new()
                .pair(w.t("desk-impact"), w.t(impact_key(ticket.impact)))
                .pair(w.t("desk-urgency"), w.t(urgency_key(ticket.urgency)))
                .pair(w.t("desk-gives"), priority_word(w, ticket.priority)))
        }
        (why::rules(w, ask.now(), explanation))
    }
}

/// The same stretches as a file: what anybody needs who counts them again.
pub(crate) async fn export(ask: Ask, Path(number): Path<i64>) -> Answer {
    let (_, explanation) = read(&ask, number).await?;
    let w = ask.words();
    let at = |moment: Moment| moment.rfc3339(w.zone());
    let head =
        ["promise-why-from", "promise-why-to", "promise-why-clock", "desk-why-minutes", "desk-why-counted"];
    let mut rows = vec![head.iter().map(|key| w.t(key)).collect::<Vec<_>>()];
    for one in explanation.iter().flat_map(|explanation| &explanation.segments) {
        rows.push(vec![
            at(one.from),
            at(one.to),
            w.t(clock_key(one.kind)),
            one.minutes.to_string(),
            one.counted_minutes.to_string(),
        ]);
    }
    csv_answer(&w.with("desk-why-file-name", &[("number", number.to_string().into())]), rows)
}

const fn clock_key(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Counted => "promise-why-kind-counted",
        SegmentKind::Paused => "promise-why-kind-paused",
        SegmentKind::Closed => "promise-why-kind-closed",
        SegmentKind::Stopped => "promise-why-kind-stopped",
        SegmentKind::Left => "promise-why-kind-left",
    }
}
