//! How much is too much: a ticket that is written in ten times in ten minutes must not fill a mailbox, and two
//! machines that answer each other must come to rest.

use kernel::Moment;

/// At most so many notices a ticket and recipient …
pub(crate) const MOST: i64 = 10;
/// … in so long.
pub(crate) const WITHIN: i64 = 10 * Moment::MINUTE;

/// At most so many receipts an hour to an address that we cannot vouch for: whoever forges a sender shall not
/// make us write to them all night.
pub(crate) const MOST_RECEIPTS: i64 = 5;
pub(crate) const RECEIPTS_WITHIN: i64 = Moment::HOUR;

/// What becomes of one more notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    Queue,
    Hold,
}

pub(crate) const fn pace(lately: i64) -> Pace {
    if lately < MOST { Pace::Queue } else { Pace::Hold }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_is_held() {
        assert_eq!([0, 9, 10, 11].map(pace), [Pace::Queue, Pace::Queue, Pace::Hold, Pace::Hold]);
    }
}
