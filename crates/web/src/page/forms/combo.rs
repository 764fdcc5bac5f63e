use maud::{Markup, Render, html};

use super::field::{Fields, Frame};

/// A text field with suggestions (ARIA combobox). Without script the server finds out who or what the text names.
pub struct Combo<'a> {
    fields: Fields<'a>,
    name: &'a str,
    value_name: &'a str,
    source: &'a str,
    frame: Frame,
    before: Option<(String, String)>,
    autofocus: bool,
}

impl<'a> Combo<'a> {
    pub(super) fn new(
        fields: Fields<'a>,
        name: &'a str,
        label: String,
        value_name: &'a str,
        source: &'a str,
    ) -> Self {
        // What is refused is most often what the text stands for: the error summary leads to the field by that name.
        let mut frame = Frame::new(&fields, value_name, label);
        frame.error = frame.error.or_else(|| fields.error(name));
        Self { fields, name, value_name, source, frame, before: None, autofocus: false }
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

    /// The text and the value it stands for, before anybody types.
    #[must_use]
    pub fn value(self, text: impl Into<String>, value: impl Into<String>) -> Self {
        Self { before: Some((text.into(), value.into())), ..self }
    }

    #[must_use]
    pub fn autofocus(self) -> Self {
        Self { autofocus: true, ..self }
    }
}

impl Render for Combo<'_> {
    fn render(&self) -> Markup {
        let (w, frame) = (self.fields.w, &self.frame);
        let (text, value) = self.before.as_ref().map(|(text, value)| (text.as_str(), value.as_str())).unzip();
        let options = format!("{}-options", frame.id);
        html! {
            div class=(frame.group_class()) {
                (frame.show_label(w)) (frame.show_notes(w))
                div class="combo" data-combo=(self.source) {
                    input class="input" type="text" id=(frame.id) name=(self.name) value=(self.fields.value(self.name, text)) role="combobox"
                        aria-autocomplete="list" aria-expanded="false" aria-controls=(options) autocomplete="off"
                        aria-describedby=[frame.described_by()] aria-invalid=[frame.invalid()] autofocus[self.autofocus];
                    input type="hidden" name=(self.value_name) value=(self.fields.value(self.value_name, value));
                    div class="options" id=(options) role="listbox" aria-label=(w.t("web-combo-suggestions")) hidden {}
                }
            }
        }
    }
}

/// One suggestion, as a fragment answers them: the value, the text that goes into the field, a line under it.
pub fn option(value: &str, text: &str, meta: &str) -> Markup {
    html! {
        div role="option" data-value=(value) data-text=(text) {
            span { b { (text) } @if !meta.is_empty() { span class="meta" { (meta) } } }
        }
    }
}
