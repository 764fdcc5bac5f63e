//! `/arenden/{nr}/utskrift`: one ticket on paper. Internal notes are left out unless the reader asks for them.

use axum::extract::Path;
use maud::{Markup, html};
use web::answer::html;
use web::page::components::{Button, Pairs, crumbs, verdict};
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask, Form};

use super::queue::PATH;
use super::{act_form, clock, timeline, words};
use crate::ticket::{EntryKind, Shown};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    let mut shown = act_form::read(&ask, number).await?;
    let internal = query.has("internt");
    if !internal {
        shown.timeline.retain(|entry| !matches!(entry.kind, EntryKind::Said { internal: true, .. }));
    }
    let w = ask.words();
    let frame = ask.frame(format!("{number} {}", shown.ticket.title));
    let back = w.with("desk-back-to", &[("number", number.to_string().into())]);
    let (label, to) = if internal {
        ("desk-print-without", format!("{PATH}/{number}/utskrift"))
    } else {
        ("desk-print-with", format!("{PATH}/{number}/utskrift?internt=1"))
    };
    let pane = Pane {
        toolbar: Some(html! {
            (crumbs(&w.t("register-you-are-here"), (&back, &format!("{PATH}/{number}")), &html! { (w.t("desk-print")) }))
            (Button::link(w.t(label), to))
        }),
        body: Some(body(&ask, &shown)),
        body_class: "thread paper",
        ..Pane::default()
    };
    html(work_room_slim(&frame, pane.show(&frame), None))
}

fn body(ask: &Ask, shown: &Shown) -> Markup {
    let (w, now, ticket) = (ask.words(), ask.now(), &shown.ticket);
    let (head, words, _) = clock::said(ask, shown);
    let outcome =
        shown.clocks.resolution.as_ref().filter(|_| !ticket.stage.is_open()).map(|clock| clock.outcome);
    html! {
        p class="noprint meta" { (w.t("desk-print-how")) }
        p class="meta num" { (w.with("desk-receipt-number", &[("number", ticket.number.to_string().into())])) }
        h1 { (ticket.title) }
        (Pairs::new()
            .pair(w.t("desk-status"), words::stage(w, ticket.stage))
            .pair(w.t("desk-priority"), words::priority_word(w, ticket.priority))
            .pair(w.t("desk-reported-by"), words::who_and_where(w, &shown.requester))
            .pair(w.t("desk-col-created"), w.when(ticket.created_at, now))
            .pair(w.t("desk-group"), &shown.group_name)
            .maybe(w.t("desk-assignee"), shown.assignee.as_ref().map(|who| who.name.clone()))
            .maybe(w.t("desk-service"), shown.service_name.as_ref())
            .maybe(w.t("desk-device"), shown.device.as_ref().map(|device| device.label(w.lang())))
            .maybe(w.t("desk-committee"), shown.committee_name.as_ref())
            .pair(head, html! {
                @match outcome.map(clock::verdict_of) { Some((mark, key)) => (verdict(mark, &w.t(key))), None => (words) }
            }))
        (timeline::timeline(ask, shown))
        p class="meta" { (w.with("desk-print-made", &[("when", w.when(now, now).into()), ("day", w.date(now).into())])) }
    }
}
