use maud::{Markup, Render, html};

use super::field::{Fields, Frame};

/// Files to send along. How large one may be is said before anybody chooses, and refused by script before it is sent.
pub struct FileField<'a> {
    fields: Fields<'a>,
    name: &'a str,
    frame: Frame,
    max: u64,
    accept: Option<&'static str>,
    multiple: bool,
}

impl<'a> FileField<'a> {
    pub(super) fn new(fields: Fields<'a>, name: &'a str, label: String, max: u64) -> Self {
        Self { fields, name, frame: Frame::new(&fields, name, label), max, accept: None, multiple: false }
    }

    /// What is said before the limit.
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

    /// What the browser offers, as `image/*,.pdf`. The server looks for itself.
    #[must_use]
    pub fn accept(self, accept: &'static str) -> Self {
        Self { accept: Some(accept), ..self }
    }

    #[must_use]
    pub fn multiple(self) -> Self {
        Self { multiple: true, ..self }
    }
}

impl Render for FileField<'_> {
    fn render(&self) -> Markup {
        let w = self.fields.w;
        let limit = w.with("web-file-limit", &[("size", w.file_size(self.max).into())]);
        let hint = self.frame.hint.as_ref().map_or_else(|| limit.clone(), |hint| format!("{hint} {limit}"));
        let frame = Frame {
            id: self.frame.id.clone(),
            label: self.frame.label.clone(),
            hint: Some(hint),
            error: self.frame.error.clone(),
            optional: self.frame.optional,
        };
        let too_large = w.with(
            "web-file-too-large",
            &[("name", "{name}".into()), ("size", "{size}".into()), ("max", "{max}".into())],
        );
        html! {
            div class=(frame.group_class()) {
                (frame.show_label(w)) (frame.show_notes(w))
                p class="ferr" data-files-error=(frame.id) role="alert" hidden {}
                input class="input" type="file" id=(frame.id) name=(self.name) accept=[self.accept] multiple[self.multiple]
                    aria-describedby=[frame.described_by()] aria-invalid=[frame.invalid()]
                    data-max-bytes=(self.max) data-too-large=(too_large) data-remove=(w.t("web-file-remove"));
                ul class="files" data-files-for=(frame.id) {}
            }
        }
    }
}
