//! What was done to a ticket, as codes and ids (pure): the timeline and the audit say it in words.

use serde_json::Value;

use super::codes;

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
}
