//! Over one ticket: the way back, its place in the list, its acts.

use maud::{Markup, html};
use web::Ask;
use web::page::components::{Button, crumbs};
use web::page::layout::csrf_field;
use web::page::{Frame, Icon, icon};

use super::queue::PATH;
use crate::ticket::{Deed, Neighbours, Shown};

pub(super) fn toolbar(
    ask: &Ask,
    frame: &Frame,
    shown: &Shown,
    beside: &Neighbours,
    list: &dyn Fn(&str) -> String,
) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let back = (&*w.t("desk-queue-title"), &*list(PATH));
    let at = html! { span class="num" { (number) } (place(ask, beside)) };
    let leaf = |to: Option<i64>, label: &str, shape, key: &'static str| {
        to.map(|to| {
            let href = list(&format!("{PATH}/{to}"));
            Button::link(w.t(label), href).icon(shape).icon_only().quiet().class("hide").key(key)
        })
    };
    let may = |deed| shown.deeds.contains(&deed);
    html! {
        (crumbs(&w.t("register-you-are-here"), back, &at))
        @if let Some(button) = leaf(beside.previous, "desk-previous", Icon::Up, "k") { (button) }
        @if let Some(button) = leaf(beside.next, "desk-next", Icon::Down, "j") { (button) }
        div id="acts" class="acts" data-live={ "desk.ticket:" (number) } {
            @if may(Deed::Take) && !is_mine(ask, shown) { (one_press(frame, number, "ta", &Button::submit(w.t("desk-take")).class("hide"))) }
            @if may(Deed::Resolve) { (act(ask, number, "los", "web-key-resolve").icon(Icon::Check).key("e").class("hide")) }
            @if may(Deed::Reopen) { (act(ask, number, "oppna", "desk-reopen").icon(Icon::Undo).class("hide")) }
            (more(ask, frame, shown))
        }
    }
}

/// `· 2 av 31`.
fn place(ask: &Ask, beside: &Neighbours) -> Markup {
    let w = ask.words();
    let key = if beside.more { "desk-place-many" } else { "desk-place" };
    html! {
        @if let Some(place) = beside.place {
            span class="hide num" { " · " (w.with(key, &[("place", place.into()), ("of", beside.of.into())])) }
        }
    }
}

pub(super) fn is_mine(ask: &Ask, shown: &Shown) -> bool {
    let me = ask.actor().person;
    me.is_some() && shown.ticket.assignee == me
}

/// A link that opens its page as a dialog.
fn act(ask: &Ask, number: i64, what: &str, label: &str) -> Button {
    Button::link(ask.words().t(label), format!("{PATH}/{number}/{what}")).opens("")
}

/// An act that asks nothing.
pub(super) fn one_press(frame: &Frame, number: i64, what: &str, button: &Button) -> Markup {
    html! {
        form method="post" action={ (PATH) "/" (number) "/" (what) } data-swap { (csrf_field(&frame.csrf)) (button) }
    }
}

fn more(ask: &Ask, frame: &Frame, shown: &Shown) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let may = |deed| shown.deeds.contains(&deed);
    let item = |what: &str, label: &str, shape| {
        html! { a class="item" href={ (PATH) "/" (number) "/" (what) } data-opens { (icon(shape)) (w.t(label)) } }
    };
    html! {
        details class="account more" data-popup id="more" {
            summary class="btn quiet square" aria-label=(w.t("desk-more")) title=(w.t("desk-more")) { (icon(Icon::Dots)) }
            div {
                @if may(Deed::Hold) { (item("vanta", "desk-hold", Icon::Pause)) }
                @if may(Deed::SendToSupplier) { (item("leverantor", "desk-send-to-supplier", Icon::Out)) }
                @if may(Deed::Resume) { (press(ask, frame, number, "ateruppta", "desk-resume", Icon::Change)) }
                @if may(Deed::Edit) { (item("redigera", "desk-edit", Icon::Edit)) }
                (item("koppla", "desk-link", Icon::Link))
                @if shown.follows { (press(ask, frame, number, "slapp", "desk-unfollow", Icon::Bell)) }
                @else if ask.actor().person.is_some() { (press(ask, frame, number, "folj", "desk-follow", Icon::Bell)) }
                (item("foljare", "desk-let-follow", Icon::People))
                @if may(Deed::Close) { (item("stang", "desk-close", Icon::Close)) }
                a class="item" href={ (PATH) "/" (number) "/utskrift" } { (icon(Icon::Print)) (w.t("desk-print")) }
            }
        }
    }
}

fn press(ask: &Ask, frame: &Frame, number: i64, what: &str, label: &str, shape: Icon) -> Markup {
    html! {
        form method="post" action={ (PATH) "/" (number) "/" (what) } data-swap {
            (csrf_field(&frame.csrf))
            button class="item" type="submit" { (icon(shape)) (ask.words().t(label)) }
        }
    }
}
