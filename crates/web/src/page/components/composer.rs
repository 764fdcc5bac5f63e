//! Where an agent writes. The receivers stand as words above the text, so that nobody sends to the wrong one.

use kernel::Refusal;
use maud::{Markup, Render, html};
use texts::Words;

use super::Button;
use crate::page::layout::csrf_field;
use crate::page::{Icon, icon};

/// Who will read the text.
#[derive(Clone, Debug)]
pub struct Receiver {
    pub value: &'static str,
    /// "Svar till Maria"
    pub label: String,
    /// What the send button says then: "Skicka till Maria".
    pub send: String,
    pub key: Option<&'static str>,
    /// Only those who work here; the frame changes colour.
    pub internal: bool,
}

pub struct Composer<'a> {
    w: Words,
    action: &'a str,
    csrf: &'a str,
    receivers: Vec<Receiver>,
    chosen: &'a str,
    text: &'a str,
    draft: Option<String>,
    presence: Option<String>,
    hidden: Vec<(&'static str, String)>,
    files: Option<u64>,
    acts: Option<Markup>,
    refusal: Option<&'a Refusal>,
}

impl<'a> Composer<'a> {
    pub fn new(w: Words, action: &'a str, csrf: &'a str, receivers: Vec<Receiver>) -> Self {
        Self {
            w,
            action,
            csrf,
            receivers,
            chosen: "",
            text: "",
            draft: None,
            presence: None,
            hidden: Vec::new(),
            files: None,
            acts: None,
            refusal: None,
        }
    }

    /// The receiver chosen and the text written, when shown again.
    #[must_use]
    pub fn filled(self, chosen: &'a str, text: &'a str) -> Self {
        Self { chosen, text, ..self }
    }

    /// The name that the browser keeps unsent text under: `ticket-28417`.
    #[must_use]
    pub fn draft(self, name: impl Into<String>) -> Self {
        Self { draft: Some(name.into()), ..self }
    }

    /// Where script tells that somebody is here and writes.
    #[must_use]
    pub fn presence(self, address: impl Into<String>) -> Self {
        Self { presence: Some(address.into()), ..self }
    }

    #[must_use]
    pub fn hidden(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.hidden.push((name, value.into()));
        self
    }

    /// Takes files of at most so many bytes each.
    #[must_use]
    pub fn files(self, max_bytes: u64) -> Self {
        Self { files: Some(max_bytes), ..self }
    }

    /// Further send buttons, as "Skicka och vänta på svar"; with `data-for` they show for some receivers only.
    #[must_use]
    pub fn acts(self, acts: Markup) -> Self {
        Self { acts: Some(acts), ..self }
    }

    #[must_use]
    pub fn refused(self, refusal: Option<&'a Refusal>) -> Self {
        Self { refusal, ..self }
    }

    fn is_chosen(&self, nth: usize, receiver: &Receiver) -> bool {
        let known = self.receivers.iter().any(|one| one.value == self.chosen);
        if known { receiver.value == self.chosen } else { nth == 0 }
    }

    fn choice(&self) -> Markup {
        html! {
            div class="seg" role="radiogroup" aria-label=(self.w.t("web-composer-receiver")) {
                @for (nth, receiver) in self.receivers.iter().enumerate() {
                    label {
                        input type="radio" name="to" value=(receiver.value) checked[self.is_chosen(nth, receiver)] data-internal[receiver.internal]
                            data-label=(receiver.label) data-send=(receiver.send) data-key=[receiver.key] aria-keyshortcuts=[receiver.key.map(str::to_uppercase)];
                        @if receiver.internal { (icon(Icon::Lock)) }
                        (receiver.label)
                    }
                }
            }
        }
    }

    fn attach(&self, max: u64) -> Markup {
        let w = self.w;
        let limit = w.with("web-file-limit", &[("size", w.file_size(max).into())]);
        html! {
            span class="btn quiet attach" {
                (icon(Icon::Clip)) (w.t("web-composer-attach"))
                input type="file" name="file" id="svar-file" multiple aria-label={ (w.t("web-composer-attach")) ", " (limit) } title=(limit)
                    data-max-bytes=(max) data-too-large=(w.with("web-file-too-large", &[("name", "{name}".into()), ("size", "{size}".into()), ("max", "{max}".into())]))
                    data-remove=(w.t("web-file-remove"));
            }
        }
    }
}

impl Render for Composer<'_> {
    fn render(&self) -> Markup {
        let w = self.w;
        let chosen = self
            .receivers
            .iter()
            .enumerate()
            .find(|(nth, one)| self.is_chosen(*nth, one))
            .map(|(_, one)| one);
        let fault = self
            .refusal
            .and_then(|refusal| refusal.each().find(|fault| fault.field.is_none_or(|field| field == "text")));
        html! {
            div class="comp noprint" role="region" aria-label=(w.t("web-composer")) {
                @if let Some(address) = &self.presence { div class="here" id="here" data-presence=(address) aria-live="off" {} }
                form method="post" enctype="multipart/form-data" id="svar-form" action=(self.action) data-composer data-swap data-draft=[self.draft.as_deref()] {
                    (csrf_field(self.csrf))
                    @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                    (self.choice())
                    @if let Some(fault) = fault {
                        p class="ferr" id="svar-e" { (icon(Icon::TBad)) span { span class="sr" { (w.t("web-title-error")) " " } (w.refusal(fault)) } }
                    }
                    label class="sr" for="svar" data-composer-label { (chosen.map(|one| one.label.as_str()).unwrap_or_default()) }
                    textarea id="svar" name="text" rows="2" aria-describedby=[fault.map(|_| "svar-e")] aria-invalid=[fault.map(|_| "true")] { (self.text) }
                    div class="row" {
                        @if let Some(max) = self.files { (self.attach(max)) }
                        span class="meta" {}
                        @if let Some(acts) = &self.acts { (acts) }
                        button class="btn primary" type="submit" data-chord="enter" aria-keyshortcuts="Control+Enter" {
                            span data-composer-send { (chosen.map(|one| one.send.as_str()).unwrap_or_default()) }
                            kbd class="keyhint" aria-hidden="true" { "Ctrl ↵" }
                        }
                        @if self.files.is_some() {
                            ul class="chosen files" data-files-for="svar-file" {}
                            p class="ferr" data-files-error="svar-file" role="alert" hidden {}
                        }
                    }
                }
            }
        }
    }
}

/// A send button for some receivers only, beside the main one.
pub fn send_also(button: &Button, receivers: &str) -> Markup {
    html! { span data-for=(receivers) { (button) } }
}
