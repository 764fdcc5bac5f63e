//! What was done to a ticket, as codes and ids (pure): the timeline and the audit say it in words.

use kernel::Id;
use serde_json::Value;

use super::{Stage, codes};

/// One thing that an act changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub act: Act,
    pub was: Value,
    pub became: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    Title,
    Kind,
    Priority,
    Service,
    Device,
    Requester,
    Group,
    Assignee,
    Stage,
    Outcome,
    Linked,
    Unlinked,
    Followed,
    Unfollowed,
    Undone,
}

codes!(Act: Title "title", Kind "kind", Priority "priority", Service "service", Device "device",
    Requester "requester", Group "group", Assignee "assignee", Stage "stage", Outcome "outcome",
    Linked "linked", Unlinked "unlinked", Followed "followed", Unfollowed "unfollowed", Undone "undone");

impl Event {
    pub fn new(act: Act, was: impl Into<Value>, became: impl Into<Value>) -> Self {
        Self { act, was: was.into(), became: became.into() }
    }

    /// The ids that it names, before and after.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        [&self.was, &self.became].into_iter().filter_map(|value| value.as_str()?.parse().ok())
    }

    /// The stage that it led to, if it moved the ticket.
    pub fn stage(&self) -> Option<Stage> {
        let said = |name: &str| self.became.get(name).and_then(Value::as_str);
        Stage::parse(said("stage").filter(|_| self.act == Act::Stage)?, said("reason"))
    }
}
