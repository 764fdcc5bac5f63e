use std::collections::HashMap;

use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Clocks, Kept, deadline, store};
use crate::promise::{self, PromiseVersion};

/// Both clocks of a subject as they stand at a moment.
pub fn clocks(tx: &mut Tx<'_>, subject: Id, now: Moment) -> Result<Clocks, Refusal> {
    Ok(read(&Kept::of(tx, subject)?, now))
}

/// The same of many subjects at once, for a page of a list. A subject whose time is not kept is left out.
pub fn clocks_of(tx: &mut Tx<'_>, subjects: &[Id], now: Moment) -> Result<HashMap<Id, Clocks>, Refusal> {
    let mut all = HashMap::with_capacity(subjects.len());
    for (subject, (version, record)) in store::records(tx, subjects)? {
        let version = version.map(|id| promise::by_id(tx, id)).transpose()?;
        all.insert(subject, read(&Kept { version, record }, now));
    }
    Ok(all)
}

fn read(kept: &Kept, now: Moment) -> Clocks {
    let rule = kept.rule();
    Clocks {
        response: rule.map(|rule| deadline::response(&kept.record, rule, now)),
        resolution: rule.map(|rule| deadline::resolution(&kept.record, rule, now)),
        promise: kept.version.as_deref().map(PromiseVersion::named),
        priority: kept.record.priority,
    }
}
