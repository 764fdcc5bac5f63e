//! The alias of a protected identity. Pure.

use kernel::Id;

/// Without letters and digits that are read as one another.
const LETTERS: &[u8] = b"ACEFHJKLMNPRTVXY";
const DIGITS: &[u8] = b"2346789";

/// `K7-M4`: says nothing about the person, is easy to say on the phone, and is the same each time.
pub fn alias_of(id: Id) -> String {
    let tail = id.as_bytes().iter().skip(8).fold(0_u64, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    // Spread, so that ids made from small numbers do not give aliases in a row.
    let mut rest = tail.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16;
    let mut sign = |of: &[u8]| {
        let at = usize::try_from(rest % of.len() as u64).unwrap_or(0);
        rest /= of.len() as u64;
        of.get(at).map_or('X', |byte| char::from(*byte))
    };
    [sign(LETTERS), sign(DIGITS), '-', sign(LETTERS), sign(DIGITS)].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_short_and_stays_the_same() {
        let one = alias_of(Id::seeded(1, 7));
        assert_eq!(one, alias_of(Id::seeded(1, 7)));
        assert_ne!(one, alias_of(Id::seeded(1, 8)));
        assert_eq!(one.len(), 5);
    }
}
