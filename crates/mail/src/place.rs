//! Where a page of the log ends: a moment and an id, as one word.

use kernel::{Id, Moment, Refusal};

pub(crate) fn write(at: Moment, id: Id) -> String {
    format!("{}.{id}", at.0)
}

pub(crate) fn read(text: &str) -> Result<(Moment, Id), Refusal> {
    let parts = text.split_once('.').and_then(|(at, id)| Some((Moment(at.parse().ok()?), id.parse().ok()?)));
    parts.ok_or(Refusal::invalid("after", "mail-place-unknown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back() {
        let (at, id) = (Moment(17), Id::seeded(1, 2));
        assert_eq!(read(&write(at, id)), Ok((at, id)));
        for text in ["", "17", "17.", "x.y"] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}
