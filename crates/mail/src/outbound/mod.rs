//! Mail out, from a notice to bytes, in reading order:
//!
//! - `letter`, `letter_page`: what a notice says in the reader's language, as text and as HTML
//! - `envelope`: the mail around it: our own Message-ID, the thread, the marks of a machine
//! - `attempts`: when it is sent again, and when it is given up (pure)
//! - `smtp`: hands it to the mail server

pub(crate) mod attempts;
pub(crate) mod envelope;
pub(crate) mod letter;
mod letter_page;
pub(crate) mod smtp;
