//! Words so common that they find nothing: kept for phrases, left out of stems and of questions.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::vocabulary::Quick;
use crate::order::push_plain;

/// In bytes; most words are told apart by this alone.
const LONGEST: usize = 8;

/// With and without rings and dots. "It" is not among them: in Sweden it is what the desk works with.
pub(super) fn is_stop_word(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&'static str, Quick>> = OnceLock::new();
    let words = || {
        let file = include_str!("stop_words.txt");
        let mut plain = String::with_capacity(file.len());
        file.chars().for_each(|letter| push_plain(letter, &mut plain));
        file.split_whitespace().chain(plain.leak().split_whitespace()).collect()
    };
    word.len() <= LONGEST && WORDS.get_or_init(words).contains(word)
}
