//! Reads a ticket number out of what somebody typed or a subject line holds (pure).

/// `28417`, `#28417`, `28 417`, ` 28417 `: the whole text is one number.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches('#');
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let mut digits = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            ' ' | '\u{a0}' | '\u{202f}' => {}
            _ => return None,
        }
    }
    // Eighteen digits always fit; anything longer is a telephone bill, not a ticket.
    if digits.len() > 18 { None } else { digits.parse().ok().filter(|number| *number > 0) }
}

/// The number in square brackets in a subject line, as our own mails write it: `Re: Nätet [#28417]`.
pub fn in_subject(subject: &str) -> Option<i64> {
    subject.split("[#").skip(1).find_map(|rest| {
        let (inside, _) = rest.split_once(']')?;
        parse(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_number() {
        for (text, want) in [
            ("28417", Some(28_417)),
            (" #28417 ", Some(28_417)),
            ("28 417", Some(28_417)),
            ("28\u{a0}417", Some(28_417)),
            ("0", None),
            ("-5", None),
            ("LJU-20417", None),
            ("28417a", None),
            ("", None),
            ("#", None),
            ("99999999999999999999", None),
            ("٣", None),
        ] {
            assert_eq!(parse(text), want, "{text:?}");
        }
    }

    #[test]
    fn what_a_subject_line_names() {
        assert_eq!(in_subject("Sv: Re: Nätet ligger nere [#28417]"), Some(28_417));
        assert_eq!(in_subject("[#x] [#7]"), Some(7));
        assert_eq!(in_subject("Faktura 28417"), None);
        assert_eq!(in_subject("[#28417"), None);
    }
}
