//! `/arenden/{nr}`: one ticket as those who work with it see it.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use web::answer::{html_with, see_other};
use web::page::Frame;
use web::page::components::{Button, Pace, clash, priority};
use web::page::layout::{Pane, work_room_slim};
use web::{Answer, Ask, Form};

use super::{asked, clock, composer, side, timeline, toolbar, words};
use crate::ticket::{self, Deed, Neighbours, Shown, View};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    let written = Form::of(composer::led_to(&query));
    page(&ask, number, &query, &written, None).await
}

/// The page; or the page again with what is to be mended in what was written.
pub(super) async fn page(
    ask: &Ask,
    number: i64,
    query: &Form,
    written: &Form,
    refusal: Option<&Refusal>,
) -> Answer {
    // A view that cannot be read is no reason not to show the ticket.
    let question = asked::question(query).unwrap_or_else(|_| ticket::Question::queue());
    let asks = question.clone();
    let (shown, beside) = ask
        .read(move |tx, actor, now| {
            let shown = ticket::show(tx, actor, now, number)?;
            let beside = if shown.view == View::Work {
                ticket::neighbours(tx, actor, now, &asks, number)?
            } else {
                Neighbours::default()
            };
            Ok::<_, Refusal>((shown, beside))
        })
        .await?;
    if shown.view == View::Public {
        return see_other(&format!("/hjalp/mina/{number}"));
    }
    let w = ask.words();
    let mut frame = ask.frame(format!("{number} {}", shown.ticket.title));
    frame.errors = refusal.is_some();
    frame.skip = Some((w.t("desk-skip-to-answer"), "#svar"));
    let list = |path: &str| asked::address(path, &question);
    let pane = Pane {
        toolbar: Some(toolbar::toolbar(ask, &frame, &shown, &beside, &list)),
        body: Some(body(ask, &shown, written, refusal)),
        body_class: "thread",
        below: Some(composer::composer(ask, &frame, &shown, written, refusal)),
        side: Some((w.t("desk-facts"), side::side(ask, &frame, &shown))),
    };
    let code = refusal.map_or(StatusCode::OK, |refusal| web::answer::status(refusal.kind));
    html_with(code, work_room_slim(&frame, pane.show(&frame), Some(phone(ask, &frame, &shown))))
}

fn body(ask: &Ask, shown: &Shown, written: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let ticket = &shown.ticket;
    let number = ticket.number;
    let object = format!("{number} {}", ticket.title);
    html! {
        @if let Some(refusal) = refusal { (missed(ask, shown, written, refusal)) }
        div id="ticket" data-live={ "desk.ticket:" (number) } data-refresh="60" {
            // The version that the page shows: script keeps it fresh, and an answer tells what it has seen.
            input type="hidden" name="version" value=(ticket.version) form="svar-form" id="version";
            h1 data-object=(object) { (ticket.title) }
            p class="chips" {
                (words::stage_tag(w, ticket.stage))
                (priority(ticket.priority.number(), &words::priority_phrase(w, ticket.priority)))
                span class="meta num" { (origin(ask, shown)) }
            }
            (summary(ask, shown))
            (timeline::timeline(ask, shown))
        }
    }
}

/// `Incident, via telefon i dag kl. 10.02`.
fn origin(ask: &Ask, shown: &Shown) -> String {
    let (w, ticket) = (ask.words(), &shown.ticket);
    w.with(
        "desk-origin",
        &[
            ("kind", w.t(words::kind_key(ticket.kind)).into()),
            ("source", w.t(words::source_key(ticket.source)).into()),
            ("when", w.when(ticket.created_at, ask.now()).into()),
        ],
    )
}

/// What a phone needs to see before it scrolls: the rest stands under the conversation.
fn summary(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    let name = shown.assignee.as_ref().map_or_else(|| w.t("desk-nobody"), |who| who.name.clone());
    let (head, words, pace) = clock::said(ask, shown);
    let class = if pace == Pace::Calm { "sum" } else { "sum pressing" };
    html! {
        div class=(class) { b { (words) } span { (name) } span class="meta num" { (head) } a href="#side" { (w.t("desk-all-facts")) } }
    }
}

/// What others wrote while this was written; both stand, nothing is lost.
fn missed(ask: &Ask, shown: &Shown, written: &Form, refusal: &Refusal) -> Markup {
    let w = ask.words();
    if refusal.kind != RefusalKind::Stale {
        return html! {};
    }
    let seen = written.number("version").unwrap_or(0);
    let theirs = timeline::written_since(ask, shown, seen);
    html! {
        // Script shows it in the composer, where the hand is.
        div class="errsum missed" role="alert" tabindex="-1" {
            h2 { (w.refusal(refusal)) }
            (clash((&w.t("register-yours"), &written.text("text")), (&w.t("desk-written-since"), &theirs)))
        }
    }
}

/// The acts at the foot of a phone.
fn phone(ask: &Ask, frame: &Frame, shown: &Shown) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let may = |deed| shown.deeds.contains(&deed);
    html! {
        (Button::link(w.t("web-key-reply"), "#svar").primary())
        @if may(Deed::Take) && !toolbar::is_mine(ask, shown) { (toolbar::one_press(frame, number, "ta", &Button::submit(w.t("desk-take-short")))) }
        @if may(Deed::Resolve) { (Button::link(w.t("desk-resolve-short"), format!("/arenden/{number}/los")).opens("")) }
    }
}
