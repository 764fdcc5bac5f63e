//! What quick registration reads out of its form, and the one operation that it calls.

use kernel::{Id, Refusal};
use texts::Words;
use web::{Ask, Form};

use crate::message::Note;
use crate::ticket::{
    self, Asker, Clues, Create, FollowUp, Kind, Level, Ref, Register, Source, Then, Ticket, title_of,
};

/// How much and how soon, as one choice: the five that calls are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weight {
    pub impact: Level,
    pub urgency: Level,
}

pub(super) const fn weights() -> [Weight; 5] {
    const fn weight(impact: Level, urgency: Level) -> Weight {
        Weight { impact, urgency }
    }
    [
        weight(Level::High, Level::High),
        weight(Level::High, Level::Medium),
        weight(Level::Medium, Level::High),
        weight(Level::Medium, Level::Medium),
        weight(Level::Low, Level::Medium),
    ]
}

impl Weight {
    pub(super) const fn code(self) -> &'static str {
        match (self.impact, self.urgency) {
            (Level::High, Level::High) => "high.high",
            (Level::High, _) => "high.medium",
            (Level::Medium, Level::High) => "medium.high",
            (Level::Low, _) => "low.medium",
            (Level::Medium, _) => "medium.medium",
        }
    }

    fn parse(code: &str) -> Self {
        let known = weights().into_iter().find(|weight| weight.code() == code);
        known.unwrap_or(Self { impact: Level::Medium, urgency: Level::Medium })
    }

    /// The reason behind the priority.
    pub(super) const fn key(self) -> &'static str {
        match (self.impact, self.urgency) {
            (Level::High, Level::High) => "desk-weight-many-soon",
            (Level::High, _) => "desk-weight-many",
            (Level::Medium, Level::High) => "desk-weight-one-soon",
            (Level::Low, _) => "desk-weight-can-wait",
            (Level::Medium, _) => "desk-weight-one",
        }
    }
}

/// Beginnings of words that say how much, how soon, and that something is wanted: in the language that the desk writes.
pub(super) fn clues(w: Words) -> Clues {
    Clues { many: w.t("desk-clues-many"), soon: w.t("desk-clues-soon"), wish: w.t("desk-clues-wish") }
}

/// The open ticket that the call is about; none for something new.
pub(super) fn about_of(form: &Form) -> Option<i64> {
    form.raw("about").parse().ok()
}

pub(super) async fn save(ask: &Ask, form: &Form) -> Result<Ticket, Refusal> {
    let solved = form.raw("then") == "solved";
    let helped = || Note::new(Id::new(), ask.words().t("desk-quick-solved-message"));
    if let Some(number) = about_of(form) {
        let note = Note::new(form.id("id").unwrap_or_default(), form.text("text"));
        let input = FollowUp { number, note, solved: solved.then(helped) };
        return ask.write(move |tx, actor, now| ticket::follow_up(tx, actor, now, &input)).await;
    }
    let then = if solved { Then::Solved(helped()) } else { Then::Work };
    let input = Register { ticket: create(form)?, then };
    ask.write(move |tx, actor, now| ticket::register(tx, actor, now, &input)).await
}

fn create(form: &Form) -> Result<Create, Refusal> {
    let text = form.text("text");
    let asker = match form.id("requester") {
        Some(id) => Asker::Person(Ref::Id(id)),
        None => Asker::Typed(form.text("requester_text")),
    };
    let mut missing = Vec::new();
    if asker == Asker::Typed(String::new()) {
        missing.push(Refusal::invalid("requester", "desk-quick-who-missing"));
    }
    if text.is_empty() {
        missing.push(Refusal::invalid("text", "desk-quick-what-missing"));
    }
    Refusal::all(missing)?;
    let weight = Weight::parse(form.raw("weight"));
    let kind = Kind::parse(form.raw("kind")).unwrap_or(Kind::Incident);
    Ok(Create {
        impact: weight.impact,
        urgency: weight.urgency,
        asker: Some(asker),
        service: form.maybe("service").map(|by| Ref::parse(&by)),
        // A form that went off before the guess came, or without script, is guessed about now.
        guess: !form.has("service") || form.raw("service").is_empty(),
        device: form.maybe("device").map(|by| Ref::parse(&by)),
        again: true,
        description: text.clone(),
        ..Create::new(form.id("id").unwrap_or_default(), kind, title_of(&text), Source::Phone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_reads_back() {
        for weight in weights() {
            assert_eq!(Weight::parse(weight.code()), weight);
        }
        assert_eq!(Weight::parse("").code(), "medium.medium");
    }
}
