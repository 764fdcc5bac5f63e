//! A document as both databases index it, cut so that neither refuses it and both hold the same.

use super::analyse::{Kind, Sink, read};
use super::encode::encode_to;

/// Words of a column that are indexed; what follows is not found. PostgreSQL counts places to 16 383.
const MOST_WORDS: [usize; 3] = [200, 8_000, 6_000];

/// Bytes of a column's tokens. A tsvector holds a megabyte, with some bytes beside each token.
const MOST_BYTES: [usize; 3] = [16_000, 240_000, 160_000];

/// PostgreSQL keeps 256 places of a word. In FTS5 a word that stands in no phrase keeps the place of the rest.
const MOST_PLACES: usize = 255;
const FILLER: &str = "y";

/// Bytes of text for which room is made at once.
const WRITTEN_AHEAD: usize = 4_000;

/// Places below are for what stands beside the words; the space keeps a phrase from running into the next column.
const FIRST_PLACE: usize = 10;
const WEIGHTS: [char; 3] = ['A', 'B', 'C'];

/// What of a ticket is found. Join messages with a line break.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    pub title: &'a str,
    /// What all parties may read.
    pub public: &'a str,
    /// What agents alone may read.
    pub internal: &'a str,
}

/// Tokens for both engines: three FTS5 columns, and a `tsvector` literal with the weights A, B and C.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indexed {
    pub title: String,
    pub public: String,
    pub internal: String,
    pub vector: String,
}

impl Document<'_> {
    pub fn index(&self) -> Indexed {
        let length = self.title.len() + self.public.len() + self.internal.len();
        let mut tokens = Tokens::default();
        tokens.text.reserve(length.min(WRITTEN_AHEAD) * 4);
        tokens.entries.reserve(length.min(WRITTEN_AHEAD) / 2);
        for (column, text) in [self.title, self.public, self.internal].into_iter().enumerate() {
            tokens.begin(column);
            read(text, &mut tokens);
        }
        let vector = tokens.vector();
        let [title, public, internal] = [0, 1, 2].map(|column| tokens.column(column));
        Indexed { title, public, internal, vector }
    }
}

struct Entry {
    /// The first bytes of the token, so that most comparisons end here.
    first: u64,
    start: usize,
    end: usize,
    column: usize,
    /// Zero for what stands beside the words.
    place: usize,
    /// Said already in this column, or more often than the engines count.
    spare: bool,
}

#[derive(Default)]
struct Tokens {
    text: String,
    entries: Vec<Entry>,
    column: usize,
    place: usize,
    words: usize,
    began: usize,
}

impl Tokens {
    fn begin(&mut self, column: usize) {
        self.column = column;
        self.place += FIRST_PLACE;
        self.words = 0;
        self.began = self.text.len();
    }

    fn push(&mut self, kind: Kind, token: &str, place: usize) {
        let start = self.text.len();
        encode_to(kind, token, &mut self.text);
        let end = self.text.len();
        let mut first = [0; 8];
        let head = self.text.as_bytes().get(start..end).unwrap_or_default();
        first.iter_mut().zip(head).for_each(|(to, from)| *to = *from);
        let first = u64::from_be_bytes(first);
        self.entries.push(Entry { first, start, end, column: self.column, place, spare: false });
    }

    fn token(&self, entry: &Entry) -> &str {
        self.text.get(entry.start..entry.end).unwrap_or_default()
    }

    /// Writes the literal and marks what is spare.
    fn vector(&mut self) -> String {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_unstable_by(|a, b| match (self.entries.get(*a), self.entries.get(*b)) {
            (Some(x), Some(y)) => {
                x.first.cmp(&y.first).then_with(|| self.token(x).cmp(self.token(y))).then_with(|| a.cmp(b))
            }
            _ => a.cmp(b),
        });
        let mut vector = String::with_capacity(self.text.len() * 2);
        let mut spare = Vec::new();
        let (mut before, mut places, mut seen) = ("", 0, [false; 3]);
        for index in order {
            let Some(entry) = self.entries.get(index) else { continue };
            let token = self.token(entry);
            if token != before {
                (before, places, seen) = (token, 0, [false; 3]);
            }
            let repeated = entry.place == 0 && seen.get(entry.column).copied().unwrap_or_default();
            if repeated || places == MOST_PLACES {
                spare.push(index);
                continue;
            }
            if let Some(seen) = seen.get_mut(entry.column).filter(|_| entry.place == 0) {
                *seen = true;
            }
            if places > 0 {
                vector.push(',');
            } else {
                vector.push_str(if vector.is_empty() { "" } else { " " });
                vector.push_str(token);
                vector.push(':');
            }
            places += 1;
            push_number(if entry.place == 0 { entry.column + 1 } else { entry.place }, &mut vector);
            vector.extend(WEIGHTS.get(entry.column));
        }
        for index in spare {
            if let Some(entry) = self.entries.get_mut(index) {
                entry.spare = true;
            }
        }
        vector
    }

    /// The words in their places, then what stands beside them.
    fn column(&self, column: usize) -> String {
        let mut out = String::with_capacity(self.text.len() + self.entries.len());
        let entries = || self.entries.iter().filter(move |entry| entry.column == column);
        for entry in entries().filter(|entry| entry.place > 0) {
            out.push_str(if entry.spare { FILLER } else { self.token(entry) });
            out.push(' ');
        }
        for entry in entries().filter(|entry| entry.place == 0 && !entry.spare) {
            out.push_str(self.token(entry));
            out.push(' ');
        }
        out
    }
}

impl Sink for Tokens {
    fn word(&mut self, plain: &str) {
        self.words += 1;
        self.place += 1;
        self.push(Kind::Word, plain, self.place);
    }

    fn beside(&mut self, kind: Kind, token: &str) {
        self.push(kind, token, 0);
    }

    fn is_full(&self) -> bool {
        let (words, bytes) = (MOST_WORDS.get(self.column), MOST_BYTES.get(self.column));
        words.is_none_or(|most| self.words >= *most)
            || bytes.is_none_or(|most| self.text.len() - self.began >= *most)
    }
}

/// Places are many and short: this spares the formatter.
fn push_number(number: usize, out: &mut String) {
    if number >= 10 {
        push_number(number / 10, out);
    }
    out.extend(u32::try_from(number % 10).ok().and_then(|digit| char::from_digit(digit, 10)));
}
