use serde::Serialize;
use serde_json::Value;

use crate::{Id, Moment};

/// Something that happened, told to whoever listens. Named in the past tense: `desk.ticket_resolved`.
///
/// Recorded in the transaction that made it true, delivered afterwards, in order, once to each listener.
/// It carries ids and codes, never names, texts or addresses: a listener asks the owner for those.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    pub name: &'static str,
    /// The row that it is about.
    pub subject: Id,
    pub at: Moment,
    pub data: Value,
}
