//! A list in the work room: head, filters as a form, rows, pager. Works without script and on a phone.

use maud::{Markup, html};
use texts::Words;
use web::Form;
use web::page::Frame;
use web::page::components::{Button, Pager, Table, empty, list_head, with};
use web::page::layout::work_room;

/// One register as its page shows it.
pub struct Register<'a> {
    pub title: String,
    /// Where the list stands, and where its export does when it has one.
    pub path: &'static str,
    pub export: Option<&'static str>,
    pub query: &'a Form,
    /// The fields of the filter form.
    pub filters: Markup,
    /// The main act, for those who may.
    pub act: Option<Button>,
}

impl Register<'_> {
    pub fn show(self, frame: &Frame, body: &Markup) -> Markup {
        let w = frame.w;
        let acts = html! {
            @if let Some(export) = self.export {
                (Button::link(w.t("register-export"), with(export, self.query, "after", None)).icon(web::page::Icon::Download).class("hide"))
            }
            @if let Some(act) = &self.act { (act) }
        };
        work_room(
            frame,
            html! {
                (list_head(&self.title, &acts, None))
                div class="filters reg" {
                    form method="get" action=(self.path) role="search" aria-label=(w.t("register-filters")) {
                        (self.filters)
                        div class="acts" {
                            (Button::submit(w.t("register-show")))
                            @if is_filtered(self.query) { a href=(self.path) { (w.t("register-show-all")) } }
                        }
                    }
                }
                div class="panebody wide" { div { (body) } }
            },
        )
    }
}

/// Whether the list is narrowed by anything but its place.
pub fn is_filtered(query: &Form) -> bool {
    query.pairs().iter().any(|(name, value)| name != "after" && !value.is_empty())
}

/// The rows and where they go on; or, when there are none, what to do about that.
pub fn rows(w: Words, path: &str, query: &Form, table: Option<Table>, next: Option<&str>) -> Markup {
    let Some(table) = table else {
        return if is_filtered(query) || query.has("after") {
            let all = Button::link(w.t("register-show-all"), path);
            empty(&w.t("register-none-fit"), &w.t("register-none-fit-hint"), Some(&all))
        } else {
            empty(&w.t("register-empty"), &w.t("register-empty-hint"), None)
        };
    };
    html! {
        (table)
        @if next.is_some() || query.has("after") { (Pager::new(w, "", path, query, next)) }
    }
}
