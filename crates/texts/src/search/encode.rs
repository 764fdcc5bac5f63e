//! Tokens as `[a-z0-9]` only: neither engine's parser has anything left to split, fold or misread.
//!
//! The first letter tells what a token is, so that a stem never answers for a word in a phrase.
//! The rest is a prefix code: no two tokens share an encoding, and the encoding of a beginning is the beginning
//! of the encoding, which is what `start*` needs.

use super::Kind;

/// Rare in Swedish and English, so that it costs little to double.
const ESCAPE: char = 'q';

pub(super) fn encode(kind: Kind, token: &str) -> String {
    let mut out = String::with_capacity(token.len() + 4);
    encode_to(kind, token, &mut out);
    out
}

pub(super) fn encode_to(kind: Kind, token: &str, out: &mut String) {
    out.push(match kind {
        Kind::Word => 'w',
        Kind::Stem => 's',
        Kind::Whole => 'x',
    });
    if token.bytes().all(|byte| is_itself(char::from(byte))) {
        return out.push_str(token);
    }
    for letter in token.chars() {
        match short(letter) {
            _ if is_itself(letter) => out.push(letter),
            Some(code) => out.extend([ESCAPE, code]),
            None => out.push_str(&format!("qx{:x}q", u32::from(letter))),
        }
    }
}

const fn is_itself(letter: char) -> bool {
    letter != ESCAPE && (letter.is_ascii_lowercase() || letter.is_ascii_digit())
}

/// The second half of the common two-letter codes; `x` begins a number.
const fn short(letter: char) -> Option<char> {
    Some(match letter {
        ESCAPE => ESCAPE,
        'å' => 'a',
        'ä' => 'e',
        'ö' => 'o',
        '.' => 'd',
        '@' => 't',
        ':' => 'c',
        '/' => 's',
        '_' => 'u',
        '+' => 'p',
        '-' => 'h',
        _ => return None,
    })
}
