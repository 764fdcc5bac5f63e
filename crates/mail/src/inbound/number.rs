//! The ticket number in a subject. It is only a hint: anybody can write a number, so it counts for those who
//! take part in the ticket and for nobody else.

/// The number in our own form, `[#28417]`, or as people write it: `#28417`, the word for ticket and a number.
/// Our own form wins wherever it stands; of others the first.
///
/// A number that belongs to something else is none: a device's `LJU-28417`, another desk's `INC0028417`, `[ABC#12]`.
pub fn in_subject(subject: &str) -> Option<i64> {
    own_form(subject).or_else(|| as_people_write(subject))
}

/// The subject in our own form, as our mail carries it.
pub fn subject(number: i64, title: &str) -> String {
    format!("[#{number}] {title}")
}

/// The subject without our own form and without the marks of answers and forwards, for the title of a new ticket.
pub fn bare_subject(subject: &str) -> &str {
    let mut rest = subject.trim();
    loop {
        let before = rest;
        rest = without_own_form(without_answer_mark(rest)).trim_start();
        if rest == before {
            return rest;
        }
    }
}

fn without_own_form(subject: &str) -> &str {
    let tail = subject.strip_prefix("[#").and_then(|rest| rest.split_once(']'));
    tail.filter(|(digits, _)| number(digits).is_some()).map_or(subject, |(_, tail)| tail)
}

fn without_answer_mark(subject: &str) -> &str {
    const MARKS: [&str; 7] = ["re", "sv", "vb", "fw", "fwd", "svar", "aw"];
    let Some((mark, rest)) = subject.split_once(':') else { return subject };
    let mark = mark.trim().to_ascii_lowercase();
    // Some programs count: `Re[2]:`.
    let bare = mark.split_once('[').map_or(mark.as_str(), |(bare, _)| bare);
    if MARKS.contains(&bare) { rest } else { subject }
}

fn own_form(subject: &str) -> Option<i64> {
    subject.match_indices("[#").find_map(|(at, mark)| {
        let (digits, _) = subject.get(at + mark.len()..)?.split_once(']')?;
        number(digits)
    })
}

/// Words that a ticket's number follows, compared without dots and rings.
const WORDS: [&str; 5] = ["arende", "arendet", "arendenummer", "ticket", "case"];
const BETWEEN: [&str; 4] = ["nr", "nr.", "nummer", "number"];

fn as_people_write(subject: &str) -> Option<i64> {
    let folded = texts::fold(bare_subject(subject)).plain;
    let words: Vec<&str> = folded.split(' ').collect();
    (0..words.len()).find_map(|at| {
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        if WORDS.contains(&word(at).trim_end_matches(':').trim_start_matches(['(', '['])) {
            let next = if BETWEEN.contains(&word(at + 1)) { at + 2 } else { at + 1 };
            if let Some(found) = number(unwrapped(word(next)).trim_start_matches('#')) {
                return Some(found);
            }
        }
        // "Skrivare #3" is a printer: without a word before it, a number is one when it is long, or stands first.
        let found = unwrapped(word(at)).strip_prefix('#').and_then(number)?;
        (at == 0 || found > 999).then_some(found)
    })
}

fn unwrapped(word: &str) -> &str {
    word.trim_matches(['(', ')', '[', ']', ':', ',', '.', ';', '!', '?', '"'])
}

/// A ticket number: digits alone, the first of them not 0, few enough to be one.
fn number(digits: &str) -> Option<i64> {
    let sound = (1..=9).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|b| b.is_ascii_digit());
    if sound { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_where_it_is_ours() {
        for (subject, want) in [
            ("Sv: [#28417] Skrivaren låter", Some(28417)),
            ("[#1] Skrivaren", Some(1)),
            ("Ärende 11111: se [#28417]", Some(28417)),
            ("#28417", Some(28417)),
            ("Ang. #28417, skrivaren", Some(28417)),
            ("Ärende 28417", Some(28417)),
            ("SV: ärende nr 28417", Some(28417)),
            ("Ärendenummer: 28417", Some(28417)),
            ("Fråga om ärendet #12", Some(12)),
            ("Re: Ticket #28417 printer", Some(28417)),
            ("ticket number 28417", Some(28417)),
            ("Skrivare #3 låter", None),
            ("#3 låter", Some(3)),
            ("LJU-28417 startar inte", None),
            ("Dator LJU-20417", None),
            ("INC0028417", None),
            ("[SUP#28417] skrivare", None),
            ("Sal 28417", None),
            ("[#028417]", None),
            ("[#1234567890]", None),
            ("[#]", None),
            ("[#28417", Some(28417)),
            ("", None),
        ] {
            assert_eq!(in_subject(subject), want, "{subject:?}");
        }
    }

    #[test]
    fn our_own_form_reads_back() {
        assert_eq!(in_subject(&subject(28417, "Ärende 1")), Some(28417));
    }

    #[test]
    fn a_title_loses_marks_and_numbers() {
        for (subject, want) in [
            ("SV: Re: [#28417] Skrivaren låter", "Skrivaren låter"),
            ("VB: Skrivaren", "Skrivaren"),
            ("Re[2]: Skrivaren", "Skrivaren"),
            ("Skrivaren: trasig", "Skrivaren: trasig"),
            ("[#x] Skrivaren", "[#x] Skrivaren"),
            ("Re:", ""),
        ] {
            assert_eq!(bare_subject(subject), want, "{subject:?}");
        }
    }
}
