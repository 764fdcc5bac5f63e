//! What a ticket's stage means to who asked, in their words.

use maud::Markup;
use texts::Words;
use web::page::components::status;

use crate::ticket::page::words::mark;
use crate::ticket::{Line, Reason, Stage};

pub fn waits_for_requester(line: &Line) -> bool {
    line.stage == Stage::Waiting(Reason::User)
}

pub(super) const fn key(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "desk-mine-new",
        Stage::InProgress => "desk-mine-in-progress",
        Stage::Waiting(Reason::User) => "desk-mine-waiting-user",
        Stage::Waiting(Reason::Manager) => "desk-mine-waiting-manager",
        Stage::Waiting(Reason::Delivery) => "desk-mine-waiting-delivery",
        Stage::Waiting(Reason::PlannedChange) => "desk-mine-waiting-change",
        Stage::WithSupplier => "desk-mine-with-supplier",
        Stage::Resolved => "desk-mine-resolved",
        Stage::Closed => "desk-mine-closed",
    }
}

/// Shape and words, as a list shows them.
pub(super) fn stage(w: Words, stage: Stage) -> Markup {
    status(mark(stage), &w.t(key(stage)))
}
