//! Status, priority, verdict and time left: first a shape, then a word, then a colour.

use maud::{Markup, html};

use crate::page::{Icon, icon};

/// What a colour means, the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Ok,
    Warn,
    Bad,
    Wait,
    Neutral,
}

impl Tone {
    pub const ALL: [Self; 6] = [Self::Info, Self::Ok, Self::Warn, Self::Bad, Self::Wait, Self::Neutral];

    pub const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Wait => "wait",
            Self::Neutral => "neutral",
        }
    }
}

/// How far something has come, by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    New,
    Working,
    Waiting,
    Supplier,
    Resolved,
    Closed,
    None,
}

impl Mark {
    pub const ALL: [Self; 7] =
        [Self::New, Self::Working, Self::Waiting, Self::Supplier, Self::Resolved, Self::Closed, Self::None];

    pub const fn icon(self) -> Icon {
        match self {
            Self::New => Icon::SNew,
            Self::Working => Icon::SWork,
            Self::Waiting => Icon::SWait,
            Self::Supplier => Icon::SSupplier,
            Self::Resolved => Icon::SDone,
            Self::Closed => Icon::SShut,
            Self::None => Icon::SNone,
        }
    }

    pub const fn tone(self) -> Tone {
        match self {
            Self::New | Self::Working => Tone::Info,
            Self::Waiting | Self::Supplier => Tone::Wait,
            Self::Resolved => Tone::Ok,
            Self::Closed | Self::None => Tone::Neutral,
        }
    }
}

/// A status in a list: shape and word.
pub fn status(mark: Mark, word: &str) -> Markup {
    html! { span class={ "st " (mark.tone().class()) } { (icon(mark.icon())) (word) } }
}

/// A status at the head of a page: shape and word on its colour.
pub fn status_tag(mark: Mark, word: &str) -> Markup {
    tag(mark.tone(), Some(mark.icon()), word)
}

pub fn tag(tone: Tone, shape: Option<Icon>, word: &str) -> Markup {
    html! { span class={ "tag " (tone.class()) } { @if let Some(shape) = shape { (icon(shape)) } (word) } }
}

/// The shape of a priority: 1 is the most urgent, 4 the least.
pub const fn priority_icon(level: u8) -> Icon {
    match level {
        0 | 1 => Icon::PCritical,
        2 => Icon::PHigh,
        3 => Icon::PNormal,
        _ => Icon::PLow,
    }
}

/// A priority with its word.
pub fn priority(level: u8, word: &str) -> Markup {
    html! { span class=(priority_class(level)) { (icon(priority_icon(level))) (word) } }
}

/// The shape alone, as in the first column of a queue; the word is read out.
pub fn priority_mark(level: u8, word: &str) -> Markup {
    html! { span class=(priority_class(level)) title=(word) { (icon(priority_icon(level))) span class="sr" { (word) } } }
}

const fn priority_class(level: u8) -> &'static str {
    if level <= 1 { "prio crit" } else { "prio" }
}

/// How a promise went. Three shapes, so that a copy in black and white still tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Kept,
    Broken,
    NotMeasured,
}

pub fn verdict(verdict: Verdict, word: &str) -> Markup {
    let (tone, shape) = match verdict {
        Verdict::Kept => (Tone::Ok, Icon::TOk),
        Verdict::Broken => (Tone::Bad, Icon::TBad),
        Verdict::NotMeasured => (Tone::Neutral, Icon::TUnknown),
    };
    tag(tone, Some(shape), word)
}

/// How near a promise is to breaking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    #[default]
    Calm,
    Soon,
    Late,
}

impl Pace {
    /// For the cell or section around [`due`]'s words.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Calm => "due num",
            Self::Soon => "due soon num",
            Self::Late => "due late num",
        }
    }
}

/// `48 min kvar` over a thin bar of how much of the time is used. Stands inside an element with [`Pace::class`].
pub fn due(words: &str, used: Option<u8>) -> Markup {
    html! { b { (words) } @if let Some(used) = used { (time_bar(used)) } }
}

/// A picture of the words beside it, so hidden from screen readers.
pub fn time_bar(percent: u8) -> Markup {
    html! {
        svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" {
            rect width=(percent.min(100)) height="3" {}
        }
    }
}
