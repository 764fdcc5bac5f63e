//! What a ticket has to do with another: it duplicates it, is caused by it, or relates to it.

mod connect;
mod store;

use db::Tx;
use kernel::{Actor, Moment, Refusal};

pub use connect::{Connect, link, unlink};
pub(crate) use store::insert_many;

use crate::ticket::{Line, Scope, codes, lines_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    Duplicates,
    CausedBy,
    RelatesTo,
}

codes!(LinkKind: Duplicates "duplicates", CausedBy "caused_by", RelatesTo "relates_to");

/// A link as one of its two tickets shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    pub kind: LinkKind,
    /// The other ticket points at this one: it duplicates this, is caused by this.
    pub back: bool,
    pub line: Line,
}

/// The links of a ticket to those others that the reader may see.
pub(crate) fn of_ticket(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    number: i64,
) -> Result<Vec<Linked>, Refusal> {
    let ends = store::of_ticket(tx, number)?;
    let numbers: Vec<i64> = ends.iter().map(|end| end.other).collect();
    let mut lines = lines_of(tx, actor, &Scope::of(actor), now, &numbers)?;
    let linked = ends.into_iter().filter_map(|end| {
        let at = lines.iter().position(|line| line.number == end.other)?;
        Some(Linked { kind: end.kind, back: end.back, line: lines.swap_remove(at) })
    });
    Ok(linked.collect())
}
