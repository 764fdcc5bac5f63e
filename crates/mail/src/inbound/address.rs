/// An address and the name beside it. The name is whatever the sender wrote: it identifies nobody.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mailbox {
    pub name: Option<String>,
    /// In lower case: no mail system in use tells `Anna@` from `anna@`, and look-ups must not either.
    pub address: String,
}

/// RFC 5321 §4.5.3.1: a path is at most 256 bytes with its brackets.
const LONGEST: usize = 254;

impl Mailbox {
    /// `None` when the address is none that a letter could go to.
    pub fn new(name: Option<&str>, address: &str) -> Option<Self> {
        let address = address.trim().trim_start_matches('<').trim_end_matches('>').to_lowercase();
        let (local, domain) = address.rsplit_once('@')?;
        let sound = !local.is_empty()
            && !domain.is_empty()
            && address.len() <= LONGEST
            && !address.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"\\".contains(c))
            && !local.contains('@')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !domain.contains("..");
        if !sound {
            return None;
        }
        let name = name.map(|name| one_line(name, 200)).filter(|name| !name.is_empty() && *name != address);
        Some(Self { name, address })
    }

    pub fn local(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

/// Text as one line: white space and control characters become one space each run, and marks that turn
/// the reading direction are left out, since they make a name look like another.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let mut line = String::new();
    let mut count = 0;
    for c in text.chars() {
        if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}') {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            if count == longest {
                line.push('…');
                break;
            }
            line.push(c);
            count += 1;
        }
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_a_letter_could_go_to() {
        for (address, want) in [
            ("Anna.Berg@LJUSVIK.example", Some("anna.berg@ljusvik.example")),
            (" <anna@ljusvik.example> ", Some("anna@ljusvik.example")),
            ("åsa@ljusvik.example", Some("åsa@ljusvik.example")),
            ("anna", None),
            ("@ljusvik.example", None),
            ("anna@", None),
            ("anna@b@ljusvik.example", None),
            ("anna@.example", None),
            ("anna@ljusvik..example", None),
            ("anna berg@ljusvik.example", None),
            ("anna@ljusvik.example\r\nBcc: all@ljusvik.example", None),
        ] {
            assert_eq!(Mailbox::new(None, address).map(|m| m.address).as_deref(), want, "{address:?}");
        }
    }

    #[test]
    fn a_name_is_one_line_and_not_the_address_again() {
        let name = |text| Mailbox::new(Some(text), "a@b.example").and_then(|m| m.name);
        assert_eq!(name(" Anna\r\n\tBerg ").as_deref(), Some("Anna Berg"));
        assert_eq!(name("\u{202E}greB annA").as_deref(), Some("greB annA"));
        assert_eq!(name("a@b.example"), None);
        assert_eq!(name("   "), None);
    }
}
