//! `/logga-in` and `/logga-ut`.

mod cookie;
mod door;

pub(crate) use cookie::{fresh, signed_in, signed_out};
pub(crate) use door::{show, sign_out, submit};
