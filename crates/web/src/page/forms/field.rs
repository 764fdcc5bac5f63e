use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;

use super::{Check, Choice, Choices, Combo, FileField, Select, TextField};
use crate::form::Form;
use crate::page::{Icon, icon};

/// One form as it is shown: what was typed, and what is to be mended. Each field finds its own value and error in it.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub(super) w: Words,
    pub(super) form: &'a Form,
    pub(super) refusal: Option<&'a Refusal>,
    /// Before each id, where a page has more than one form.
    pub(super) prefix: &'static str,
}

impl<'a> Fields<'a> {
    pub const fn new(w: Words, form: &'a Form, refusal: Option<&'a Refusal>) -> Self {
        Self { w, form, refusal, prefix: "" }
    }

    /// For a second form on the same page.
    #[must_use]
    pub const fn prefixed(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// One line of text.
    pub fn text(&self, name: &'a str, label: impl Into<String>) -> TextField<'a> {
        TextField::new(*self, name, label.into())
    }

    /// Several lines.
    pub fn area(&self, name: &'a str, label: impl Into<String>) -> TextField<'a> {
        TextField::new(*self, name, label.into()).rows(4)
    }

    pub fn select(&self, name: &'a str, label: impl Into<String>, choices: Vec<Choice>) -> Select<'a> {
        Select::new(*self, name, label.into(), choices)
    }

    /// One of a few, all in sight.
    pub fn radios(&self, name: &'a str, label: impl Into<String>, choices: Vec<Choice>) -> Choices<'a> {
        Choices::new(*self, name, label.into(), choices, "radio")
    }

    /// Any of a few.
    pub fn checks(&self, name: &'a str, label: impl Into<String>, choices: Vec<Choice>) -> Choices<'a> {
        Choices::new(*self, name, label.into(), choices, "checkbox")
    }

    /// Yes or no.
    pub fn check(&self, name: &'a str, label: impl Into<String>) -> Check<'a> {
        Check::new(*self, name, label.into())
    }

    /// Files of at most `max` bytes each.
    pub fn file(&self, name: &'a str, label: impl Into<String>, max: u64) -> FileField<'a> {
        FileField::new(*self, name, label.into(), max)
    }

    /// Text with suggestions from `source`; the chosen one's value goes into the hidden field `value_name`.
    pub fn combo(
        &self,
        name: &'a str,
        label: impl Into<String>,
        value_name: &'a str,
        source: &'a str,
    ) -> Combo<'a> {
        Combo::new(*self, name, label.into(), value_name, source)
    }

    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What is said about a field, if something is.
    pub fn error(&self, name: &str) -> Option<String> {
        let fault = self.refusal?.each().find(|fault| fault.field == Some(name))?;
        Some(self.w.refusal(fault))
    }

    /// What was typed, else what the page has beforehand.
    pub(super) fn value(&self, name: &str, before: Option<&str>) -> String {
        if self.form.has(name) {
            self.form.raw(name).to_owned()
        } else {
            before.unwrap_or_default().to_owned()
        }
    }
}

/// Label, hint and error of one field, and how they refer to one another.
pub(super) struct Frame {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) error: Option<String>,
    pub(super) optional: bool,
}

impl Frame {
    pub(super) fn new(fields: &Fields<'_>, name: &str, label: String) -> Self {
        Self { id: fields.id(name), label, hint: None, error: fields.error(name), optional: false }
    }

    pub(super) fn group_class(&self) -> &'static str {
        if self.error.is_some() { "fgroup bad" } else { "fgroup" }
    }

    /// The ids for `aria-describedby`: the hint, then the error.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-h", self.id));
        let error = self.error.is_some().then(|| format!("{}-e", self.id));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    pub(super) fn words(&self, w: Words) -> Markup {
        html! { (self.label) @if self.optional { " " small { "(" (w.t("web-optional")) ")" } } }
    }

    pub(super) fn show_label(&self, w: Words) -> Markup {
        html! { label class="flabel" for=(self.id) { (self.words(w)) } }
    }

    /// Hint and error, between the label and the field.
    pub(super) fn show_notes(&self, w: Words) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { p class="fhint" id={ (self.id) "-h" } { (hint) } }
            @if let Some(error) = &self.error {
                p class="ferr" id={ (self.id) "-e" } { (icon(Icon::TBad)) span { span class="sr" { (w.t("web-title-error")) " " } (error) } }
            }
        }
    }
}
