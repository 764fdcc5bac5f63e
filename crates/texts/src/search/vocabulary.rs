//! Our own nouns, from `vocabulary.txt`, and how their forms lead back to them.
//!
//! The file gives base forms, grouped by what they are about: `bok:böcker` adds a form that no rule finds,
//! `gymnasium>gymnasie` a form that begins compounds. Everything regular is derived here.
//! The same nouns stand once more without rings and dots: "natverket" leads to "natverk".

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};
use std::sync::OnceLock;

use crate::order::push_plain;

type Words = HashMap<&'static str, &'static str, Quick>;
type Heads = HashMap<String, &'static str, Quick>;

pub(super) struct Vocabulary {
    /// Base forms and irregular forms, each with its base form.
    bases: Words,
    /// How the nouns look as the first part of a compound: "skol", "lösenords", "skrivar".
    heads: Heads,
    /// Whether any form begins so: most of what is asked for is no word at all.
    beginnings: Vec<bool>,
}

const BEGINNINGS: usize = 1 << 13;

/// Endings of a form by their last letter, each with what stands in its place in the base form. Longest loss last,
/// so that "skrivaren" is tried as "skrivare" before "skrivar".
type Endings = &'static [(&'static str, &'static [&'static str])];

const IN_N: Endings =
    &[("n", &[""]), ("en", &["", "e"]), ("ren", &["er"]), ("len", &["el"]), ("nen", &["en"]), ("men", &[""])];
const IN_T: Endings = &[
    ("t", &[""]),
    ("et", &["", "e"]),
    ("ret", &["er"]),
    ("let", &["el"]),
    ("net", &["en"]),
    ("met", &[""]),
    ("iet", &["ium"]),
];
const IN_R: Endings = &[
    ("er", &["", "e", "a"]),
    ("ar", &["", "e"]),
    ("or", &["a", "e", ""]),
    ("rar", &["er"]),
    ("rer", &["er"]),
    ("lar", &["el"]),
    ("ler", &["el"]),
    ("nar", &["en"]),
    ("mar", &["", "e"]),
    ("ier", &["ium", "ie"]),
];
const IN_A: Endings = &[
    ("na", &["", "e"]),
    ("a", &[""]),
    ("erna", &["", "e"]),
    ("arna", &["are", "", "e"]),
    ("orna", &["a", "e", ""]),
    ("na", &["a"]),
    ("rarna", &["er"]),
    ("rerna", &["er"]),
    ("larna", &["el"]),
    ("lerna", &["el"]),
    ("narna", &["en"]),
    ("marna", &["", "e"]),
    ("ierna", &["ium", "ie"]),
];

const fn endings(word: &str) -> Endings {
    match word.as_bytes().last() {
        Some(b'n') => IN_N,
        Some(b't') => IN_T,
        Some(b'r') => IN_R,
        Some(b'a') => IN_A,
        _ => &[],
    }
}

/// Every form of a noun must keep at least so many letters of it.
const SHORTEST: usize = 3;

pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let file = include_str!("vocabulary.txt");
        let mut plain = String::with_capacity(file.len());
        file.chars().for_each(|letter| push_plain(letter, &mut plain));
        let mut vocabulary = Vocabulary {
            bases: Words::default(),
            heads: Heads::default(),
            beginnings: vec![false; BEGINNINGS],
        };
        vocabulary.add(file);
        vocabulary.add(plain.leak());
        vocabulary
    })
}

impl Vocabulary {
    /// What stands first wins: the plain spelling of one noun may be another.
    fn add(&mut self, file: &'static str) {
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        for entry in lines.flat_map(str::split_whitespace) {
            let (forms, head) = entry.split_once('>').unwrap_or((entry, ""));
            let mut forms = forms.split(':');
            let Some(base) = forms.next() else { continue };
            for form in std::iter::once(base).chain(forms) {
                if let Some(beginning) = self.beginnings.get_mut(beginning(form)) {
                    *beginning = true;
                }
                self.bases.entry(form).or_insert(base);
            }
            let given = (!head.is_empty()).then(|| head.to_owned());
            for head in given.into_iter().chain(heads_of(base)) {
                self.heads.entry(head).or_insert(base);
            }
        }
    }

    /// The base form of a lower-case noun in any form, if it is one of ours.
    pub(super) fn base(&self, word: &str) -> Option<&'static str> {
        candidates(word, |candidate, _| self.base_exactly(candidate))
    }

    pub(super) fn base_exactly(&self, word: &str) -> Option<&'static str> {
        let begins = self.beginnings.get(beginning(word)).copied().unwrap_or_default();
        if begins { self.bases.get(word).copied() } else { None }
    }

    pub(super) fn head(&self, head: &str) -> Option<&'static str> {
        self.heads.get(head).copied()
    }
}

/// A small number for the first three bytes.
fn beginning(word: &str) -> usize {
    word.bytes().take(3).fold(0, |sum, byte| sum * 23 + usize::from(byte)) % BEGINNINGS
}

/// Tries what the base form of a word may be, nearest first, until one is accepted. The second argument is how
/// many bytes of the word the candidate keeps.
pub(super) fn candidates<T>(word: &str, mut accept: impl FnMut(&str, usize) -> Option<T>) -> Option<T> {
    let mut buffer = String::with_capacity(word.len() + 3);
    let owned = word.strip_suffix('s').filter(|rest| rest.chars().nth(SHORTEST - 1).is_some());
    for form in std::iter::once(word).chain(owned) {
        if let Some(found) = accept(form, form.len()) {
            return Some(found);
        }
        for (ending, replacements) in endings(form) {
            let Some(stem) = form.strip_suffix(ending) else { continue };
            if stem.chars().nth(SHORTEST - 2).is_none() {
                continue;
            }
            for replacement in *replacements {
                buffer.clear();
                buffer.push_str(stem);
                buffer.push_str(replacement);
                if let Some(found) = accept(&buffer, stem.len()) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// "Skola" begins compounds as "skol", "veckla" as "vecko" or "gatu", "arbete" as "arbets", "skrivare" as "skrivar".
fn heads_of(base: &str) -> Vec<String> {
    let mut heads = vec![base.to_owned(), format!("{base}s")];
    if let Some(stem) = base.strip_suffix('a') {
        heads.extend([stem.to_owned(), format!("{stem}o"), format!("{stem}u"), format!("{stem}e")]);
    }
    if let Some(stem) = base.strip_suffix('e') {
        heads.extend([stem.to_owned(), format!("{stem}s")]);
    }
    heads.retain(|head| head.chars().nth(SHORTEST - 1).is_some() || head == base);
    heads
}

pub(super) const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö')
}

/// FNV-1a: the words are ours and short, so nobody can choose them to collide.
#[derive(Clone, Copy, Default)]
pub(super) struct Quick;

impl BuildHasher for Quick {
    type Hasher = Fnv;

    fn build_hasher(&self) -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

pub(super) struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
