use db::Tx;
use kernel::{Id, Moment, Refusal};

use super::{Due, Interval, Kept, State, store};

/// Lets the subject enter a state. The one it is in already changes nothing; a moment before the last change
/// counts as that change, for clocks of nodes differ.
pub fn enter(tx: &mut Tx<'_>, subject: Id, at: Moment, state: State) -> Result<Due, Refusal> {
    let mut kept = Kept::of(tx, subject)?;
    if kept.record.state() != state {
        let at = at.max(kept.record.since());
        let nth = kept.record.intervals.len();
        store::end_interval(tx, subject, at)?;
        let next = Interval { state, from: at, to: None };
        store::insert_interval(tx, subject, nth, next)?;
        if let Some(last) = kept.record.intervals.last_mut() {
            last.to = Some(at);
        }
        kept.record.intervals.push(next);
    }
    Ok(kept.due())
}
