//! Text into tokens: the word as written, its stem, the parts of a compound, whole addresses.
//!
//! What is typed without rings and dots finds both spellings, what is typed with them only its own. So every word
//! is read twice when it has marks: in place stands the plain spelling, beside the place its own.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::chunk::{addresses, chunks, groups, is_hyphen, is_hyphenated, words};
use super::stop_words::is_stop_word;
use super::vocabulary::vocabulary;
use super::{compound, english, swedish};
use crate::order::push_plain;

/// Longer words are cut, in a document as in a question.
const LONGEST_WORD: usize = 60;
const LONGEST_ADDRESS: usize = 120;

/// What a token says about its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// As written, in lower case.
    Word,
    /// What all forms of the word have in common, and the parts of a compound.
    Stem,
    /// Several words that are one: a mail address, an asset tag, a word with a hyphen.
    Whole,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    /// The word's number in the text for plain spellings in place; none for what is said beside it.
    pub place: Option<u32>,
}

/// All tokens of a text, as they are indexed. For looking at and for tests; a document is read without this list.
pub fn analyse(text: &str) -> Vec<Token> {
    let mut tokens = Tokens::default();
    read(text, &mut tokens);
    tokens.list
}

/// What takes the tokens of a text, one word at a time.
pub(super) trait Sink {
    /// The plain spelling of the next word.
    fn word(&mut self, plain: &str);
    /// Something said beside the words.
    fn beside(&mut self, kind: Kind, token: &str);
    /// Whether to stop before the next word.
    fn is_full(&self) -> bool;
}

pub(super) fn read(text: &str, sink: &mut impl Sink) {
    let text = composed(text);
    let mut spelling = Spelling::default();
    for chunk in chunks(&text) {
        for group in groups(chunk) {
            for word in words(group) {
                if sink.is_full() {
                    return;
                }
                if spelling.read(word) {
                    sink.word(spelling.plain());
                    beside(&spelling, sink);
                }
            }
            if is_hyphenated(group) && spelling.read_joined(group) {
                beside(&spelling, sink);
                for spelled in spelling.both() {
                    sink.beside(Kind::Whole, spelled);
                }
            }
        }
        for address in addresses(chunk) {
            if sink.is_full() {
                return;
            }
            sink.beside(Kind::Whole, &lower(address));
        }
    }
}

/// An address as it is compared.
pub(super) fn lower(address: &str) -> String {
    address.chars().take(LONGEST_ADDRESS).flat_map(char::to_lowercase).collect()
}

fn beside(spelling: &Spelling, sink: &mut impl Sink) {
    if spelling.is_marked() {
        sink.beside(Kind::Word, &spelling.own);
    }
    for spelled in spelling.both() {
        stems(spelled, |stem, _| sink.beside(Kind::Stem, stem));
    }
}

/// The stems of a lower-case word, each with whether it stands for the whole word. None for stop words and numbers.
pub(super) fn stems(word: &str, mut each: impl FnMut(&str, bool)) {
    if word.bytes().any(|letter| letter.is_ascii_digit()) || is_stop_word(word) {
        return;
    }
    let vocabulary = vocabulary();
    if let Some(base) = vocabulary.base(word) {
        return each(base, true);
    }
    if let Some(compound) = compound::split(word, vocabulary) {
        each(&compound.stem, true);
        return compound.parts.iter().for_each(|part| each(part, false));
    }
    let swedish = swedish::stem(word);
    each(swedish, true);
    let english = english::stem(word);
    if english != swedish {
        each(&english, true);
    }
}

/// One way of writing each letter: "å" may be one sign or an a with a ring after it.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // Every letter below U+0300 is composed already; its first byte is below 0xCC.
    if text.bytes().all(|byte| byte < 0xcc) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// A word in lower case, as written and without marks. Kept between words to spare allocations.
#[derive(Default)]
pub(super) struct Spelling {
    pub(super) own: String,
    plain: String,
}

impl Spelling {
    /// Whether anything is left to read: a lone mark is no word.
    pub(super) fn read(&mut self, word: &str) -> bool {
        self.set(word.chars())
    }

    pub(super) fn read_joined(&mut self, group: &str) -> bool {
        self.set(group.chars().filter(|letter| !is_hyphen(*letter)))
    }

    fn set(&mut self, letters: impl Iterator<Item = char>) -> bool {
        self.own.clear();
        self.plain.clear();
        for letter in letters.take(LONGEST_WORD) {
            if letter.is_ascii() {
                self.own.push(letter.to_ascii_lowercase());
                self.plain.push(letter.to_ascii_lowercase());
            } else {
                for lower in letter.to_lowercase() {
                    self.own.push(lower);
                    push_plain(lower, &mut self.plain);
                }
            }
        }
        !self.plain.is_empty()
    }

    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    pub(super) fn is_marked(&self) -> bool {
        self.own != self.plain
    }

    fn both(&self) -> impl Iterator<Item = &str> {
        let own = self.is_marked().then_some(self.own.as_str());
        own.into_iter().chain([self.plain.as_str()])
    }
}

#[derive(Default)]
struct Tokens {
    list: Vec<Token>,
    place: u32,
}

impl Sink for Tokens {
    fn word(&mut self, plain: &str) {
        self.place += 1;
        self.list.push(Token { kind: Kind::Word, text: plain.to_owned(), place: Some(self.place) });
    }

    fn beside(&mut self, kind: Kind, token: &str) {
        self.list.push(Token { kind, text: token.to_owned(), place: None });
    }

    fn is_full(&self) -> bool {
        false
    }
}
