//! How long to wait after wrong passwords: nothing for the first few, then twice as long each time (pure).

use kernel::Moment;

/// What is counted: tries at one account, or tries from one address (a town hall has one for many people).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Account,
    Address,
}

/// The wrong tries so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries {
    pub failures: i64,
    pub tried_at: Moment,
    pub free_at: Moment,
}

const FIRST_WAIT: i64 = 10 * Moment::SECOND;
const LONGEST_WAIT: i64 = 15 * Moment::MINUTE;

impl By {
    /// So many wrong tries cost no wait.
    const fn free(self) -> i64 {
        match self {
            Self::Account => 5,
            Self::Address => 30,
        }
    }

    /// After so long without a try, all is forgotten.
    const fn forgotten_after(self) -> i64 {
        match self {
            Self::Account => 6 * Moment::HOUR,
            Self::Address => Moment::HOUR,
        }
    }
}

/// How many microseconds are left to wait; none when a try may be made.
pub fn left(tries: Option<Tries>, now: Moment) -> Option<i64> {
    tries.map(|tries| tries.free_at.0 - now.0).filter(|left| *left > 0)
}

/// The count after one more wrong try.
pub fn after_failure(by: By, before: Option<Tries>, now: Moment) -> Tries {
    let remembered = before.filter(|tries| now.0 - tries.tried_at.0 < by.forgotten_after());
    let failures = remembered.map_or(0, |tries| tries.failures) + 1;
    let over = failures - by.free();
    let wait = if over <= 0 {
        0
    } else {
        let doublings = u32::try_from(over - 1).unwrap_or(u32::MAX).min(20);
        (FIRST_WAIT << doublings).min(LONGEST_WAIT)
    };
    Tries { failures, tried_at: now, free_at: now.plus(wait) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_stops_growing() {
        let mut tries = None;
        let mut now = Moment(0);
        let mut waits = Vec::new();
        for _ in 0..14 {
            let after = after_failure(By::Account, tries, now);
            waits.push((after.free_at.0 - now.0) / Moment::SECOND);
            now = after.free_at;
            assert_eq!(left(Some(after), now), None, "free when the wait is over");
            tries = Some(after);
        }
        assert_eq!(waits, [0, 0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    }

    #[test]
    fn old_mistakes_are_forgotten() {
        let many = Tries { failures: 40, tried_at: Moment(0), free_at: Moment(0) };
        assert_eq!(after_failure(By::Account, Some(many), Moment(6 * Moment::HOUR)).failures, 1);
        assert_eq!(after_failure(By::Account, Some(many), Moment(6 * Moment::HOUR - 1)).failures, 41);
        assert_eq!(after_failure(By::Address, Some(many), Moment(Moment::HOUR)).failures, 1);
    }

    #[test]
    fn a_town_hall_behind_one_address_gets_more_tries() {
        let some = Tries { failures: 20, tried_at: Moment(0), free_at: Moment(0) };
        assert_eq!(left(Some(after_failure(By::Address, Some(some), Moment(1))), Moment(1)), None);
        assert!(left(Some(after_failure(By::Account, Some(some), Moment(1))), Moment(1)).is_some());
    }
}
