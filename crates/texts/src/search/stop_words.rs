//! Words so common that they find nothing: kept for phrases, left out of stems and of questions.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::vocabulary::Quick;

/// "It" is not among them: in Sweden it is what the desk works with.
pub(super) fn is_stop_word(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&'static str, Quick>> = OnceLock::new();
    WORDS.get_or_init(|| include_str!("stop_words.txt").split_whitespace().collect()).contains(word)
}
