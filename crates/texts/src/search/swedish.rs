//! Endings of Swedish words we do not know: nouns, and verbs and adjectives on the way.
//!
//! What is a noun of our own vocabulary never comes here (see `vocabulary`), so this may be short and coarse.
//! Two rounds, because endings are stacked: plural or tense first, then article, then the owner's s.

/// Shorter stems say too little: "bilen" must not become "b".
const SHORTEST: usize = 4;

/// Article and owner, outermost.
const OUTER: [&str; 7] = ["na", "en", "et", "n", "t", "a", "e"];

/// Plural, tense and comparison, next to the stem.
const INNER: [&str; 11] = ["ande", "ende", "ade", "ast", "are", "ar", "er", "or", "ad", "a", "e"];

/// "Installera", "installerade" and "installering" have it all in common.
const VERB: [&str; 8] = ["eringen", "erades", "erade", "ering", "erat", "erar", "eras", "era"];

/// The stem of a lower-case word.
pub(super) fn stem(word: &str) -> &str {
    if let Some(verb) =
        VERB.iter().find_map(|ending| word.strip_suffix(ending)).filter(|rest| long_enough(rest))
    {
        return verb;
    }
    let word = owner(word);
    let word = strip(word, &OUTER, outer_fits);
    let word = strip(word, &INNER, |_, _| true);
    undouble(word)
}

/// "Skolans" without its s; "access" and "status" keep theirs.
fn owner(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if long_enough(rest) && !rest.ends_with(['s', 'u', 'i', 'x', 'c']) => rest,
        _ => word,
    }
}

/// Adjectives that take a t: "trådlöst", "trasigt", "långsamt", "digitalt".
const ADJECTIVE: [&str; 6] = ["lös", "ig", "sam", "iv", "al", "el"];

/// A lone n or t is an ending only after a vowel that stays, or after l and r: "kontot", "datorn", not "plan".
fn outer_fits(rest: &str, ending: &str) -> bool {
    match ending {
        "n" => rest.ends_with(super::vocabulary::is_vowel) || rest.ends_with(['r', 'l']),
        "t" => {
            rest.ends_with(super::vocabulary::is_vowel)
                || ADJECTIVE.iter().any(|adjective| rest.ends_with(adjective))
        }
        _ => true,
    }
}

fn strip<'a>(word: &'a str, endings: &[&str], fits: impl Fn(&str, &str) -> bool) -> &'a str {
    endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| long_enough(rest) && fits(rest, ending)))
        .unwrap_or(word)
}

fn long_enough(stem: &str) -> bool {
    stem.chars().nth(SHORTEST - 1).is_some() && stem.contains(super::vocabulary::is_vowel)
}

/// "Programm(et)" as "program"; n and m double before an ending in Swedish, other letters belong to the word.
fn undouble(word: &str) -> &str {
    if word.ends_with("mm") || word.ends_with("nn") {
        return word.get(..word.len() - 1).unwrap_or(word);
    }
    word
}
