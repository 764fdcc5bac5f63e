use maud::{Markup, Render, html};
use texts::Words;

use super::Button;
use crate::form::Form;

/// Where a list goes on: what is shown, the next page, and back to the first. Keysets know no page numbers.
pub struct Pager {
    w: Words,
    says: String,
    next: Option<String>,
    first: Option<String>,
}

impl Pager {
    /// `path` and `query` are those of the list; `next` is the page's `next`.
    pub fn new(w: Words, says: impl Into<String>, path: &str, query: &Form, next: Option<&str>) -> Self {
        Self {
            w,
            says: says.into(),
            next: next.map(|place| with(path, query, "after", Some(place))),
            first: query.has("after").then(|| with(path, query, "after", None)),
        }
    }
}

impl Render for Pager {
    fn render(&self) -> Markup {
        html! {
            nav class="pager" aria-label=(self.w.t("web-pager")) {
                span { (self.says) }
                @if let Some(first) = &self.first { (Button::link(self.w.t("web-pager-first"), first).quiet()) }
                @if let Some(next) = &self.next { (Button::link(self.w.t("web-pager-next"), next)) }
            }
        }
    }
}

/// The address of the same list with one part of its query set or left out.
pub fn with(path: &str, query: &Form, name: &str, value: Option<&str>) -> String {
    let kept = query.pairs().iter().filter(|(key, text)| key != name && !text.is_empty());
    let set = value.map(|value| (name.to_owned(), value.to_owned()));
    let pairs: Vec<(String, String)> = kept.cloned().chain(set).collect();
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_with_its_own_question() {
        let query = Form::parse("vy=alla&q=tr%C3%A5d&after=x&tom=").expect("a query");
        assert_eq!(with("/arenden", &query, "after", Some("a b")), "/arenden?vy=alla&q=tr%C3%A5d&after=a+b");
        assert_eq!(with("/arenden", &query, "after", None), "/arenden?vy=alla&q=tr%C3%A5d");
        assert_eq!(with("/arenden", &Form::default(), "after", None), "/arenden");
    }
}
