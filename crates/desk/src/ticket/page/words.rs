//! A ticket's codes in the agents' words.

use kernel::Moment;
use maud::{Markup, html};
use service_level::words::{capital, priority_key, reason_key};
use texts::Words;
use web::page::components::{self, Mark, Pace, status, status_tag};

use crate::link::LinkKind;
use crate::ticket::{Because, Kind, Level, Line, Outcome, Priority, Reason, Source, Stage, Used, Who};

pub(crate) const fn mark(stage: Stage) -> Mark {
    match stage {
        Stage::New => Mark::New,
        Stage::InProgress => Mark::Working,
        Stage::Waiting(_) => Mark::Waiting,
        Stage::WithSupplier => Mark::Supplier,
        Stage::Resolved => Mark::Resolved,
        Stage::Closed => Mark::Closed,
    }
}

pub(crate) const fn stage_key(stage: Stage) -> &'static str {
    use service_level::promise::Reason as Waits;
    match stage {
        Stage::New => "desk-stage-new",
        Stage::InProgress => "desk-stage-in-progress",
        Stage::Waiting(Reason::User) => reason_key(Waits::User),
        Stage::Waiting(Reason::Manager) => reason_key(Waits::Manager),
        Stage::Waiting(Reason::Delivery) => reason_key(Waits::Delivery),
        Stage::Waiting(Reason::PlannedChange) => reason_key(Waits::PlannedChange),
        Stage::WithSupplier => "desk-stage-with-supplier",
        Stage::Resolved => "desk-stage-resolved",
        Stage::Closed => "desk-stage-closed",
    }
}

/// Shape and word, as a list shows it.
pub(crate) fn stage(w: Words, stage: Stage) -> Markup {
    status(mark(stage), &w.t(stage_key(stage)))
}

/// The same on its colour.
pub(super) fn stage_tag(w: Words, stage: Stage) -> Markup {
    status_tag(mark(stage), &w.t(stage_key(stage)))
}

/// `Hög`.
pub(super) fn priority_word(w: Words, priority: Priority) -> String {
    w.t(priority_key(priority.number()))
}

/// `Hög prioritet`.
pub(super) fn priority_phrase(w: Words, priority: Priority) -> String {
    w.with("desk-priority-phrase", &[("priority", priority_word(w, priority).into())])
}

pub(super) fn priority(w: Words, priority: Priority) -> Markup {
    components::priority(priority.number(), &priority_word(w, priority))
}

pub(super) const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Incident => "desk-kind-incident",
        Kind::ServiceRequest => "desk-kind-request",
    }
}

/// How much is affected.
pub(crate) const fn impact_key(level: Level) -> &'static str {
    match level {
        Level::High => "desk-impact-high",
        Level::Medium => "desk-impact-medium",
        Level::Low => "desk-impact-low",
    }
}

/// How soon it must work.
pub(crate) const fn urgency_key(level: Level) -> &'static str {
    match level {
        Level::High => "desk-urgency-high",
        Level::Medium => "desk-urgency-medium",
        Level::Low => "desk-urgency-low",
    }
}

/// `via telefon`.
pub(super) const fn source_key(source: Source) -> &'static str {
    match source {
        Source::Portal => "desk-source-portal",
        Source::Phone => "desk-source-phone",
        Source::Visit => "desk-source-visit",
        Source::Mail => "desk-source-mail",
        Source::Agent => "desk-source-agent",
        Source::Api => "desk-source-api",
        Source::Import => "desk-source-import",
    }
}

/// `ringde i dag kl. 10.02`: how the first word came.
pub(super) const fn began_key(source: Source) -> &'static str {
    match source {
        Source::Phone => "desk-began-phone",
        Source::Mail => "desk-began-mail",
        Source::Visit => "desk-began-visit",
        Source::Portal | Source::Agent | Source::Api | Source::Import => "desk-began",
    }
}

pub(super) const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Solved => "desk-end-solved",
        Outcome::Duplicate => "desk-end-duplicate",
        Outcome::Withdrawn => "desk-end-withdrawn",
        Outcome::NotDone => "desk-end-not-done",
    }
}

/// What the other ticket is to this one.
pub(super) const fn link_key(kind: LinkKind, back: bool) -> &'static str {
    match (kind, back) {
        (LinkKind::Duplicates, false) => "desk-link-duplicates",
        (LinkKind::Duplicates, true) => "desk-link-duplicated",
        (LinkKind::CausedBy, false) => "desk-link-caused-by",
        (LinkKind::CausedBy, true) => "desk-link-causes",
        (LinkKind::RelatesTo, _) => "desk-link-relates",
    }
}

pub(super) const fn because_key(because: Because) -> &'static str {
    match because {
        Because::Number => "desk-because-number",
        Because::Named => "desk-because-named",
        Because::Only => "desk-because-only",
    }
}

/// So near, the words turn yellow.
const SOON: i64 = Moment::HOUR;

pub(super) fn pace(due: Option<Moment>, now: Moment) -> Pace {
    match due {
        Some(due) if due < now => Pace::Late,
        Some(due) if due < now.plus(SOON) => Pace::Soon,
        _ => Pace::Calm,
    }
}

/// When a row's next promise breaks, and the class of the cell that says so.
pub(super) fn due(w: Words, now: Moment, line: &Line, used: Option<Used>) -> (&'static str, Markup) {
    let bar = used.map(|used| used.percent);
    let calm = |words: &str| (Pace::Calm.class(), components::due(words, bar));
    if let Some(at) = line.closed_at.or(line.resolved_at) {
        return (Pace::Calm.class(), html! { b { (capital(&w.when(at, now))) } });
    }
    match (line.due.next, used) {
        (_, Some(Used { paused: true, .. })) => calm(&w.t("desk-clock-paused")),
        (Some(next), used) => {
            let words = w.due_words(next, now);
            let words = match used {
                Some(Used { answer: true, .. }) => {
                    w.with("desk-due-answer", &[("when", uncapital_time(w, &words).into())])
                }
                _ => words,
            };
            (pace(Some(next), now).class(), components::due(&words, bar))
        }
        (None, Some(_)) => calm(&w.t("desk-clock-paused")),
        (None, None) => {
            (Pace::Calm.class(), html! { span class="meta" { (w.t("desk-outcome-not-measured")) } })
        }
    }
}

/// For the middle of a line.
pub(super) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The same for a day or a time, whose name keeps its capital in English.
pub(super) fn uncapital_time(w: Words, text: &str) -> String {
    match w.lang() {
        kernel::Lang::Sv => uncapital(text),
        kernel::Lang::En => text.to_owned(),
    }
}

/// `Maria Lindqvist, Bergeskolan`; of a protected identity the alias alone.
pub(super) fn who_and_where(w: Words, who: &Who) -> String {
    let name = if who.name.is_empty() { w.t("desk-author-unknown") } else { who.name.clone() };
    match &who.unit_name {
        Some(unit) => format!("{name}, {unit}"),
        None => name,
    }
}

/// `Maria`; the whole of an alias, an address or a name without a space.
pub(super) fn first_name(w: Words, who: &Who) -> String {
    if who.name.is_empty() {
        return w.t("desk-author-unknown");
    }
    if who.protected || who.person.is_none() {
        return who.name.clone();
    }
    who.name.split_whitespace().next().unwrap_or(&who.name).to_owned()
}
