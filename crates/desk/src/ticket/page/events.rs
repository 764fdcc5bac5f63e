//! What was done, as a sentence: `Johan Åström tog ärendet och höjde prioriteten till Hög.`

use kernel::Id;
use maud::{Markup, html};
use serde_json::Value;
use service_level::words::priority_key;
use texts::Words;
use web::Ask;
use web::page::Icon;

use super::words::{kind_key, outcome_key, stage_key};
use crate::ticket::{Act, Entry, Event, Kind, Outcome, Shown, Stage};

/// The sentence and its shape; none when the act says nothing.
pub(super) fn line(ask: &Ask, shown: &Shown, entry: &Entry, events: &[Event]) -> Option<(Icon, Markup)> {
    let w = ask.words();
    let teller = Teller { w, shown, by: entry.by.person, events };
    let said: Vec<String> = events.iter().filter_map(|event| teller.phrase(event)).collect();
    let shape = events.iter().map(|event| shape(event.act)).next()?;
    let name = match (entry.by.person, entry.by.name.as_str()) {
        // What was done at another desk, that desk did.
        (None, name) if is_origin(shown, name) => name.to_owned(),
        // Acts by the clock are the house's own.
        (None, _) | (_, "") => w.t("web-product"),
        (Some(_), name) => name.to_owned(),
    };
    (!said.is_empty()).then(|| (shape, html! { b { (name) } " " (w.list(&said)) "." }))
}

fn is_origin(shown: &Shown, name: &str) -> bool {
    let origin = shown.behind.as_ref().and_then(|behind| behind.origin.as_ref());
    origin.is_some_and(|origin| origin.source == name)
}

const fn shape(act: Act) -> Icon {
    match act {
        Act::Stage | Act::Outcome => Icon::Change,
        Act::Group | Act::Assignee | Act::Followed | Act::Unfollowed => Icon::Person,
        Act::Linked | Act::Unlinked => Icon::Link,
        Act::Undone => Icon::Undo,
        Act::Device => Icon::Device,
        Act::Title | Act::Kind | Act::Priority | Act::Service | Act::Requester => Icon::Edit,
    }
}

struct Teller<'a> {
    w: Words,
    shown: &'a Shown,
    by: Option<Id>,
    events: &'a [Event],
}

impl Teller<'_> {
    fn phrase(&self, event: &Event) -> Option<String> {
        let w = self.w;
        Some(match event.act {
            Act::Stage => self.moved(event)?,
            Act::Assignee => self.given(event)?,
            Act::Group if event.was.is_null() => {
                w.with("desk-did-begin-with", &[("group", self.name(&event.became)?.into())])
            }
            Act::Group => w.with("desk-did-group", &[("group", self.name(&event.became)?.into())]),
            Act::Priority => self.prioritised(event)?,
            Act::Title => w.t("desk-did-title"),
            Act::Kind => {
                let kind = event.became.as_str().and_then(Kind::parse)?;
                w.with("desk-did-kind", &[("kind", w.t(kind_key(kind)).to_lowercase().into())])
            }
            Act::Service => self.set_or_cleared(event, "desk-did-service", "desk-did-service-none"),
            Act::Device => self.set_or_cleared(event, "desk-did-device", "desk-did-device-none"),
            Act::Requester => self.set_or_cleared(event, "desk-did-requester", "desk-did-requester-other"),
            Act::Outcome => {
                let outcome = event.became.as_str().and_then(Outcome::parse)?;
                w.with("desk-did-outcome", &[("outcome", w.t(outcome_key(outcome)).to_lowercase().into())])
            }
            Act::Linked => w.with("desk-did-link", &[("other", other(&event.became)?.into())]),
            Act::Unlinked => w.with("desk-did-unlink", &[("other", other(&event.was)?.into())]),
            Act::Undone => w.t("desk-did-undo"),
            Act::Followed | Act::Unfollowed => return None,
        })
    }

    fn moved(&self, event: &Event) -> Option<String> {
        let w = self.w;
        let now = event.stage()?;
        let was = event.was.get("stage").and_then(Value::as_str).unwrap_or_default();
        Some(match (was, now) {
            (_, Stage::Resolved) => w.t("desk-did-resolve"),
            (_, Stage::Closed) => w.t("desk-did-close"),
            ("resolved" | "closed", _) => w.t("desk-did-reopen"),
            ("waiting" | "with_supplier", Stage::InProgress) => w.t("desk-did-resume"),
            (_, Stage::WithSupplier) => w.t("desk-did-supplier"),
            // Taking it says that work has begun.
            (_, Stage::InProgress) if self.takes() => return None,
            (_, Stage::Waiting(_)) => {
                w.with("desk-did-hold", &[("stage", w.t(stage_key(now)).to_lowercase().into())])
            }
            _ => w.with("desk-did-stage", &[("stage", w.t(stage_key(now)).into())]),
        })
    }

    /// In this act somebody gives it to themselves.
    fn takes(&self) -> bool {
        self.by.is_some()
            && self.events.iter().any(|event| event.act == Act::Assignee && id(&event.became) == self.by)
    }

    fn given(&self, event: &Event) -> Option<String> {
        let w = self.w;
        let solves = self.events.iter().any(|event| event.stage() == Some(Stage::Resolved));
        match id(&event.became) {
            None if event.became.is_object() => {
                Some(w.with("desk-did-assign", &[("name", self.name(&event.became)?.into())]))
            }
            None => Some(w.t("desk-did-unassign")),
            // Who solves it has it.
            to if to == self.by => (!solves).then(|| w.t("desk-did-take")),
            Some(_) => Some(w.with("desk-did-assign", &[("name", self.name(&event.became)?.into())])),
        }
    }

    fn prioritised(&self, event: &Event) -> Option<String> {
        let w = self.w;
        let of =
            |value: &Value| value.get("priority").and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok());
        let (was, now) = (of(&event.was)?, of(&event.became)?);
        let key = match now.cmp(&was) {
            std::cmp::Ordering::Less => "desk-did-raise",
            std::cmp::Ordering::Greater => "desk-did-lower",
            std::cmp::Ordering::Equal => return Some(w.t("desk-did-weigh")),
        };
        Some(w.with(key, &[("priority", w.t(priority_key(now)).into())]))
    }

    fn set_or_cleared(&self, event: &Event, set: &str, cleared: &str) -> String {
        match self.name(&event.became) {
            Some(name) => self.w.with(set, &[("name", name.into())]),
            None => self.w.t(cleared),
        }
    }

    /// By id, or as another desk called them.
    fn name<'v>(&'v self, value: &'v Value) -> Option<&'v str> {
        if let Some(name) = value.get("name") {
            return name.as_str();
        }
        let named = &self.shown.behind.as_ref()?.named;
        named.get(&id(value)?).map(String::as_str).filter(|name| !name.is_empty())
    }
}

fn id(value: &Value) -> Option<Id> {
    value.as_str()?.parse().ok()
}

fn other(value: &Value) -> Option<String> {
    value.get("other").and_then(Value::as_i64).map(|number| number.to_string())
}
