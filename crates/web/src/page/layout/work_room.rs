//! The work room: whole menu, whole menu with a docked panel, or the slim rail around one open object.

use maud::{Markup, html};

use super::account::account_menu;
use super::document::{AGENT, document};
use super::frame::{Frame, NavItem};
use super::keys::{palette_dialog, shortcut_dialog};
use super::reading_room::{brand, foot_links};
use crate::page::components::Button;
use crate::page::{Icon, icon};

/// A list or register with the whole menu beside it. The content fills the pane.
pub fn work_room(frame: &Frame, content: Markup) -> Markup {
    full(frame, &content, None)
}

/// As [`work_room`], with a panel docked to the right; `dock` is the content of the region `label`.
pub fn work_room_docked(frame: &Frame, content: Markup, label: &str, dock: Markup) -> Markup {
    full(
        frame,
        &content,
        Some(html! { aside class="dockside" id="dock" aria-label=(label) { div { (dock) } } }),
    )
}

/// One object open: the menu steps back to a rail. The content holds the panes ([`Pane`]).
/// `phone` is the bar of acts at the foot of a phone; the menu stands there when it is empty.
pub fn work_room_slim(frame: &Frame, content: Markup, phone: Option<Markup>) -> Markup {
    let body = html! {
        @if phone.is_none() { (top_bar(frame)) }
        div class="work" {
            (rail(frame))
            div class="workcol" { (content) (work_foot(frame)) }
        }
        @match phone {
            Some(acts) => div class="phoneacts" role="region" aria-label=(frame.w.t("web-quick-acts")) { (acts) },
            None => (tab_bar(frame)),
        }
        (palette_dialog(frame))
        (shortcut_dialog(frame))
    };
    document(frame, &AGENT, &body)
}

fn full(frame: &Frame, content: &Markup, dock: Option<Markup>) -> Markup {
    let body = html! {
        (top_bar(frame))
        div class=(if dock.is_some() { "work full docked" } else { "work full" }) {
            (side_menu(frame))
            div class="workcol" {
                main class="pane" id="main" tabindex="-1" { @if let Some(strip) = &frame.strip { (strip) } (content) }
                (work_foot(frame))
            }
            @if let Some(dock) = dock { (dock) }
        }
        (tab_bar(frame))
        (palette_dialog(frame))
        (shortcut_dialog(frame))
    };
    document(frame, &AGENT, &body)
}

/// One object: a toolbar, its body, what sticks under the body (a composer) and its side.
#[derive(Default)]
pub struct Pane {
    pub toolbar: Option<Markup>,
    pub body: Option<Markup>,
    /// A class on the body: `thread` for a ticket, `wide` for tables.
    pub body_class: &'static str,
    pub below: Option<Markup>,
    /// The side's name and content.
    pub side: Option<(String, Markup)>,
}

impl Pane {
    pub fn show(self, frame: &Frame) -> Markup {
        html! {
            div class="pane" {
                @if let Some(toolbar) = self.toolbar {
                    div class="toolbar" role="region" aria-label=(frame.w.t("web-acts")) { (toolbar) }
                }
                @if let Some(strip) = &frame.strip { (strip) }
                div class=(if self.side.is_some() { "panecols" } else { "panecols single" }) {
                    div {
                        main class={ "panebody " (self.body_class) } id="main" tabindex="-1" { div { @if let Some(body) = self.body { (body) } } }
                        @if let Some(below) = self.below { (below) }
                    }
                    @if let Some((label, side)) = self.side { aside class="paneside" id="side" aria-label=(label) { (side) } }
                }
            }
        }
    }
}

fn side_menu(frame: &Frame) -> Markup {
    let w = frame.w;
    html! {
        header class="sidemenu" {
            (brand(frame, true))
            a class="find" href="/sok" data-palette aria-keyshortcuts="Control+K" {
                (icon(Icon::Search)) span { (w.t("web-find")) } kbd class="keyhint" aria-hidden="true" { "Ctrl" } kbd class="keyhint" aria-hidden="true" { "K" }
            }
            (menu(frame, "web-main-menu"))
            @if let Some(viewer) = &frame.viewer { (account_menu(frame, viewer, true)) }
        }
    }
}

fn menu(frame: &Frame, label: &str) -> Markup {
    html! {
        nav class="nav" aria-label=(frame.w.t(label)) {
            @for group in &frame.work_nav {
                @if let Some(title) = &group.title { h2 { (title) } }
                @for item in &group.items {
                    a href=(item.href) aria-current=[item.current.then_some("page")] data-go=[item.go] {
                        (icon(item.icon)) (item.label) @if let Some(count) = item.count { span class="n num" { (count) } }
                    }
                }
            }
        }
    }
}

fn rail(frame: &Frame) -> Markup {
    let w = frame.w;
    html! {
        header class="worknav" {
            a class="brand" href="/" aria-label=(w.t("web-start-page")) { (icon(Icon::Mark)) }
            nav aria-label=(w.t("web-main-menu")) {
                a href="/sok" data-palette aria-label=(w.t("web-find")) title={ (w.t("web-find")) ", Ctrl K" } aria-keyshortcuts="Control+K" { (icon(Icon::Search)) }
                @for item in items(frame) {
                    a href=(item.href) aria-current=[item.current.then_some("true")] data-go=[item.go]
                        aria-label=(spoken(frame, item)) title=(item.label) { (icon(item.icon)) }
                }
            }
            @if let Some(viewer) = &frame.viewer { (account_menu(frame, viewer, false)) }
        }
    }
}

/// The label with its count, for the rail where the count is not drawn.
fn spoken(frame: &Frame, item: &NavItem) -> String {
    match item.count {
        Some(count) => {
            frame.w.with("web-nav-count", &[("label", item.label.as_str().into()), ("count", count.into())])
        }
        None => item.label.clone(),
    }
}

fn top_bar(frame: &Frame) -> Markup {
    let w = frame.w;
    html! {
        header class="topbar" {
            (brand(frame, false))
            (Button::link(w.t("web-search"), "/sok").icon(Icon::Search).icon_only().palette())
            details data-popup {
                summary class="btn" aria-label=(w.t("web-menu")) { (icon(Icon::Menu)) }
                (phone_menu(frame))
            }
        }
    }
}

fn phone_menu(frame: &Frame) -> Markup {
    html! {
        nav class="nav" aria-label=(frame.w.t("web-phone-menu")) {
            @for item in items(frame) {
                a href=(item.href) aria-current=[item.current.then_some("page")] {
                    (icon(item.icon)) (item.label) @if let Some(count) = item.count { span class="n num" { (count) } }
                }
            }
            a href="/installningar" { (icon(Icon::Gear)) (frame.w.t("web-settings")) }
            form method="post" action="/logga-ut" data-sign-out {
                (super::csrf_field(&frame.csrf))
                button class="item" type="submit" { (icon(Icon::Exit)) (frame.w.t("web-sign-out")) }
            }
        }
    }
}

fn tab_bar(frame: &Frame) -> Markup {
    html! {
        nav class="tabbar" aria-label=(frame.w.t("web-tab-bar")) {
            @for item in items(frame).filter(|item| item.on_phone).take(4) {
                a href=(item.href) aria-current=[item.current.then_some("page")] { (icon(item.icon)) (item.label) }
            }
        }
    }
}

fn work_foot(frame: &Frame) -> Markup {
    html! { footer class="workfoot" { span { (frame.organisation) } (foot_links(frame)) } }
}

fn items(frame: &Frame) -> impl Iterator<Item = &NavItem> {
    frame.work_nav.iter().flat_map(|group| &group.items)
}
