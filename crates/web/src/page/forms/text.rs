use maud::{Markup, Render, html};

use super::field::{Fields, Frame};

/// A line or several lines of text.
pub struct TextField<'a> {
    fields: Fields<'a>,
    name: &'a str,
    frame: Frame,
    kind: &'static str,
    rows: Option<u8>,
    before: Option<String>,
    short: bool,
    autocomplete: Option<&'static str>,
    autofocus: bool,
    no_draft: bool,
    max: Option<usize>,
}

impl<'a> TextField<'a> {
    pub(super) fn new(fields: Fields<'a>, name: &'a str, label: String) -> Self {
        Self {
            fields,
            name,
            frame: Frame::new(&fields, name, label),
            kind: "text",
            rows: None,
            before: None,
            short: false,
            autocomplete: None,
            autofocus: false,
            no_draft: false,
            max: None,
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.frame.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn optional(mut self) -> Self {
        self.frame.optional = true;
        self
    }

    /// `email`, `tel`, `password`, `date`, `number`, `search` …
    #[must_use]
    pub fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    #[must_use]
    pub fn rows(self, rows: u8) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// What stands there before anybody types.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { before: Some(value.into()), ..self }
    }

    /// As wide as a phone number.
    #[must_use]
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }

    /// What the browser may fill in (WCAG 1.3.5).
    #[must_use]
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete: Some(autocomplete), ..self }
    }

    #[must_use]
    pub fn autofocus(self) -> Self {
        Self { autofocus: true, ..self }
    }

    /// Never kept in the browser.
    #[must_use]
    pub fn no_draft(self) -> Self {
        Self { no_draft: true, ..self }
    }

    #[must_use]
    pub fn max(self, signs: usize) -> Self {
        Self { max: Some(signs), ..self }
    }
}

impl Render for TextField<'_> {
    fn render(&self) -> Markup {
        let (w, frame) = (self.fields.w, &self.frame);
        let secret = self.kind == "password";
        // A password is typed again, never sent back.
        let value = if secret { String::new() } else { self.fields.value(self.name, self.before.as_deref()) };
        let class = if self.short { "input short" } else { "input" };
        html! {
            div class=(frame.group_class()) {
                (frame.show_label(w)) (frame.show_notes(w))
                @match self.rows {
                    Some(rows) => textarea class=(class) id=(frame.id) name=(self.name) rows=(rows) maxlength=[self.max] autocomplete=[self.autocomplete]
                        aria-describedby=[frame.described_by()] aria-invalid=[frame.invalid()] autofocus[self.autofocus] data-no-draft[self.no_draft] { "\n" (value) },
                    None => input class=(class) id=(frame.id) name=(self.name) type=(self.kind) value=[(!secret).then_some(value)] maxlength=[self.max]
                        autocomplete=[self.autocomplete] aria-describedby=[frame.described_by()] aria-invalid=[frame.invalid()]
                        autofocus[self.autofocus] data-no-draft[self.no_draft];,
                }
            }
        }
    }
}
