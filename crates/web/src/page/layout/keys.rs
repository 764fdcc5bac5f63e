//! The two dialogs every work page carries: all shortcuts, and the palette.

use maud::{Markup, html};

use super::frame::Frame;
use crate::page::components::Dialog;
use crate::page::{Icon, icon};

/// Key and the text that says what it does. The same in list and ticket.
const LIST: [(&str, &str); 5] = [
    ("J", "web-key-next"),
    ("K", "web-key-previous"),
    ("↵", "web-key-open"),
    ("X", "web-key-mark"),
    ("F", "web-key-filter"),
];
const TICKET: [(&str, &str); 6] = [
    ("T", "web-key-assign"),
    ("S", "web-key-status"),
    ("P", "web-key-priority"),
    ("R", "web-key-reply"),
    ("A", "web-key-note"),
    ("E", "web-key-resolve"),
];
const ANYWHERE: [(&str, &str); 5] = [
    ("N", "web-key-new"),
    ("Z", "web-key-undo"),
    ("ctrl K", "web-key-palette"),
    ("ctrl ↵", "web-key-send"),
    ("?", "web-key-help"),
];

pub(super) fn shortcut_dialog(frame: &Frame) -> Markup {
    let w = frame.w;
    let go = frame
        .work_nav
        .iter()
        .flat_map(|group| &group.items)
        .filter_map(|item| item.go.map(|letter| (letter, &item.label)));
    let body = html! {
        div class="keygrid" {
            (group(frame, "web-keys-list", &LIST))
            (group(frame, "web-keys-ticket", &TICKET))
            (group(frame, "web-keys-anywhere", &ANYWHERE))
            section {
                h3 { (w.t("web-keys-go")) }
                dl { @for (letter, label) in go { div { dt { kbd { "G" } kbd { (letter.to_ascii_uppercase()) } } dd { (label) } } } }
            }
        }
        p class="meta" { (w.t("web-keys-off")) " " a href="/installningar" { (w.t("web-settings")) } }
    };
    Dialog::new(w, "shortcuts", w.t("web-keys-title")).wide().body(body).show()
}

fn group(frame: &Frame, title: &str, keys: &[(&str, &str)]) -> Markup {
    html! {
        section {
            h3 { (frame.w.t(title)) }
            dl { @for (key, text) in keys { div { dt { @for cap in key.split(' ') { kbd { (if cap == "ctrl" { "Ctrl" } else { cap }) } } } dd { (frame.w.t(text)) } } } }
        }
    }
}

/// Search as an ARIA combobox over a list that the server fills; without an answer, Enter asks `/sok`.
pub(super) fn palette_dialog(frame: &Frame) -> Markup {
    let w = frame.w;
    html! {
        dialog class="palette" id="palette" aria-label=(w.t("web-palette")) data-do=(w.t("web-palette-do")) data-recent=(w.t("web-palette-recent")) {
            form method="get" action="/sok" role="search" {
                div class="ask" {
                    (icon(Icon::Search))
                    input type="text" name="q" role="combobox" aria-label=(w.t("web-palette-ask")) aria-autocomplete="list" aria-expanded="false"
                        aria-controls="palette-options" autocomplete="off" spellcheck="false" placeholder=(w.t("web-palette-example"));
                    kbd aria-hidden="true" { "Esc" }
                }
                div class="options" id="palette-options" role="listbox" aria-label=(w.t("web-palette-answers")) {}
            }
        }
    }
}
