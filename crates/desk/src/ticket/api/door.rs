//! What every address under a ticket reads: its number, and the version that the caller has seen.

use axum::http::{HeaderMap, header};
use kernel::Refusal;
use web::api;

/// Anything but a number is a ticket that does not exist.
pub(crate) fn number(path: &str) -> Result<i64, Refusal> {
    path.parse().map_err(|_| Refusal::not_found("desk-ticket-unknown"))
}

/// The version in `If-Match`, where the caller gave one. Only an edit needs it.
pub(crate) fn seen(headers: &HeaderMap) -> Result<Option<i64>, Refusal> {
    if headers.contains_key(header::IF_MATCH) { api::if_match(headers).map(Some) } else { Ok(None) }
}
