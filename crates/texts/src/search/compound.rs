//! Words made of words: "lösenordsbyte" is also found by "lösenord" and by "byte".
//!
//! The last part is one of our nouns in any form; what stands before it is nouns of ours in the form they have
//! inside a compound ("lösenords", "skol"), or a beginning we do not know, if the noun is long enough to be
//! there on purpose ("Bergeskolan").

use super::vocabulary::{Vocabulary, candidates, is_vowel};

const LONGEST: usize = 40;
const SHORTEST_PART: usize = 3;
const SHORTEST_AFTER_UNKNOWN: usize = 5;
const DEEPEST: usize = 3;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Compound {
    /// The whole word with its last part in base form: one stem for all forms of the compound.
    pub(super) stem: String,
    /// Base forms of the parts we know, last part last.
    pub(super) parts: Vec<&'static str>,
    known: bool,
}

/// Splits a lower-case word that is not itself one of our nouns.
pub(super) fn split(word: &str, vocabulary: &Vocabulary) -> Option<Compound> {
    if word.len() > LONGEST * 2 || word.chars().nth(SHORTEST_PART * 2 - 1).is_none() {
        return None;
    }
    let mut fallback = None;
    let best = candidates(word, |candidate, kept| {
        let found = split_at_last_part(candidate, kept, vocabulary)?;
        if found.known {
            return Some(found);
        }
        fallback.get_or_insert(found);
        None
    });
    best.or(fallback)
}

/// The longest last part whose beginning makes sense.
fn split_at_last_part(candidate: &str, kept: usize, vocabulary: &Vocabulary) -> Option<Compound> {
    let mut unknown = None;
    for (at, first) in candidate.char_indices().skip(SHORTEST_PART - 1).take_while(|(at, _)| *at < kept) {
        let (head, tail) = candidate.split_at(at);
        if tail.chars().nth(SHORTEST_PART - 1).is_none() {
            break;
        }
        let Some(last) = vocabulary.base_exactly(tail) else { continue };
        let mut parts = Vec::new();
        let known = heads(head, first, vocabulary, DEEPEST, &mut parts);
        let compound = |parts: Vec<_>, known| Compound { stem: format!("{head}{last}"), parts, known };
        if known {
            parts.push(last);
            return Some(compound(parts, true));
        }
        let on_purpose = head.chars().count() >= SHORTEST_PART
            && head.contains(is_vowel)
            && tail.chars().nth(SHORTEST_AFTER_UNKNOWN - 1).is_some();
        if on_purpose && unknown.is_none() {
            unknown = Some(compound(vec![last], false));
        }
    }
    unknown
}

/// Reads the beginning of a compound as nouns, from the right, longest first.
fn heads(
    head: &str,
    next: char,
    vocabulary: &Vocabulary,
    depth: usize,
    parts: &mut Vec<&'static str>,
) -> bool {
    if let Some(base) = vocabulary.head(head) {
        parts.push(base);
        return true;
    }
    // "Busstation": three s are written as two.
    if head.ends_with(next)
        && !is_vowel(next)
        && let Some(base) = vocabulary.head(&format!("{head}{next}"))
    {
        parts.push(base);
        return true;
    }
    if depth == 0 {
        return false;
    }
    for (at, first) in head.char_indices().skip(SHORTEST_PART - 1) {
        let (before, last) = head.split_at(at);
        if let Some(base) = vocabulary.head(last)
            && last.chars().nth(SHORTEST_PART - 1).is_some()
            && heads(before, first, vocabulary, depth - 1, parts)
        {
            parts.push(base);
            return true;
        }
    }
    false
}
