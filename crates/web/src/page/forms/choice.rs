use maud::{Markup, Render, html};

use super::field::{Fields, Frame};

/// One thing to choose: what is sent, what is read, and a line about it.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub about: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), about: String::new() }
    }

    #[must_use]
    pub fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }
}

/// Radio buttons or check boxes under a legend.
pub struct Choices<'a> {
    fields: Fields<'a>,
    name: &'a str,
    frame: Frame,
    choices: Vec<Choice>,
    kind: &'static str,
    before: Vec<String>,
    plain: bool,
}

impl<'a> Choices<'a> {
    pub(super) fn new(
        fields: Fields<'a>,
        name: &'a str,
        label: String,
        choices: Vec<Choice>,
        kind: &'static str,
    ) -> Self {
        Self {
            fields,
            name,
            frame: Frame::new(&fields, name, label),
            choices,
            kind,
            before: Vec::new(),
            plain: false,
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

    /// Chosen before anybody chooses; again for more than one.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.before.push(value.into());
        self
    }

    /// Without rules between.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { plain: true, ..self }
    }

    fn is_chosen(&self, value: &str) -> bool {
        // A form without a box that was sent has none of its boxes checked.
        if self.fields.form.has(self.name)
            || (self.kind == "checkbox" && !self.fields.form.pairs().is_empty())
        {
            self.fields.form.all(self.name).contains(&value)
        } else {
            self.before.iter().any(|before| before == value)
        }
    }
}

impl Render for Choices<'_> {
    fn render(&self) -> Markup {
        let (w, frame) = (self.fields.w, &self.frame);
        html! {
            fieldset class=(frame.group_class()) aria-describedby=[frame.described_by()] {
                legend class="flabel" { (frame.words(w)) }
                (frame.show_notes(w))
                div class=(if self.plain { "choice plain" } else { "choice" }) {
                    @for (nth, choice) in self.choices.iter().enumerate() {
                        label {
                            // The first one's id is the field's own: the error summary leads to it.
                            input type=(self.kind) name=(self.name) value=(choice.value) checked[self.is_chosen(&choice.value)]
                                id=(if nth == 0 { frame.id.clone() } else { format!("{}-{nth}", frame.id) }) aria-invalid=[frame.invalid()];
                            b { (choice.label) }
                            @if !choice.about.is_empty() { span { (choice.about) } }
                        }
                    }
                }
            }
        }
    }
}

/// A list that opens.
pub struct Select<'a> {
    fields: Fields<'a>,
    name: &'a str,
    frame: Frame,
    choices: Vec<Choice>,
    none: Option<String>,
    before: Option<String>,
    short: bool,
}

impl<'a> Select<'a> {
    pub(super) fn new(fields: Fields<'a>, name: &'a str, label: String, choices: Vec<Choice>) -> Self {
        Self {
            fields,
            name,
            frame: Frame::new(&fields, name, label),
            choices,
            none: None,
            before: None,
            short: false,
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

    /// A first line that stands for nothing chosen.
    #[must_use]
    pub fn none(self, label: impl Into<String>) -> Self {
        Self { none: Some(label.into()), ..self }
    }

    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { before: Some(value.into()), ..self }
    }

    #[must_use]
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let (w, frame) = (self.fields.w, &self.frame);
        let value = self.fields.value(self.name, self.before.as_deref());
        html! {
            div class=(frame.group_class()) {
                (frame.show_label(w)) (frame.show_notes(w))
                select class=(if self.short { "input short" } else { "input" }) id=(frame.id) name=(self.name)
                    aria-describedby=[frame.described_by()] aria-invalid=[frame.invalid()] {
                    @if let Some(none) = &self.none { option value="" selected[value.is_empty()] { (none) } }
                    @for choice in &self.choices { option value=(choice.value) selected[choice.value == value] { (choice.label) } }
                }
            }
        }
    }
}

/// One box: yes or no.
pub struct Check<'a> {
    fields: Fields<'a>,
    name: &'a str,
    frame: Frame,
    before: bool,
}

impl<'a> Check<'a> {
    pub(super) fn new(fields: Fields<'a>, name: &'a str, label: String) -> Self {
        Self { fields, name, frame: Frame::new(&fields, name, label), before: false }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.frame.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn value(self, checked: bool) -> Self {
        Self { before: checked, ..self }
    }
}

impl Render for Check<'_> {
    fn render(&self) -> Markup {
        let frame = &self.frame;
        let sent = !self.fields.form.pairs().is_empty();
        let checked = if sent { self.fields.form.has(self.name) } else { self.before };
        html! {
            div class=(frame.group_class()) {
                @if let Some(error) = &frame.error { p class="ferr" id={ (frame.id) "-e" } { (error) } }
                div class="choice plain" {
                    label {
                        input type="checkbox" name=(self.name) value="1" id=(frame.id) checked[checked]
                            aria-describedby=[frame.error.as_ref().map(|_| format!("{}-e", frame.id))] aria-invalid=[frame.invalid()];
                        b { (frame.label) }
                        @if let Some(hint) = &frame.hint { span { (hint) } }
                    }
                }
            }
        }
    }
}
