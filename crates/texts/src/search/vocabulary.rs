//! Our own nouns, from `vocabulary.txt`, and how their forms lead back to them.
//!
//! The file gives base forms, grouped by what they are about: `bok:böcker` adds a form that no rule finds,
//! `gymnasium>gymnasie` a form that begins compounds. Everything regular is derived here.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};
use std::sync::OnceLock;

type Words = HashMap<&'static str, &'static str, Quick>;
type Heads = HashMap<String, &'static str, Quick>;

pub(super) struct Vocabulary {
    /// Base forms and irregular forms, each with its base form.
    bases: Words,
    /// How the nouns look as the first part of a compound: "skol", "lösenords", "skrivar".
    heads: Heads,
}

/// Ending of a form, and what stands in its place in the base form. Longest loss last, so that "skrivaren"
/// is tried as "skrivare" before "skrivar".
const ENDINGS: [(&str, &[&str]); 34] = [
    ("n", &[""]),
    ("t", &[""]),
    ("en", &["", "e"]),
    ("et", &["", "e"]),
    ("er", &["", "e", "a"]),
    ("ar", &["", "e"]),
    ("or", &["a", "e", ""]),
    ("na", &["", "e"]),
    ("a", &[""]),
    ("erna", &["", "e"]),
    ("arna", &["are", "", "e"]),
    ("orna", &["a", "e"]),
    ("na", &["a"]),
    ("ret", &["er"]),
    ("ren", &["er"]),
    ("rar", &["er"]),
    ("rarna", &["er"]),
    ("rer", &["er"]),
    ("rerna", &["er"]),
    ("let", &["el"]),
    ("len", &["el"]),
    ("lar", &["el"]),
    ("larna", &["el"]),
    ("ler", &["el"]),
    ("lerna", &["el"]),
    ("net", &["en"]),
    ("nen", &["en"]),
    ("nar", &["en"]),
    ("met", &[""]),
    ("men", &[""]),
    ("mar", &["", "e"]),
    ("iet", &["ium"]),
    ("ier", &["ium", "ie"]),
    ("ierna", &["ium", "ie"]),
];

/// Every form of a noun must keep at least so many letters of it.
const SHORTEST: usize = 3;

pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| Vocabulary::read(include_str!("vocabulary.txt")))
}

impl Vocabulary {
    fn read(file: &'static str) -> Self {
        let (mut bases, mut heads) = (Words::default(), Heads::default());
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        for entry in lines.flat_map(str::split_whitespace) {
            let (forms, head) = entry.split_once('>').unwrap_or((entry, ""));
            let mut forms = forms.split(':');
            let Some(base) = forms.next() else { continue };
            bases.insert(base, base);
            forms.for_each(|form| {
                bases.insert(form, base);
            });
            if !head.is_empty() {
                heads.insert(head.to_owned(), base);
            }
            for head in heads_of(base) {
                heads.entry(head).or_insert(base);
            }
        }
        Self { bases, heads }
    }

    /// The base form of a lower-case noun in any form, if it is one of ours.
    pub(super) fn base(&self, word: &str) -> Option<&'static str> {
        candidates(word, |candidate, _| self.base_exactly(candidate))
    }

    pub(super) fn base_exactly(&self, word: &str) -> Option<&'static str> {
        self.bases.get(word).copied()
    }

    pub(super) fn head(&self, head: &str) -> Option<&'static str> {
        self.heads.get(head).copied()
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.bases.len()
    }
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
        for (ending, replacements) in &ENDINGS {
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
