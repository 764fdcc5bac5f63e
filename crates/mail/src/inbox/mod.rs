//! Mail that came in: taken by one operation, kept as it came, with what became of it.
//!
//! - [`Received`] is a mail at the door; [`receive`] files it, makes a ticket of it or adds it to one: [`Outcome`]
//! - `pointers` looks up which tickets a mail points at, for [`crate::inbound::thread`] to decide
//! - [`Incoming`] is its row in the log; [`list`], [`show`] read it, `page` shows it

mod export;
pub(crate) mod list;
pub(crate) mod page;
mod pointers;
mod receive;
pub(crate) mod store;
mod ticket;

use kernel::{Id, Moment};

use crate::inbound::thread::Rule;
use crate::inbound::{InboundMail, SIZE_LIMIT, parse};

pub use list::{Question, Shown, list, show};
pub use receive::receive;

/// A mail at the door, read once: the operation may run again and must find the same ids.
#[derive(Clone, Debug)]
pub struct Received {
    /// The row in the log, and the ticket or message that it becomes.
    pub id: Id,
    pub subject_id: Id,
    /// One for each attachment that is kept.
    pub files: Vec<Id>,
    pub raw: Vec<u8>,
    /// None when the mail is larger than the limit: then it is not read.
    pub mail: Option<InboundMail>,
}

impl Received {
    pub fn read(raw: Vec<u8>) -> Self {
        let mail = (raw.len() <= SIZE_LIMIT).then(|| parse(&raw));
        let files = mail.iter().flat_map(|mail| &mail.attachments).map(|_| Id::new()).collect();
        Self { id: Id::new(), subject_id: Id::new(), files, raw, mail }
    }
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// A new ticket.
    Created,
    /// A message on a ticket.
    Appended,
    /// Kept, and nothing else.
    Filed,
    /// Larger than the limit; not kept.
    Refused,
}

impl Fate {
    pub const ALL: [Self; 4] = [Self::Created, Self::Appended, Self::Filed, Self::Refused];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Appended => "appended",
            Self::Filed => "filed",
            Self::Refused => "refused",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.code() == code)
    }

    /// The text that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Created => "mail-fate-created",
            Self::Appended => "mail-fate-appended",
            Self::Filed => "mail-fate-filed",
            Self::Refused => "mail-fate-refused",
        }
    }
}

/// What [`receive`] answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub fate: Fate,
    pub ticket: Option<i64>,
    /// None when the mail was refused.
    pub rule: Option<Rule>,
}

/// A mail in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    pub id: Id,
    pub message_id: String,
    /// The mail with the same Message-ID that came before it.
    pub first: Option<Id>,
    pub sha256: String,
    pub received_at: Moment,
    pub bytes: i64,
    /// The person of the register whose address the sender gave. It proves nothing.
    pub person: Option<Id>,
    pub from_mail: Option<String>,
    pub from_name: Option<String>,
    pub subject: String,
    pub fate: Fate,
    /// As a code.
    pub rule: Option<String>,
    pub ticket: Option<i64>,
    /// What gave a machine away, as a code.
    pub sign: Option<String>,
    /// What was wrong with it, as codes.
    pub flaws: Vec<String>,
}
