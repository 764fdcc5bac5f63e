use db::{DbError, Tx};
use kernel::Moment;

use super::{IDLE, store};

/// Why a browser that had a session has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Eight hours without use.
    Idle,
    /// Seven days in all.
    Week,
    /// Ended by its owner elsewhere, by an administrator, or by changed rights.
    Closed,
}

/// Why the session with this hash is over; none while it is open.
pub fn why_ended(tx: &mut Tx<'_>, now: Moment, hash: &[u8; 32]) -> Result<Option<Ended>, DbError> {
    Ok(match store::times(tx, hash)? {
        None => Some(Ended::Closed),
        Some((_, ends_at)) if ends_at <= now => Some(Ended::Week),
        Some((used_at, _)) if used_at.plus(IDLE) <= now => Some(Ended::Idle),
        Some(_) => None,
    })
}
