//! What a report knows so far: it travels in hidden fields from page to page, so that nothing is asked twice.

use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;
use web::Form;

use crate::ticket::{Create, Kind, Level, Ref, Source, title_of};

/// The fields that one page hands to the next.
const CARRIED: [&str; 8] = ["id", "kind", "description", "effect", "file", "device", "reach", "phone"];

/// Hidden fields with what the earlier pages said, but for what this page asks.
pub(super) fn carry(form: &Form, asked: &[&str]) -> Markup {
    html! {
        @for (name, value) in form.pairs() {
            @if CARRIED.contains(&name.as_str()) && !asked.contains(&name.as_str()) && !value.is_empty() {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}

pub(super) fn kind(form: &Form) -> Kind {
    Kind::parse(form.raw("kind")).unwrap_or(Kind::Incident)
}

/// How much it affects somebody, as they would say it, and what the desk makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    CanWork,
    Stopped,
    Many,
}

impl Effect {
    pub(super) const ALL: [Self; 3] = [Self::CanWork, Self::Stopped, Self::Many];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::CanWork => "can-work",
            Self::Stopped => "stopped",
            Self::Many => "many",
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::CanWork => "desk-report-effect-can-work",
            Self::Stopped => "desk-report-effect-stopped",
            Self::Many => "desk-report-effect-many",
        }
    }

    pub(super) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effect| effect.code() == code)
    }

    const fn levels(self) -> (Level, Level) {
        match self {
            Self::CanWork => (Level::Low, Level::Medium),
            Self::Stopped => (Level::Medium, Level::Medium),
            Self::Many => (Level::High, Level::High),
        }
    }
}

/// The first page's answers, or what is to be put right.
pub(super) fn check_first(form: &Form) -> Result<(), Refusal> {
    if form.text("description").is_empty() {
        let code = match kind(form) {
            Kind::Incident => "desk-report-what-missing",
            Kind::ServiceRequest => "desk-need-what-missing",
        };
        return Err(Refusal::invalid("description", code));
    }
    Ok(())
}

/// The last page's answers, or what is to be put right.
pub(super) fn check_last(form: &Form) -> Result<(), Refusal> {
    if form.raw("reach") == "phone" && form.text("phone").chars().filter(char::is_ascii_digit).count() < 7 {
        return Err(Refusal::invalid("phone", "desk-report-phone-short"));
    }
    Ok(())
}

/// The whole report. The same id makes the same ticket, however often the form is sent.
pub(super) fn command(form: &Form, w: Words) -> Create {
    let text = form.text("description");
    let (impact, urgency) = match kind(form) {
        Kind::Incident => Effect::parse(form.raw("effect")).unwrap_or(Effect::Stopped).levels(),
        Kind::ServiceRequest => (Level::Low, Level::Low),
    };
    Create {
        description: with_reach(&text, form, w),
        impact,
        urgency,
        guess: true,
        device: form.maybe("device").map(|device| Ref::parse(&device)),
        files: form.all("file").into_iter().filter_map(|id| id.parse().ok()).collect(),
        again: true,
        ..Create::new(form.id("id").unwrap_or_default(), kind(form), title_of(&text), Source::Portal)
    }
}

/// How they want to be reached, as a last line that the agent reads.
fn with_reach(text: &str, form: &Form, w: Words) -> String {
    match form.maybe("phone").filter(|_| form.raw("reach") == "phone") {
        Some(phone) => format!("{text}\n\n{}", w.with("desk-report-reach-line", &[("phone", phone.into())])),
        None => text.to_owned(),
    }
}
