//! A phone number as people write it, and as it is compared: E.164. Pure.

/// What a number written without a country belongs to.
const COUNTRY: &str = "+46";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// `+46605501 44` without its space: what a caller's number is compared with.
    pub number: String,
    /// As it was written: `060-55 01 44`.
    pub shown: String,
}

impl Phone {
    /// None when it is not a number that can be called from outside.
    pub fn parse(text: &str) -> Option<Self> {
        let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Self { number: e164(&shown)?, shown })
    }
}

/// `060-55 01 44`, `0046 60 55 01 44` and `+46 (0)60-55 01 44` are all `+4660550144`.
pub fn e164(text: &str) -> Option<String> {
    let text = text.trim().replace("(0)", "");
    if !text.chars().all(|c| {
        c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '/' | '.' | '\u{2013}' | '\u{a0}')
    }) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = if text.starts_with('+') {
        format!("+{digits}")
    } else if let Some(abroad) = digits.strip_prefix("00") {
        format!("+{abroad}")
    } else {
        format!("{COUNTRY}{}", digits.strip_prefix('0')?)
    };
    (8..=16).contains(&number.len()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_one_number_however_it_is_written() {
        for (typed, number) in [
            ("060-55 01 44", Some("+4660550144")),
            ("+46 60 55 01 44", Some("+4660550144")),
            ("+46 (0)60-55 01 44", Some("+4660550144")),
            ("0046605501 44", Some("+4660550144")),
            ("070-155 01 44", Some("+46701550144")),
            ("+47 22 12 34 56", Some("+4722123456")),
            ("4014", None),
            ("55 01 44", None),
            ("0", None),
            ("ring mig", None),
            ("", None),
            ("+46 60 55 01 44 99 88 77 66", None),
        ] {
            assert_eq!(e164(typed).as_deref(), number, "{typed}");
        }
        assert_eq!(Phone::parse(" 060-55  01 44 ").expect("a number").shown, "060-55 01 44");
    }
}
