//! The top of a page: the way back, crumbs, title, views.

use maud::{Markup, html};

/// Back to where the reader came from, in the reading room.
pub fn backlink(label: &str, href: &str) -> Markup {
    html! { a class="backlink" href=(href) { span aria-hidden="true" { "←" } " " (label) } }
}

/// Where the reader is, in the toolbar of the work room: back to the list, then this.
pub fn crumbs(label: &str, back: (&str, &str), here: &Markup) -> Markup {
    html! {
        nav class="crumbs" aria-label=(label) {
            a href=(back.1) { span aria-hidden="true" { "←" } " " (back.0) }
            span class="dot" aria-hidden="true" { "/" }
            span { (here) }
        }
    }
}

/// A heading with what stands at its right.
pub fn title_row(title: &Markup, end: &Markup) -> Markup {
    html! { div class="titlerow" { (title) (end) } }
}

/// The head of a list in the work room: title, buttons, and a line of figures under them.
pub fn list_head(title: &str, acts: &Markup, under: Option<&Markup>) -> Markup {
    html! {
        div class="head" {
            div class="head-row" { h1 { (title) } (acts) }
            @if let Some(under) = under { (under) }
        }
    }
}

/// One saved view of a list.
#[derive(Clone, Debug)]
pub struct View {
    pub label: String,
    pub href: String,
    pub count: Option<u64>,
    pub current: bool,
}

/// The views of a list, as a row of links.
pub fn views(label: &str, views: &[View]) -> Markup {
    html! {
        nav class="views" aria-label=(label) {
            @for view in views {
                a href=(view.href) aria-current=[view.current.then_some("page")] {
                    (view.label) @if let Some(count) = view.count { " " span class="n num" { (count) } }
                }
            }
        }
    }
}
