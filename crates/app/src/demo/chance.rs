//! Chance that repeats itself (pure): the same words and numbers give the same draws, on every machine and for ever.

/// A stream of draws (SplitMix64). Named streams are independent, so that a new draw in one place moves nothing elsewhere.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream with this name and number.
    pub fn of(name: &str, number: u64) -> Self {
        let start = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut chance = Self(start ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        chance.next();
        chance
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from `first` to `last`, both among them.
    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        let span = u64::try_from(last.saturating_sub(first)).unwrap_or(0).saturating_add(1);
        first.saturating_add(i64::try_from(self.below(span)).unwrap_or(0))
    }

    /// True in so many cases of a hundred.
    pub fn percent(&mut self, cases: u64) -> bool {
        self.below(100) < cases
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let length = u64::try_from(of.len()).unwrap_or(0);
        of.get(usize::try_from(self.below(length)).unwrap_or(0))
    }

    /// One of them, each as likely as its weight; none when no weight is above 0.
    pub fn weighted<'a, T>(&mut self, of: &'a [T], weight: impl Fn(&T) -> u64) -> Option<&'a T> {
        let total: u64 = of.iter().map(&weight).sum();
        let mut left = self.below(total);
        of.iter().find(|one| match left.checked_sub(weight(one)) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        })
    }

    /// Minutes around a middle value, skewed as real work is: most shorter, some much longer.
    pub fn minutes_around(&mut self, middle: i64) -> i64 {
        // The product of two even draws is skewed enough, and needs no floating point.
        let (a, b) = (self.between(25, 150), self.between(30, 190));
        (middle.saturating_mul(a).saturating_mul(b) / 10_000).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_draws() {
        let draws = |name: &str| {
            let mut chance = Chance::of(name, 7);
            (0..5).map(|_| chance.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(draws("people"), draws("people"));
        assert_ne!(draws("people"), draws("devices"));
    }

    #[test]
    fn draws_stay_inside_and_follow_their_weights() {
        let mut chance = Chance::of("weights", 1);
        let mut seen = [0; 2];
        for _ in 0..10_000 {
            assert!((3..=9).contains(&chance.between(3, 9)));
            let one = chance.weighted(&[(0_usize, 90_u64), (1, 10)], |one| one.1).expect("one of two");
            seen[one.0] += 1;
        }
        assert!((800..1_200).contains(&seen[1]), "{seen:?}");
        assert_eq!(chance.pick::<u8>(&[]), None);
        assert_eq!(chance.weighted(&[(0_usize, 0_u64)], |one| one.1), None);
    }
}
