//! The signed-in person: name, settings and sign-out behind the initials. Works without script.

use maud::{Markup, html};

use super::document::csrf_field;
use super::frame::{Frame, Viewer};
use crate::page::components::initials;
use crate::page::{Icon, icon};

/// The menu behind the initials; with `named`, name and role stand beside them.
pub(super) fn account_menu(frame: &Frame, viewer: &Viewer, named: bool) -> Markup {
    let w = frame.w;
    let label = w.with("web-signed-in-as", &[("name", viewer.name.as_str().into())]);
    html! {
        details class="account" data-popup {
            summary {
                span class="av me" aria-hidden="true" { (initials(&viewer.name)) }
                @if named { span { b { (viewer.name) } small { (viewer.line) } } } @else { span class="sr" { (label) } }
            }
            div {
                @if !named { p { b { (viewer.name) } small { (viewer.line) } } }
                a class="item" href="/installningar" { (icon(Icon::Gear)) (w.t("web-settings")) }
                form method="post" action="/logga-ut" data-sign-out {
                    (csrf_field(&frame.csrf))
                    button class="item" type="submit" { (icon(Icon::Exit)) (w.t("web-sign-out")) }
                }
            }
        }
    }
}
