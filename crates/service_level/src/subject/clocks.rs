use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Clocks, Kept, deadline};
use crate::promise::PromiseVersion;

/// Both clocks of a subject as they stand at a moment.
pub fn clocks(tx: &mut Tx<'_>, subject: Id, now: Moment) -> Result<Clocks, Refusal> {
    let kept = Kept::of(tx, subject)?;
    let rule = kept.rule();
    Ok(Clocks {
        response: rule.map(|rule| deadline::response(&kept.record, rule, now)),
        resolution: rule.map(|rule| deadline::resolution(&kept.record, rule, now)),
        promise: kept.version.as_deref().map(PromiseVersion::named),
        priority: kept.record.priority,
    })
}
