//! What holds of every calendar, instant and stretch of open time.

use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use service_level::calendar::{Calendar, due, elapsed};

use crate::calendar;
use crate::shapes::Shape;

const NANO: SignedDuration = SignedDuration::from_nanos(1);

/// Instants of 2019 to 2028, not on whole minutes.
fn instants() -> impl Strategy<Value = Timestamp> {
    (1_546_300_800_000_000_000_i128..1_861_920_000_000_000_000)
        .prop_map(|nanos| Timestamp::from_nanosecond(nanos).expect("an instant"))
}

fn open_time() -> impl Strategy<Value = SignedDuration> {
    (1_i64..20_000_000_000_000).prop_map(SignedDuration::from_nanos)
}

fn any_calendar(seed: u64) -> Calendar {
    calendar(&Shape::any(&mut Rng::with_seed(seed)).toml())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn due_and_elapsed_are_each_others_inverse(seed: u64, start in instants(), open in open_time()) {
        let calendar = any_calendar(seed);
        let due = due(&calendar, start, open).expect("due");
        prop_assert_eq!(elapsed(&calendar, start, due), Ok(open));
        // The earliest such instant: a nanosecond before, that much had not passed.
        prop_assert_eq!(elapsed(&calendar, start, due - NANO), Ok(open - NANO));
    }

    #[test]
    fn later_starts_and_longer_goals_are_never_due_earlier(
        seed: u64, starts in [instants(), instants()], opens in [open_time(), open_time()]
    ) {
        let calendar = any_calendar(seed);
        let ([mut early, mut late], [mut short, mut long]) = (starts, opens);
        if early > late { std::mem::swap(&mut early, &mut late); }
        if short > long { std::mem::swap(&mut short, &mut long); }
        let due = |start, open| due(&calendar, start, open).expect("due");
        prop_assert!(due(early, short) <= due(late, short));
        prop_assert!(due(early, short) <= due(early, long));
        prop_assert!((short == long) == (due(early, short) == due(early, long)));
    }

    #[test]
    fn stretches_add_up(seed: u64, ends in [instants(), instants(), instants()], opens in [open_time(), open_time()]) {
        let calendar = any_calendar(seed);
        let mut ends = ends;
        ends.sort_unstable();
        let [a, b, c] = ends;
        let open = |from, to| elapsed(&calendar, from, to).expect("elapsed");
        prop_assert_eq!(open(a, b) + open(b, c), open(a, c));
        prop_assert!(open(a, c) <= c.duration_since(a));
        prop_assert_eq!(open(a, a), SignedDuration::ZERO);
        let [one, two] = opens;
        let due = |start, open| due(&calendar, start, open).expect("due");
        prop_assert_eq!(due(due(a, one), two), due(a, one + two));
    }
}
