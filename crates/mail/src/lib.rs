//! Mail in and out: a real e-mail becomes a ticket or a message on the one that it answers; what the desk says goes out.
//!
//! - [`inbound`] reads a mail of any make, says whether a machine wrote it, and which ticket it belongs to
//!
//! A sender address proves nothing: mail never approves anything and is never answered with what the desk knows.

pub mod inbound;
