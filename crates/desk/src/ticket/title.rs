//! A title out of a text that was written without one (pure).

/// In signs.
pub const LONGEST: usize = 200;

/// Longer than this is cut at a word: a list shows one line.
const COMFORTABLE: usize = 90;

/// The first sentence of the first line, cut at a word.
pub fn title_of(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let sentence = end_of_sentence(line).and_then(|end| line.get(..end)).unwrap_or(line);
    let sentence = sentence.trim_end_matches(['.', ' ', ',', ':', ';']);
    if sentence.chars().count() <= COMFORTABLE {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(COMFORTABLE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ':', ';', '.', ' ']))
}

/// A title as one line that reads as it is written: white space and control signs become one space each run, and signs
/// that nobody sees but that turn the reading direction, or hide that there is nothing to read, are left out.
pub(crate) fn one_line(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(|sign| !is_unseen(*sign))
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The joiner of emoji and of Arabic and Indic letters is not one of them.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
        || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

/// Where a sentence ends: `.`, `!` or `?` before a space and a capital letter, so that "kl. 13" goes on.
fn end_of_sentence(line: &str) -> Option<usize> {
    line.char_indices().filter(|(_, sign)| matches!(sign, '.' | '!' | '?')).find_map(|(at, sign)| {
        let end = at + sign.len_utf8();
        let mut rest = line.get(end..)?.chars();
        let follows = rest.next()?.is_whitespace() && rest.next()?.is_uppercase();
        // A title of three letters says nothing: "Hej! Nätet ligger nere."
        (follows && at > 8).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_hides_nothing() {
        for (text, want) in [
            ("  Nätet\r\nligger\tnere ", "Nätet ligger nere"),
            ("faktura\u{202E}fdp.exe", "fakturafdp.exe"),
            ("\u{200B}\u{2060}\u{FEFF}", ""),
            ("\0\u{1B}[31m", "[31m"),
            ("Hjälp 👩\u{200D}🏫", "Hjälp 👩\u{200D}🏫"),
        ] {
            assert_eq!(one_line(text), want, "{text:?}");
        }
    }

    #[test]
    fn a_title_is_the_first_sentence() {
        let long = "Skrivaren i personalrummet på plan två tar inte emot passerkort och visar bara en blinkande röd lampa \
                    när man håller kortet mot läsaren";
        for (text, want) in [
            ("Projektorn startar inte. Jag har provat två sladdar.", "Projektorn startar inte"),
            ("\n\n  Nätet i hus B\nIngen kommer ut.", "Nätet i hus B"),
            ("Lektion börjar kl. 13 och nätet ligger nere", "Lektion börjar kl. 13 och nätet ligger nere"),
            ("Hej! Nätet ligger nere hos oss. Hjälp!", "Hej! Nätet ligger nere hos oss"),
            ("Kan ni hjälpa oss? Det är bråttom.", "Kan ni hjälpa oss?"),
            ("", ""),
            (long, "Skrivaren i personalrummet på plan två tar inte emot passerkort och visar bara en …"),
        ] {
            assert_eq!(title_of(text), want);
        }
    }
}
