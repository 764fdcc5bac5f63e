//! Which passwords are refused: those that are short, and those that a guesser tries first (pure).
//!
//! No rule about capitals, figures or signs: such rules give "Sommar2026!". Instead the password is taken apart
//! into what guessers know (common words, names of the house and of the account, runs on the keyboard, years,
//! repetitions), and what is left must be worth something.

use std::collections::HashSet;
use std::sync::OnceLock;

use kernel::Refusal;

pub const SHORTEST: usize = 12;
pub const LONGEST: usize = 256;

/// A password must be worth so many free letters, where a known part is worth one or two.
const WORTH: u32 = 6;
const COMMON_WORD: u32 = 2;
const KNOWN_PART: u32 = 1;
const LONGEST_WORD: usize = 32;

/// Checks a password for an account; `own` are words that a guesser knows of it: login, name, organisation.
pub fn check(field: &'static str, password: &str, own: &[&str]) -> Result<(), Refusal> {
    let signs = password.chars().count();
    if signs < SHORTEST {
        return Err(Refusal::invalid(field, "access-password-short").with("min", SHORTEST));
    }
    if signs > LONGEST {
        return Err(Refusal::invalid(field, "access-password-long").with("max", LONGEST));
    }
    if worth(password, own) < WORTH {
        return Err(Refusal::invalid(field, "access-password-common"));
    }
    Ok(())
}

/// The least that the password can be put together for.
fn worth(password: &str, own: &[&str]) -> u32 {
    let plain: Vec<char> = texts::fold(password).plain.chars().filter(|sign| !sign.is_whitespace()).collect();
    let own: HashSet<String> = own.iter().flat_map(|words| parts(words)).collect();
    let read_as: Vec<Vec<char>> = vec![plain.clone(), unmasked(&plain, 'i'), unmasked(&plain, 'l')];
    let mut least = vec![u32::MAX; plain.len() + 1];
    if let Some(first) = least.first_mut() {
        *first = 0;
    }
    for from in 0..plain.len() {
        let Some(so_far) = least.get(from).copied() else { continue };
        for to in from + 1..=plain.len() {
            let Some(cost) = cost(&plain, &read_as, from, to, &own) else { continue };
            if let Some(known) = least.get_mut(to) {
                *known = (*known).min(so_far.saturating_add(cost));
            }
        }
    }
    least.last().copied().unwrap_or(0)
}

/// What the part `from..to` is worth as one piece; none when it is not a piece.
fn cost(plain: &[char], read_as: &[Vec<char>], from: usize, to: usize, own: &HashSet<String>) -> Option<u32> {
    let part = plain.get(from..to)?;
    if let [sign] = part {
        // What joins the words of an address is not a choice of its own.
        return Some(u32::from(!matches!(sign, '.' | ',' | '@' | '_' | '+')));
    }
    if is_run(part) || is_year(part) || is_repeated(plain, from, part) {
        return Some(KNOWN_PART);
    }
    if part.len() > LONGEST_WORD {
        return None;
    }
    let words = || read_as.iter().filter_map(|letters| letters.get(from..to)).map(String::from_iter);
    if words().any(|word: String| own.contains(&word)) {
        return Some(KNOWN_PART);
    }
    (part.len() >= 3 && words().any(|word: String| common().contains(word.as_str()))).then_some(COMMON_WORD)
}

/// Letters again where a sign stands for one: p4$$w0rd is password.
fn unmasked(letters: &[char], one: char) -> Vec<char> {
    let letter = |sign: &char| match sign {
        '4' | '@' => 'a',
        '3' => 'e',
        '0' => 'o',
        '5' | '$' => 's',
        '7' => 't',
        '1' | '!' | '|' => one,
        other => *other,
    };
    letters.iter().map(letter).collect()
}

/// A run along the keyboard, the alphabet or the figures, either way, or one sign again and again.
fn is_run(part: &[char]) -> bool {
    const ROWS: [&str; 8] = [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiopa",
        "asdfghjkloa",
        "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
        "qazwsxedcrfvtgbyhnujmik",
        "!\"#¤%&/()=",
    ];
    let same = part.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    if same || part.len() < 3 {
        return same;
    }
    let ahead: String = part.iter().collect();
    let back: String = part.iter().rev().collect();
    ROWS.iter().any(|row| row.contains(&ahead) || row.contains(&back))
}

fn is_year(part: &[char]) -> bool {
    let text: String = part.iter().collect();
    part.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1930..2060).contains(&year))
}

/// The same again as just before: `hejhejhejhej`.
fn is_repeated(plain: &[char], from: usize, part: &[char]) -> bool {
    from.checked_sub(part.len()).is_some_and(|before| plain.get(before..from) == Some(part))
}

/// The words of a name or address, and its parts joined: `anna.lind@ljusvik.example` → anna, lind, annalind, ljusvik …
fn parts(text: &str) -> Vec<String> {
    let plain = texts::fold(text).plain;
    let words: Vec<&str> =
        plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.len() >= 3).collect();
    let joined = words.windows(2).map(<[&str]>::concat);
    // A genitive too: Ljusviks.
    let bare = words
        .iter()
        .filter_map(|word| word.strip_suffix('s'))
        .filter(|word| word.len() >= 3)
        .map(str::to_owned);
    words.iter().map(|word| (*word).to_owned()).chain(joined).chain(bare).collect()
}

fn common() -> &'static HashSet<&'static str> {
    static COMMON: OnceLock<HashSet<&'static str>> = OnceLock::new();
    COMMON.get_or_init(|| {
        include_str!("common.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 3] = ["anna.lind@ljusvik.example", "Anna Lind", "Ljusviks kommun"];

    #[test]
    fn passwords_that_are_tried_first_are_refused() {
        for (password, code) in [
            ("kortare", "access-password-short"),
            ("elva tecken", "access-password-short"),
            ("password1234", "access-password-common"),
            ("P4ssw0rd!!!!", "access-password-common"),
            ("123456789012", "access-password-common"),
            ("qwertyuiop123", "access-password-common"),
            ("1qaz2wsx3edc", "access-password-common"),
            ("aaaaaaaaaaaaaa", "access-password-common"),
            ("hejhejhejhej", "access-password-common"),
            ("abcdefghijkl", "access-password-common"),
            ("Sommar2026!!", "access-password-common"),
            ("Vinter-2025-2026", "access-password-common"),
            ("Hemligt12345", "access-password-common"),
            ("lösenord2026", "access-password-common"),
            ("AnnaLind2026!!", "access-password-common"),
            ("Ljusvik-kommun-1", "access-password-common"),
            ("anna.lind@ljusvik.example", "access-password-common"),
            ("Välkommen1234", "access-password-common"),
        ] {
            let refused = check("password", password, &OWN).expect_err(password);
            assert_eq!(refused.code, code, "{password}");
        }
        let long = "å".repeat(LONGEST + 1);
        assert_eq!(check("password", &long, &OWN).expect_err("long").code, "access-password-long");
    }

    #[test]
    fn passwords_that_are_not_guessed_are_taken_whatever_signs_they_hold() {
        for password in [
            "tre röda hattar på taket",
            "grönt paraply under bron",
            "xk7fq2mp9zwt",
            "Zq!8vLr#2mWp",
            "korrekthästbatteri",
            "dragon monkey shadow master",
            "gardin kanel fyrtorn vante",
        ] {
            assert_eq!(check("password", password, &OWN), Ok(()), "{password}");
        }
    }
}
