//! The log of what everybody did: one line for every change, added in the transaction that made it.
//!
//! - [`audit`] adds a line; [`list`] reads them

pub(crate) mod api;
pub mod list;
pub(crate) mod page;
mod store;

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::Value;

/// Adds a line. `act` is `slice.noun.verb` in the past of the business (`desk.ticket.assign`), `subject` the row that
/// it is about, `detail` ids and codes: no texts that people wrote, no secrets.
pub fn audit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    act: &'static str,
    subject: Id,
    detail: Value,
) -> Result<(), Refusal> {
    store::insert(tx, actor, now, act, subject, &detail)?;
    Ok(())
}
