//! Endings of English words: plural, -ed and -ing. Deliberately no more: "printer" and "print" are two things at a desk.

/// The stem of a lower-case word.
pub(super) fn stem(word: &str) -> String {
    if !word.is_ascii() || word.len() < 4 {
        return word.to_owned();
    }
    tense(plural(word))
}

fn plural(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 1) {
        return format!("{rest}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

fn tense(word: String) -> String {
    let rest = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"));
    let Some(rest) = rest.filter(|rest| rest.len() > 2 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
    else {
        // "Update" and "updated" meet without the e.
        return word.strip_suffix('e').filter(|rest| rest.len() > 3).unwrap_or(&word).to_owned();
    };
    let mut letters = rest.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && !"lsz".contains(last) => {
            rest.get(..rest.len() - 1).unwrap_or(rest).to_owned()
        }
        _ => rest.to_owned(),
    }
}
