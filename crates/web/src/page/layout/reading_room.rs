//! The reading room and the front door.

use maud::{Markup, html};

use super::account::account_menu;
use super::document::{DOOR, PORTAL, document};
use super::frame::{Frame, HelpLine, NavItem};
use crate::page::{Icon, icon};

/// A page of the reading room: masthead, menu, content, help line, foot.
pub fn reading_room(frame: &Frame, content: Markup) -> Markup {
    let body = html! {
        (masthead(frame))
        @if let Some(strip) = &frame.strip { (strip) }
        main class=(if frame.narrow { "page narrow" } else { "page" }) id="main" tabindex="-1" { (content) }
        @if let Some(help) = &frame.help { (help_line(frame, help)) }
        (page_foot(frame))
    };
    document(frame, &PORTAL, &body)
}

/// A page before anyone is signed in: the mark, one panel, the foot.
pub fn front_door(frame: &Frame, content: Markup) -> Markup {
    let body = html! {
        main class="login" id="main" tabindex="-1" { (brand(frame, true)) (content) }
        (page_foot(frame))
    };
    document(frame, &DOOR, &body)
}

/// The mark and the municipality, a link to the reader's start page.
pub(super) fn brand(frame: &Frame, with_organisation: bool) -> Markup {
    html! {
        a class="brand" href="/" {
            (icon(Icon::Mark))
            span { (frame.w.t("web-product")) @if with_organisation && !frame.organisation.is_empty() { small { (frame.organisation) } } }
        }
    }
}

fn masthead(frame: &Frame) -> Markup {
    let w = frame.w;
    html! {
        header class="masthead" { div {
            (brand(frame, true))
            @if !frame.nav.is_empty() {
                nav class="mastnav" aria-label=(w.t("web-main-menu")) {
                    @for item in frame.nav.iter().flat_map(|group| &group.items) { (mast_link(item)) }
                    @if let Some(item) = way_back(frame) { a href=(item.href) { (icon(item.icon)) (w.t("web-to-work-room")) } }
                }
            }
            @match &frame.viewer {
                Some(viewer) => (account_menu(frame, viewer, false)),
                None => a class="btn" href="/logga-in" { (w.t("web-sign-in")) },
            }
        } }
    }
}

/// Agents come here too, to see what others see or to ask for something themselves.
fn way_back(frame: &Frame) -> Option<&NavItem> {
    let agent = frame.viewer.as_ref().is_some_and(|viewer| viewer.agent);
    frame.work_nav.iter().flat_map(|group| &group.items).next().filter(|_| agent)
}

fn mast_link(item: &NavItem) -> Markup {
    html! {
        a href=(item.href) aria-current=[item.current.then_some("page")] {
            (item.label) @if let Some(count) = item.count { span class="n num" { (count) } }
        }
    }
}

fn help_line(frame: &Frame, help: &HelpLine) -> Markup {
    let w = frame.w;
    let dial: String = help.phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    html! {
        aside class="helpline" aria-label=(w.t("web-help-region")) { div {
            div { h2 { (w.t("web-help-call")) } a class="tel" href={ "tel:" (dial) } { (help.phone) } }
            p { (help.hours) }
            p { (w.t("web-help-mail")) br; a href={ "mailto:" (help.mail) } { (help.mail) } }
        } }
    }
}

pub(super) fn page_foot(frame: &Frame) -> Markup {
    html! { footer class="pagefoot" { div class="num" { span { (frame.organisation) } (foot_links(frame)) } } }
}

/// The two links of every foot: the other language, in its own words, and the accessibility statement.
pub(super) fn foot_links(frame: &Frame) -> Markup {
    let w = frame.w;
    let other = match w.lang() {
        kernel::Lang::Sv => kernel::Lang::En,
        kernel::Lang::En => kernel::Lang::Sv,
    };
    html! {
        @if !frame.other_language.is_empty() {
            a href=(frame.other_language) lang=(other.code()) hreflang=(other.code()) { (w.in_lang(other).t("web-read-in-this-language")) }
        }
        a href="/tillganglighet" { (w.t("web-accessibility")) }
    }
}
