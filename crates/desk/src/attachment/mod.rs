//! Files. They live in the database in pieces, so that one backup holds them and every node serves them.
//!
//! - [`begin`] says what comes, [`append`] sends the next piece, [`finish`] closes it; [`keep`] does all three at once
//! - [`claim`] ties it to the ticket or message that it came with; what nobody claims within a day goes
//! - [`attach`] puts files in a ticket without a message
//! - [`read`] says what it is, [`piece`] gives it out again
//!
//! A file is sent before its message, so that a large one never holds up the writer, and a form that is shown
//! again keeps it. Its name is shown, never believed: it is served as a download, whatever it says that it is.

pub mod api;
mod attach;
mod claim;
mod keep;
mod limit;
mod read;
mod store;
mod upload;

use kernel::{Id, Moment};

pub use attach::{Attach, attach};
pub(crate) use claim::{claim, forget_unclaimed};
pub use keep::{Keep, keep};
pub use limit::{AGENT_BYTES, PORTAL_BYTES, limit_for};
pub use read::{PIECE, list, own, piece, read};
pub(crate) use store::of_ticket;
pub use upload::{Begin, append, begin, finish, sha256_of};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: Id,
    pub ticket: Option<i64>,
    pub message: Option<Id>,
    pub internal: bool,
    pub name: String,
    pub content_type: String,
    pub bytes: i64,
    pub sha256: Option<String>,
    pub complete: bool,
    pub at: Moment,
    /// Who sent it.
    pub account: Option<Id>,
}
