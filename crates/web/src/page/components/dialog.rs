use maud::{Markup, html};
use texts::Words;

use super::Button;
use crate::page::Icon;

/// A native `<dialog>`: focus is kept inside and Escape closes it, by the browser.
pub struct Dialog<'a> {
    w: Words,
    id: &'a str,
    title: String,
    wide: bool,
    body: Markup,
    acts: Option<Markup>,
}

impl<'a> Dialog<'a> {
    pub fn new(w: Words, id: &'a str, title: impl Into<String>) -> Self {
        Self { w, id, title: title.into(), wide: false, body: html! {}, acts: None }
    }

    #[must_use]
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    #[must_use]
    pub fn body(self, body: Markup) -> Self {
        Self { body, ..self }
    }

    /// The buttons under the body, the main one first.
    #[must_use]
    pub fn acts(self, acts: Markup) -> Self {
        Self { acts: Some(acts), ..self }
    }

    pub fn show(self) -> Markup {
        let heading = format!("{}-title", self.id);
        html! {
            dialog id=(self.id) class=[self.wide.then_some("wide")] aria-labelledby=(heading) {
                div class="dlg" {
                    header {
                        h2 id=(heading) { (self.title) }
                        form method="dialog" { (Button::submit(self.w.t("web-close")).icon(Icon::Close).icon_only().quiet()) }
                    }
                    (self.body)
                    @if let Some(acts) = self.acts { div class="formacts" { (acts) } }
                }
            }
        }
    }
}
