//! A refusal as a page: what happened, what to do now, and what had been written.

use axum::response::{IntoResponse, Response};
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};

use crate::ask::Ask;
use crate::form::Form;
use crate::page::components::{Button, Notice, Tone};
use crate::page::layout::{front_door, reading_room, work_room};
use crate::route::Room;

/// Shorter answers than this are quickly given again.
const WORTH_KEEPING: usize = 20;

/// Fields that are never shown again.
const SECRETS: [&str; 4] = ["csrf", "password", "secret", "token"];

pub(super) fn response(ask: &Ask, refusal: &Refusal, written: &[String], back: Option<&str>) -> Response {
    let status = super::status_of(refusal);
    if ask.visitor.fragment {
        return (status, notice(ask, refusal)).into_response();
    }
    let mut frame = ask.frame(ask.words().t(super::title_key(refusal.kind)));
    frame.errors = true;
    frame.narrow = true;
    let body = body(ask, refusal, written, back);
    let page = match ask.room() {
        _ if frame.viewer.is_none() && frame.nav.is_empty() => {
            front_door(&frame, html! { div class="panel" { (body) } })
        }
        Room::Reading => reading_room(&frame, body),
        Room::Work => work_room(&frame, html! { div class="panebody" { div { (body) } } }),
    };
    (status, page).into_response()
}

/// For script, which puts it where the answer was to stand.
fn notice(ask: &Ask, refusal: &Refusal) -> Markup {
    let w = ask.words();
    html! {
        div data-part {
            h1 { (w.t(super::title_key(refusal.kind))) }
            (Notice::new(Tone::Bad, w.refusal(refusal)).alert())
        }
    }
}

/// What stands on the page. Each kind ends with something to do.
pub fn body(ask: &Ask, refusal: &Refusal, written: &[String], back: Option<&str>) -> Markup {
    let w = ask.words();
    html! {
        h1 class="h-xl" { (w.t(super::title_key(refusal.kind))) }
        @for fault in refusal.each() { p class="say" { (w.refusal(fault)) } }
        @match refusal.kind {
            RefusalKind::Forbidden => (whom_to_ask(ask)),
            RefusalKind::NotFound if ask.visitor.identity.is_some() => (search(ask)),
            RefusalKind::Fault => p class="say" { (w.t("web-problem-number")) " " b class="num" { (ask.visitor.request_id) } },
            _ => {}
        }
        @if !written.is_empty() { (kept(ask, written)) }
        div class="acts formacts" {
            @if refusal.kind == RefusalKind::SignInNeeded { (Button::link(w.t("web-sign-in"), sign_in(back)).primary()) }
            @else if let Some(back) = back { (Button::link(w.t("web-problem-back"), back)) }
            a href="/" { (w.t("web-start-page")) }
        }
    }
}

fn sign_in(back: Option<&str>) -> String {
    let back = percent_encoding::utf8_percent_encode(back.unwrap_or("/"), percent_encoding::NON_ALPHANUMERIC);
    format!("/logga-in?till={back}")
}

fn whom_to_ask(ask: &Ask) -> Markup {
    let (w, site) = (ask.words(), ask.app.site());
    html! {
        p class="say" { (w.t("web-problem-ask")) }
        @if !site.phone.is_empty() || !site.mail.is_empty() {
            dl class="pairs" {
                @if !site.phone.is_empty() { div { dt { (w.t("web-problem-phone")) } dd { (site.phone) } } }
                @if !site.mail.is_empty() { div { dt { (w.t("web-problem-mail")) } dd { a href={ "mailto:" (site.mail) } { (site.mail) } } } }
            }
        }
    }
}

fn search(ask: &Ask) -> Markup {
    let w = ask.words();
    html! {
        form method="get" action="/sok" role="search" class="seek" {
            label class="sr" for="problem-q" { (w.t("web-search")) }
            input class="input" id="problem-q" name="q" type="search" autocomplete="off";
            (Button::submit(w.t("web-search")).primary())
        }
    }
}

/// Nothing that somebody wrote is lost: it stands here to be copied.
fn kept(ask: &Ask, written: &[String]) -> Markup {
    let w = ask.words();
    html! {
        div class="fgroup" {
            label class="flabel" for="kept-0" { (w.t("web-problem-kept")) }
            p class="fhint" { (w.t("web-problem-kept-hint")) }
            @for (nth, text) in written.iter().enumerate() {
                textarea class="input" id={ "kept-" (nth) } rows="6" readonly aria-label=(w.t("web-problem-kept")) { (text) }
            }
        }
    }
}

/// The longer texts of a form, secrets aside.
pub(super) fn written(form: &Form) -> Vec<String> {
    let secret = |name: &str| SECRETS.iter().any(|secret| name.contains(secret));
    form.pairs()
        .iter()
        .filter(|(name, value)| !secret(name) && value.trim().chars().count() > WORTH_KEEPING)
        .map(|(_, value)| value.replace("\r\n", "\n"))
        .collect()
}
