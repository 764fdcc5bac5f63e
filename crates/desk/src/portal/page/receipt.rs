//! `/hjalp/fel/kvitto/{nr}`: the number, the promise in plain time, and what happens next.

use axum::extract::Path;
use kernel::Moment;
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Answers, Button, prose};
use web::page::layout::reading_room;
use web::page::{Icon, icon};
use web::{Answer, Ask};

use crate::ticket::{self, Kind, Shown};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>) -> Answer {
    let shown = ask.read(move |tx, actor, now| ticket::show(tx, actor, now, number)).await?;
    let w = ask.words();
    let mut frame = ask.frame(w.with("desk-receipt-tab", &[("number", number.to_string().into())]));
    frame.narrow = true;
    html(reading_room(&frame, page(w, &shown, ask.now())))
}

fn page(w: Words, shown: &Shown, now: Moment) -> Markup {
    let ticket = &shown.ticket;
    let number = || ticket.number.to_string();
    let answers = Answers::new().answer(w.t("desk-receipt-wrote"), prose(&ticket.description), None).answer(
        w.t("desk-receipt-device"),
        device(w, shown),
        None,
    );
    html! {
        div class="recv" {
            p class="tick" { (icon(Icon::TOk)) (w.with("desk-receipt-number", &[("number", number().into())])) }
            h1 class="h-xl" { (w.t("desk-receipt-title")) }
            p { (promise(w, shown, now)) }
        }
        h2 class="subhead" { (w.t("desk-receipt-next")) }
        ol class="next" {
            li { b { (w.t("desk-receipt-next-read")) } span { (w.t("desk-receipt-next-read-about")) } }
            li { b { (w.t("desk-receipt-next-answer")) } span { (w.t("desk-receipt-next-answer-about")) } }
            li { b { (w.t("desk-receipt-next-solved")) } span { (w.t("desk-receipt-next-solved-about")) } }
        }
        h2 class="subhead" { (w.t("desk-receipt-you-wrote")) }
        (answers)
        div class="formacts" {
            (Button::link(w.t("desk-receipt-follow"), format!("/hjalp/mina/{}", ticket.number)).primary().large())
            a href="/hjalp" { (w.t("desk-receipt-home")) }
        }
    }
}

fn device(w: Words, shown: &Shown) -> String {
    shown.device.as_ref().map_or_else(|| w.t("desk-receipt-device-unknown"), |device| device.label(w.lang()))
}

/// When we will answer and when it will be solved, as people say it; nothing is promised where nothing is.
fn promise(w: Words, shown: &Shown, now: Moment) -> String {
    let due = shown.ticket.due;
    match (due.response, due.resolution) {
        (Some(response), Some(resolution)) => {
            let key = match shown.ticket.kind {
                Kind::Incident => "desk-receipt-promise",
                Kind::ServiceRequest => "desk-receipt-promise-need",
            };
            w.with(
                key,
                &[("response", w.when(response, now).into()), ("resolution", w.when(resolution, now).into())],
            )
        }
        _ => w.t("desk-receipt-no-promise"),
    }
}
