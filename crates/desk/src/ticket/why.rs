use db::Tx;
use kernel::{Actor, Moment, Refusal};
use service_level::subject::{self, Explanation};

use super::change::read_one;
use super::{Ticket, View};

/// A ticket, and why it is due when it is; none when nothing was promised. For those who work with it.
pub fn why(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    number: i64,
) -> Result<(Ticket, Option<Explanation>), Refusal> {
    let (ticket, view) = read_one(tx, actor, number)?;
    if view != View::Work {
        return Err(Refusal::forbidden("no-permission"));
    }
    let explanation = subject::explain(tx, ticket.id, now)?;
    Ok((ticket, explanation))
}
