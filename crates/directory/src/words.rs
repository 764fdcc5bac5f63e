//! The words by which a row is found, and what a typed text seeks among them. Pure.
//!
//! A word is kept as bytes, so that a prefix is one range on both databases whatever their collation is.
//! What was typed without marks is sought in the plain form (`a` finds å), what was typed with them in its own.

use std::collections::BTreeSet;

/// More typed words than this add nothing but work.
const MOST_SOUGHT: usize = 6;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    pub own: Vec<u8>,
    pub plain: Vec<u8>,
}

/// Every word of the texts, whole and at its hyphens: `Anna-Karin` gives `annakarin`, `anna` and `karin`.
pub fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Word> {
    let mut found = BTreeSet::new();
    for whole in texts.into_iter().flat_map(str::split_whitespace) {
        found.extend(word(whole));
        found.extend(whole.split(|c: char| !c.is_alphanumeric()).filter_map(word));
    }
    found.into_iter().collect()
}

fn word(text: &str) -> Option<Word> {
    let folded = texts::fold(text);
    (!folded.own.is_empty()).then(|| Word { own: folded.own.into_bytes(), plain: folded.plain.into_bytes() })
}

/// One typed word as a range of the column it is sought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    pub column: &'static str,
    pub from: Vec<u8>,
    pub to: Vec<u8>,
}

/// What a typed text seeks: a row must have a word that begins with each.
pub fn sought(text: &str) -> Vec<Sought> {
    text.split_whitespace()
        .filter_map(word)
        .take(MOST_SOUGHT)
        .map(|word| {
            let column = if word.own == word.plain { "plain" } else { "own" };
            let from = if word.own == word.plain { word.plain } else { word.own };
            // No letter in UTF-8 holds 0xFF, so this lies after every word with the prefix.
            let to = from.iter().copied().chain([0xFF]).collect();
            Sought { column, from, to }
        })
        .collect()
}

/// Whether every typed word begins a word of the texts: for lists short enough to be read whole.
pub fn matches<'a>(typed: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let words = words(texts);
    sought(typed).iter().all(|sought| {
        words.iter().any(|word| {
            let kept = if sought.column == "plain" { &word.plain } else { &word.own };
            kept.starts_with(&sought.from)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_what_people_type() {
        let name = ["Anna-Karin", "Åström"];
        for (typed, found) in [
            ("anna", true),
            ("Karin Å", true),
            ("annak", true),
            ("Anna-Karin Ast", true),
            ("astrom karin", true),
            ("åst", true),
            ("ast", true),
            ("öst", false),
            ("arin", false),
            ("anna berg", false),
            ("", true),
        ] {
            assert_eq!(matches(typed, name), found, "{typed}");
        }
        assert!(!matches("åkesson", ["Akesson"]), "a typed å is no a");
    }

    #[test]
    fn a_number_is_found_by_its_parts() {
        assert!(matches("20417", ["LJU-20417"]));
        assert!(matches("lju204", ["LJU-20417"]));
        assert!(matches("LJU-2", ["LJU-20417"]));
    }
}
