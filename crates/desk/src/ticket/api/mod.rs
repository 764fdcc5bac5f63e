//! Tickets by REST.
//!
//! - `shape`: what goes in and out; - `read`: one, many, all as a file, what happened
//! - `write`: create and edit; `act`: the nouns under a ticket (assignment, hold, resolution, closure, messages …)

mod act;
mod door;
mod read;
pub mod shape;
mod write;

pub use act::{
    add_message, add_note, assign, close, follow, hold, link, reopen, resolve, resume, undo, unfollow, unlink,
};
pub(crate) use door::number;
pub use read::{export, history, list, messages, show};
pub use write::{create, edit};
