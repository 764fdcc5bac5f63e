//! What somebody typed into the search field, as terms that must all match.
//!
//! Nothing typed is refused: an open quote ends where the text ends, lone signs say nothing, and what goes beyond
//! the limits is left out. `"in quotes"` finds the words as written and in this order; `start*` finds beginnings.

use super::analyse::{Kind, Spelling, composed, lower, stems};
use super::chunk::{addresses, chunks, groups, is_hyphenated, words};
use super::encode::encode;
use super::stop_words::is_stop_word;

const LONGEST: usize = 400;
const MOST_TERMS: usize = 16;
const MOST_WORDS_IN_PHRASE: usize = 16;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// One of these is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub(super) any: Vec<Match>,
}

/// Encoded tokens that stand one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub(super) tokens: Vec<String>,
    /// The last of them may go on.
    pub(super) start: bool,
}

impl Query {
    /// Nothing to look for: the caller shows its list as it is. Both engines are asked for what is nowhere.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

pub fn query(text: &str) -> Query {
    let text: String = composed(text).chars().take(LONGEST).collect();
    let mut found = Builder::default();
    for (index, stretch) in text.split(is_quote).enumerate() {
        if index % 2 == 1 {
            found.phrase(stretch.split_whitespace().flat_map(chunks), false);
        } else {
            stretch.split_whitespace().for_each(|piece| found.piece(piece));
        }
    }
    let mut terms = if found.terms.is_empty() { found.common } else { found.terms };
    terms.truncate(MOST_TERMS);
    Query { terms }
}

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

#[derive(Default)]
struct Builder {
    terms: Vec<Term>,
    /// Stop words: asked for only when nothing else is.
    common: Vec<Term>,
    spelling: Spelling,
}

impl Builder {
    fn piece(&mut self, piece: &str) {
        let start = piece.ends_with('*');
        let mut rest = chunks(piece).peekable();
        while let Some(chunk) = rest.next() {
            self.chunk(chunk, start && rest.peek().is_none());
        }
    }

    fn chunk(&mut self, chunk: &str, start: bool) {
        if !start && let Some(address) = addresses(chunk).next() {
            return self.terms.push(one(Kind::Whole, &lower(address), false));
        }
        let mut parts = groups(chunk);
        match (parts.next(), parts.next()) {
            (Some(group), None) if is_hyphenated(group) => self.joined(group, start),
            (Some(group), None) => match (words(group).next(), words(group).nth(1)) {
                (Some(word), None) => self.word(word, start),
                _ => self.phrase(std::iter::once(chunk), start),
            },
            _ => self.phrase(std::iter::once(chunk), start),
        }
    }

    fn word(&mut self, word: &str, start: bool) {
        if !self.spelling.read(word) {
            return;
        }
        let own = &self.spelling.own;
        if start && own.chars().nth(1).is_some() {
            let any = [Kind::Word, Kind::Whole].map(|kind| Match::of(kind, own, true)).into();
            return self.terms.push(Term { any });
        }
        if is_stop_word(own) {
            return self.common.push(one(Kind::Word, own, false));
        }
        self.terms.push(Term { any: forms(own) });
    }

    /// "wi-fi" finds "wifi", "wi-fi" and "wi fi".
    fn joined(&mut self, group: &str, start: bool) {
        let mut tokens = Vec::new();
        for word in words(group).take(MOST_WORDS_IN_PHRASE) {
            if self.spelling.read(word) {
                tokens.push(encode(Kind::Word, self.spelling.plain()));
            }
        }
        if tokens.is_empty() || !self.spelling.read_joined(group) {
            return;
        }
        let own = &self.spelling.own;
        let mut any = if start {
            [Kind::Word, Kind::Whole].map(|kind| Match::of(kind, own, true)).into()
        } else {
            forms(own)
        };
        any.push(Match { tokens, start });
        self.terms.push(Term { any });
    }

    /// Words in place are plain; a word typed with marks must stand somewhere with them too.
    fn phrase<'a>(&mut self, chunks: impl Iterator<Item = &'a str>, start: bool) {
        let (mut tokens, mut marked) = (Vec::new(), Vec::new());
        let every = chunks.flat_map(groups).flat_map(words);
        for word in every.take(MOST_WORDS_IN_PHRASE).filter(|word| !word.is_empty()) {
            if self.spelling.read(word) {
                tokens.push(encode(Kind::Word, self.spelling.plain()));
                if self.spelling.is_marked() {
                    marked.push(one(Kind::Word, &self.spelling.own, false));
                }
            }
        }
        if start && self.spelling.is_marked() {
            marked.pop();
        }
        if !tokens.is_empty() {
            self.terms.push(Term { any: vec![Match { tokens, start }] });
            self.terms.extend(marked);
        }
    }
}

/// A word in any form of it. What has no stem is found as written, also where a hyphen divides it.
fn forms(own: &str) -> Vec<Match> {
    let mut any = Vec::new();
    stems(own, |stem, whole| {
        if whole {
            any.push(Match::of(Kind::Stem, stem, false));
        }
    });
    if any.is_empty() {
        any.extend([Kind::Word, Kind::Whole].map(|kind| Match::of(kind, own, false)));
    }
    any
}

fn one(kind: Kind, token: &str, start: bool) -> Term {
    Term { any: vec![Match::of(kind, token, start)] }
}

impl Match {
    fn of(kind: Kind, token: &str, start: bool) -> Self {
        Self { tokens: vec![encode(kind, token)], start }
    }
}
