use std::fmt;

use sha2::{Digest, Sha256};

/// RFC 5322 lines end at 998 bytes; no honest id is longer.
const LONGEST: usize = 998;

/// A Message-ID without its angle brackets and without white space. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(String);

impl MessageId {
    /// Reads `<id@host>` or `id@host`; `None` when nothing is left. An overlong id is replaced by its digest,
    /// so that it still tells mails apart and still fits a column.
    pub fn new(text: &str) -> Option<Self> {
        let id: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let id = id.trim_start_matches('<').trim_end_matches('>');
        match id.len() {
            0 => None,
            1..=LONGEST => Some(Self(id.to_owned())),
            _ => Some(Self(format!("{}@overlong.invalid", digest(id.as_bytes())))),
        }
    }

    /// The id of a mail that has none: the same bytes always give the same id, so that a mail that comes twice is known.
    pub fn derived(raw: &[u8]) -> Self {
        Self(format!("{}@derived.invalid", digest(raw)))
    }

    pub fn is_derived(&self) -> bool {
        self.0.ends_with("@derived.invalid")
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the last `@`, in lower case.
    pub fn domain(&self) -> Option<String> {
        self.0.rsplit_once('@').map(|(_, domain)| domain.to_lowercase())
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_loses_its_brackets_and_its_folds() {
        for (text, want) in [
            ("<a.b@host.example>", Some("a.b@host.example")),
            ("  <a\r\n\t.b@host.example> ", Some("a.b@host.example")),
            ("a.b@host.example", Some("a.b@host.example")),
            ("no-host", Some("no-host")),
            ("<>", None),
            (" ", None),
        ] {
            assert_eq!(MessageId::new(text).as_ref().map(MessageId::as_str), want, "{text:?}");
        }
    }

    #[test]
    fn an_overlong_id_is_its_digest() {
        let long = MessageId::new(&"x".repeat(5000)).expect("an id");
        assert!(long.as_str().len() < 100);
        assert_ne!(Some(long), MessageId::new(&"x".repeat(5001)));
    }

    #[test]
    fn a_derived_id_follows_the_bytes() {
        assert_eq!(MessageId::derived(b"a"), MessageId::derived(b"a"));
        assert_ne!(MessageId::derived(b"a"), MessageId::derived(b"b"));
        assert!(MessageId::derived(b"a").is_derived());
        assert_eq!(MessageId::derived(b"a").domain().as_deref(), Some("derived.invalid"));
    }
}
