//! Where words begin and end: text, chunks ("anna.berg@ljusvik.example", "LJU-20417"), groups, parts, words.
//!
//! A chunk is what stands between spaces and brackets. Joints inside it (`.` `@` `:` `/` `_` `+`) part groups;
//! hyphens inside a group part words that are also read as one: "wi-fi" is found by "wifi".

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Runs of letters, digits and joints, without joints at their ends.
pub(super) fn chunks(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_part(letter) && !is_joint(letter) && !is_hyphen(letter))
        .map(|chunk| chunk.trim_matches(|letter| is_joint(letter) || is_hyphen(letter)))
        .filter(|chunk| !chunk.is_empty())
}

pub(super) fn groups(chunk: &str) -> impl Iterator<Item = &str> {
    chunk.split(is_joint).map(|group| group.trim_matches(is_hyphen)).filter(|group| !group.is_empty())
}

/// The words of a group, between its hyphens.
pub(super) fn words(group: &str) -> impl Iterator<Item = &str> {
    group.split(is_hyphen).filter(|part| !part.is_empty()).flat_map(|part| {
        let foreign = part.bytes().any(is_unspaced);
        let (whole, pieces) = if foreign { (None, Some(part.unicode_words())) } else { (Some(part), None) };
        whole.into_iter().chain(pieces.into_iter().flatten())
    })
}

/// Mail addresses in a chunk, also inside "mailto:anna@ljusvik.example".
pub(super) fn addresses(chunk: &str) -> impl Iterator<Item = &str> {
    chunk.match_indices('@').filter_map(|(at, _)| {
        let (before, after) = (chunk.get(..at)?, chunk.get(at + 1..)?);
        let belongs =
            |letter: char| is_part(letter) || is_hyphen(letter) || matches!(letter, '.' | '_' | '+');
        let start = before.trim_end_matches(belongs).len();
        let end = at + 1 + (after.len() - after.trim_start_matches(belongs).len());
        let address = chunk.get(start..end)?.trim_matches(|letter| !is_part(letter));
        let (name, place) = address.split_once('@')?;
        (!name.is_empty() && place.contains('.')).then_some(address)
    })
}

pub(super) fn is_hyphenated(group: &str) -> bool {
    group.contains(is_hyphen)
}

fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || (!letter.is_ascii() && (letter.is_alphanumeric() || is_mark(letter)))
}

fn is_mark(letter: char) -> bool {
    letter >= '\u{300}' && is_combining_mark(letter)
}

const fn is_joint(letter: char) -> bool {
    matches!(letter, '.' | '@' | ':' | '/' | '\\' | '_' | '+' | '\'' | '\u{2019}')
}

/// With the soft hyphen, which web pages leave inside words.
pub(super) const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')
}

/// The first byte of a letter from U+0800 upward: there are scripts that write without spaces, which the
/// standard's own rules part.
const fn is_unspaced(byte: u8) -> bool {
    byte >= 0xe0
}
