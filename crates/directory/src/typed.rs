//! What was typed, as it is kept: trimmed, not too long, with the address made from a name. Pure.

use kernel::{Refusal, RefusalKind};

pub const NAME: usize = 120;
pub const LINE: usize = 250;
pub const TEXT: usize = 4_000;

/// A line that must be there.
pub fn needed(field: &'static str, typed: &str, longest: usize) -> Result<String, Refusal> {
    let text = line(field, typed, longest)?;
    if text.is_empty() { Err(Refusal::invalid(field, "register-text-missing")) } else { Ok(text) }
}

/// A line with single spaces, which may be empty.
pub fn line(field: &'static str, typed: &str, longest: usize) -> Result<String, Refusal> {
    short_enough(field, typed.split_whitespace().collect::<Vec<_>>().join(" "), longest)
}

/// A text with its line breaks, which may be empty.
pub fn text(field: &'static str, typed: &str) -> Result<String, Refusal> {
    short_enough(field, typed.trim().replace("\r\n", "\n"), TEXT)
}

fn short_enough(field: &'static str, text: String, longest: usize) -> Result<String, Refusal> {
    if text.chars().count() > longest {
        return Err(Refusal::invalid(field, "register-text-too-long").with("max", longest));
    }
    Ok(text)
}

/// The name in an address: `Barn- och utbildningsnämnden` gives `barn-och-utbildningsnamnden`.
pub fn slug(name: &str) -> String {
    let plain: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .map(|word| texts::fold(word).plain.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    plain.join("-")
}

/// A slug as given, or made from the name when none is.
pub fn slug_or(given: Option<&str>, name: &str) -> Result<String, Refusal> {
    let slug = slug(given.filter(|given| !given.trim().is_empty()).unwrap_or(name));
    if slug.is_empty() || slug.len() > NAME {
        return Err(Refusal::invalid("slug", "register-slug-unreadable"));
    }
    Ok(slug)
}

/// The version that was read is no longer the one that stands.
pub const fn stale() -> Refusal {
    Refusal::new(RefusalKind::Stale, "register-stale")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_plain_letters() {
        for (name, address) in [
            ("Barn- och utbildningsnämnden", "barn-och-utbildningsnamnden"),
            ("Första linjen", "forsta-linjen"),
            ("  F–6 Åsen ", "f-6-asen"),
            ("å/ä/ö", "a-a-o"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(name), address);
        }
        assert_eq!(slug_or(Some(" "), "IT-enheten").as_deref(), Ok("it-enheten"));
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("name", " a\n b ", 10).as_deref(), Ok("a b"));
        assert_eq!(needed("name", "  ", 10).map_err(|no| no.code), Err("register-text-missing"));
        assert_eq!(line("name", "abc", 2).map_err(|no| no.code), Err("register-text-too-long"));
    }
}
