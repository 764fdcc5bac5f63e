//! `/logga-in`, `/logga-ut` and `/`.

mod cookie;
mod door;

pub(crate) use cookie::{fresh, signed_in, signed_out};
pub(crate) use door::{home, show, sign_out, submit};
