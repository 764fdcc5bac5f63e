//! What a page tells besides its content: notices, strips, empty places, two texts that clash.

use maud::{Markup, Render, html};

use super::{Button, Tone};
use crate::page::{Icon, icon};

/// A framed remark with a heading, a text and perhaps something to do.
#[derive(Clone, Debug)]
pub struct Notice {
    tone: Tone,
    shape: Option<Icon>,
    title: String,
    text: Option<Markup>,
    acts: Vec<Button>,
    alert: bool,
}

impl Notice {
    pub fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self { tone, shape: None, title: title.into(), text: None, acts: Vec::new(), alert: false }
    }

    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { shape: Some(icon), ..self }
    }

    #[must_use]
    pub fn text(self, text: impl Render) -> Self {
        Self { text: Some(text.render()), ..self }
    }

    #[must_use]
    pub fn act(mut self, act: Button) -> Self {
        self.acts.push(act);
        self
    }

    /// It answers what the reader just did, so it is read out at once.
    #[must_use]
    pub fn alert(self) -> Self {
        Self { alert: true, ..self }
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let shape = self.shape.unwrap_or(match self.tone {
            Tone::Bad | Tone::Warn => Icon::Warning,
            Tone::Ok => Icon::Check,
            Tone::Info | Tone::Wait | Tone::Neutral => Icon::Info,
        });
        html! {
            div class={ "notice " (self.tone.class()) } role=[self.alert.then_some("alert")] {
                (icon(shape))
                div {
                    h2 { (self.title) }
                    @if let Some(text) = &self.text { p { (text) } }
                    @if !self.acts.is_empty() { div class="acts" { @for act in &self.acts { (act) } } }
                }
            }
        }
    }
}

/// A line over everything, as while the demo's past is still being written. For `Frame::strip`.
pub fn strip(tone: Tone, label: &str, text: &Markup, act: Option<&Button>) -> Markup {
    let class = if tone == Tone::Warn { "strip" } else { "strip info" };
    let shape = if tone == Tone::Warn { Icon::Warning } else { Icon::Info };
    html! {
        div class=(class) role="region" aria-label=(label) { div {
            p { (icon(shape)) span { (text) } }
            @if let Some(act) = act { (act) }
        } }
    }
}

/// Nothing here: what belongs here, and the one thing to do.
pub fn empty(title: &str, text: &str, act: Option<&Button>) -> Markup {
    html! {
        div class="empty" {
            b { (title) }
            @if !text.is_empty() { p { (text) } }
            @if let Some(act) = act { div class="acts" { (act) } }
        }
    }
}

/// Two people saved the same thing: both texts, side by side, neither lost.
pub fn clash(yours: (&str, &str), theirs: (&str, &str)) -> Markup {
    html! {
        div class="clash" {
            @for (heading, text) in [yours, theirs] { div { b { (heading) } p { (text) } } }
        }
    }
}
