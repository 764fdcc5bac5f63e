use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Due, Kept, store};

/// Notes the first response: a message to the requester, or that somebody took it. Later ones change nothing.
pub fn respond(tx: &mut Tx<'_>, subject: Id, at: Moment) -> Result<Due, Refusal> {
    let mut kept = Kept::of(tx, subject)?;
    if kept.record.responded_at.is_none() {
        let at = at.max(kept.record.started_at);
        store::set_responded(tx, subject, at)?;
        kept.record.responded_at = Some(at);
    }
    Ok(kept.due())
}
