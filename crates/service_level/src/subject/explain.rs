use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::Kept;
use super::explanation::{Explanation, explanation};

/// Why the subject is due when it is; none when nothing was promised.
pub fn explain(tx: &mut Tx<'_>, subject: Id, now: Moment) -> Result<Option<Explanation>, Refusal> {
    let kept = Kept::of(tx, subject)?;
    Ok(kept.version.as_ref().map(|version| explanation(&kept.record, version, now)))
}
