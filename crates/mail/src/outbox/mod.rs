//! Our own mail: written when a notice is made, kept, and sent by a job.
//!
//! - [`Outgoing`] is one mail, [`State`] how far it has come
//! - `post` hears of a notice and writes its mail; [`send_due`] sends what is due; [`send_again`] wakes a dead letter
//! - [`list`], [`show`] are the log of it, `page` shows it

mod export;
pub(crate) mod list;
pub(crate) mod page;
pub(crate) mod post;
pub(crate) mod send;
mod send_again;
pub(crate) mod store;

use kernel::{Id, Moment};

pub use list::{Question, list, show};
pub use send::send_due;
pub use send_again::{SendAgain, send_again};

/// How far a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Queued,
    Sent,
    /// Given up.
    Dead,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Queued, Self::Sent, Self::Dead];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Dead => "dead",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The text that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Queued => "mail-state-queued",
            Self::Sent => "mail-state-sent",
            Self::Dead => "mail-state-dead",
        }
    }
}

/// One mail of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub id: Id,
    pub notice: Id,
    pub ticket: i64,
    pub kind: notifications::Kind,
    pub person: Option<Id>,
    pub to_mail: String,
    pub to_name: Option<String>,
    pub lang: kernel::Lang,
    pub subject: String,
    /// Without brackets.
    pub message_id: String,
    pub in_reply_to: Option<String>,
    /// The Message-IDs before it, the oldest first.
    pub thread: Vec<String>,
    pub text: String,
    pub html: String,
    pub critical: bool,
    pub state: State,
    pub attempts: i64,
    pub made_at: Moment,
    /// Not to be sent before.
    pub next_at: Moment,
    pub sent_at: Option<Moment>,
    /// Why the last attempt failed.
    pub fault: Option<String>,
}
