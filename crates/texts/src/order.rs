//! Order and likeness of names: å, ä and ö are letters of their own, yet "astrom" finds Åström.

use std::sync::OnceLock;

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Bytes that sort as a Swedish directory does (… z, å, ä, ö; case last). Stored beside the name as a blob,
/// so that both databases give the same pages whatever their own collation is.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 3);
    match collator() {
        // Writing to a Vec cannot fail; the type of the answer says so.
        Some(collator) => {
            let Ok(()) = collator.write_sort_key_to(text, &mut key);
        }
        None => key.extend_from_slice(text.to_lowercase().as_bytes()),
    }
    key
}

/// One collator for the program; the data is compiled in, so it is there.
fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    COLLATOR
        .get_or_init(|| {
            let mut options = CollatorOptions::default();
            // "Anna-Karin" beside "Anna Karin": spaces and hyphens come first, as in a printed list.
            options.alternate_handling = Some(AlternateHandling::NonIgnorable);
            CollatorBorrowed::try_new(CollatorPreferences::from(&locale!("sv")), options).ok()
        })
        .as_ref()
}

/// A name in the two forms that prefix look-up keeps beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// Lower case, hyphens gone, å ä ö kept: `åström`.
    pub own: String,
    /// The same without marks, as typed on a foreign keyboard: `astrom`.
    pub plain: String,
}

/// Both forms of a name or of what was typed. A typed `a` should match either form, a typed `å` only `own`.
pub fn fold(text: &str) -> Folded {
    let mut own = String::with_capacity(text.len());
    let mut plain = String::with_capacity(text.len());
    let mut space = false;
    for letter in text.nfc().flat_map(char::to_lowercase) {
        if letter.is_whitespace() || letter.is_control() {
            space = !own.is_empty();
            continue;
        }
        if is_hyphen(letter) {
            continue;
        }
        if std::mem::take(&mut space) {
            own.push(' ');
            plain.push(' ');
        }
        own.push(letter);
        push_plain(letter, &mut plain);
    }
    Folded { own, plain }
}

/// The letter without its marks; letters that Unicode does not take apart are spelt as Swedes type them.
pub(crate) fn push_plain(letter: char, out: &mut String) {
    match letter {
        'æ' => out.push_str("ae"),
        'ø' => out.push('o'),
        'đ' | 'ð' => out.push('d'),
        'ł' => out.push('l'),
        'ß' => out.push_str("ss"),
        'þ' => out.push_str("th"),
        _ if letter.is_ascii() => out.push(letter),
        _ => out.extend(std::iter::once(letter).nfd().filter(|mark| !is_combining_mark(*mark))),
    }
}

const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
