//! The document around every frame: head, settings of the reader, skip link, live regions, toast.

use maud::{DOCTYPE, Markup, html};
use texts::Words;

use super::frame::{Density, Frame, Theme, Toast};
use crate::assets;
use crate::page::{Icon, icon};

/// Which style sheet and script a frame loads, and the class of its body.
pub(super) struct Kind {
    pub(super) css: &'static str,
    pub(super) js: &'static str,
    pub(super) body: &'static str,
}

pub(super) const PORTAL: Kind = Kind { css: assets::PORTAL_CSS, js: assets::PORTAL_JS, body: "read" };
pub(super) const DOOR: Kind = Kind { css: assets::PORTAL_CSS, js: assets::PORTAL_JS, body: "read door" };
pub(super) const AGENT: Kind = Kind { css: assets::AGENT_CSS, js: assets::AGENT_JS, body: "agent" };

/// The hidden field that a form carries against forged requests.
pub fn csrf_field(token: &str) -> Markup {
    html! { input type="hidden" name="csrf" value=(token); }
}

pub(super) fn document(frame: &Frame, kind: &Kind, body: &Markup) -> Markup {
    let w = frame.w;
    let account = frame.viewer.as_ref().map(|viewer| viewer.account.as_str());
    html! {
        (DOCTYPE)
        html lang=(w.lang().code()) data-theme=[theme(frame)] data-density=[density(frame)]
            data-shortcuts=[(!frame.look.shortcuts).then_some("off")] data-account=[account]
            data-offline=(w.t("web-offline")) data-stream=[frame.stream.as_deref()] data-saved-draft=[frame.saved_draft.as_deref()] {
            head {
                meta charset="utf-8";
                title { (title(frame)) }
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="csrf" content=(frame.csrf);
                link rel="preload" href=(assets::INTER_WOFF2) as="font" type="font/woff2" crossorigin="anonymous";
                link rel="stylesheet" href=(kind.css);
                link rel="icon" type="image/svg+xml" href=(assets::MARK_SVG);
                script type="module" src=(kind.js) {}
            }
            body class=(kind.body) {
                (skip_link(frame))
                (body)
                div class="sr" id="say" role="status" {}
                div class="toasts" id="toasts" role="status" { @if let Some(toast) = &frame.toast { (show_toast(w, &frame.csrf, toast)) } }
            }
        }
    }
}

/// Error first, then the page, then the product: what a tab or a screen reader reads first differs between pages.
fn title(frame: &Frame) -> String {
    let page = if frame.errors {
        format!("{} {}", frame.w.t("web-title-error"), frame.title)
    } else {
        frame.title.clone()
    };
    format!("{page} – {}", frame.w.t("web-product"))
}

fn theme(frame: &Frame) -> Option<&'static str> {
    match frame.look.theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

fn density(frame: &Frame) -> Option<&'static str> {
    match frame.look.density {
        Density::Compact => Some("compact"),
        Density::Normal => None,
        Density::Airy => Some("airy"),
    }
}

fn skip_link(frame: &Frame) -> Markup {
    match &frame.skip {
        Some((label, target)) => html! { a class="skip" href=(target) { (label) } },
        None => html! { a class="skip" href="#main" { (frame.w.t("web-skip")) } },
    }
}

fn show_toast(w: Words, csrf: &str, toast: &Toast) -> Markup {
    html! {
        div class="toast" data-toast {
            p { (toast.text) }
            @if let Some(undo) = &toast.undo {
                form method="post" action=(undo) {
                    (csrf_field(csrf))
                    button class="btn" type="submit" data-key="z" { (icon(Icon::Undo)) (w.t("web-undo")) kbd class="keyhint" aria-hidden="true" { "Z" } }
                }
            }
            button class="btn quiet square" type="button" data-dismiss hidden aria-label=(w.t("web-dismiss")) { (icon(Icon::Close)) }
        }
    }
}
