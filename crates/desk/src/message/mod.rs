//! What is said in a ticket: public messages between the desk and who asked, and internal notes.
//!
//! - [`write`] is what an agent does in the ticket's page, with the receiver named
//! - [`add_message`] says something that all parties read, [`add_note`] something for those who work with it
//! - [`find`] one by its id, or all [`of_ticket`]
//! - [`Note`] is the text on its way in; `answer_into`, `note_into` and `say_into` put one into a change that does more

mod add_message;
mod add_note;
mod find;
mod say;
pub(crate) mod store;
mod write;

use kernel::{Id, Moment, Refusal};

pub use add_message::{AddMessage, Speaker, add_message};
pub use add_note::{AddNote, add_note};
pub use find::{find, of_ticket};
pub(crate) use say::{answer_into, note_into, say_into};
pub use write::{To, Write, write};

use crate::ticket::{Source, codes};

/// A text on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Made at the door.
    pub id: Id,
    pub text: String,
    /// As the mail had it, already made safe; the text says the same.
    pub html: Option<String>,
    /// Files that were sent before, to go with it.
    pub files: Vec<Id>,
}

/// Who wrote, as the ticket's parties see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    Requester,
    Agent,
    /// Somebody else who takes part: a follower, a person who was on copy.
    Other,
    /// An automatic receipt; never a response.
    Machine,
}

codes!(Author: Requester "requester", Agent "agent", Other "other", Machine "machine");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: Id,
    pub ticket: i64,
    /// The ticket's version when it was said.
    pub version: i64,
    pub internal: bool,
    pub author: Author,
    pub person: Option<Id>,
    /// Names a writer who is no person of ours.
    pub label: Option<String>,
    pub source: Source,
    pub at: Moment,
    pub text: String,
    pub html: Option<String>,
}

/// In signs. A whole log file belongs in an attachment.
pub const LONGEST: usize = 100_000;

impl Note {
    pub fn new(id: Id, text: impl Into<String>) -> Self {
        Self { id, text: text.into(), html: None, files: Vec::new() }
    }

    pub(crate) fn check(&self, field: &'static str) -> Result<(), Refusal> {
        if self.text.trim().is_empty() && self.files.is_empty() {
            return Err(Refusal::invalid(field, "desk-text-missing"));
        }
        if self.text.chars().count() > LONGEST {
            return Err(Refusal::invalid(field, "desk-text-long").with("limit", LONGEST));
        }
        Ok(())
    }
}
