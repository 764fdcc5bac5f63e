use db::Tx;
use jobs::{Report, Trouble};
use kernel::Moment;

use super::store;
use crate::password::store as links;

/// Ended sessions are kept a while, so that the sign-in page can say why somebody was signed out.
const KEPT: i64 = 7 * Moment::DAY;

/// Forgets sessions, links and counts that are over.
pub fn sweep(tx: &mut Tx<'_>, now: Moment) -> Result<Report, Trouble> {
    let before = now.minus(KEPT);
    let gone = store::sweep(tx, before)? + links::sweep_links(tx, before)?;
    Ok(Report::of(gone, false))
}
