//! How large a file may be, said first and refused early (pure).

use kernel::{Actor, Refusal, RefusalKind, Role};

const MEGABYTE: i64 = 1_000_000;

/// From the portal.
pub const PORTAL_BYTES: i64 = 25 * MEGABYTE;
/// From those who work at the desk.
pub const AGENT_BYTES: i64 = 100 * MEGABYTE;

pub fn limit_for(actor: &Actor) -> i64 {
    let agent = [Role::FirstLine, Role::SupplierAgent, Role::SecondLine, Role::ItManager];
    if agent.iter().any(|role| actor.has(*role)) { AGENT_BYTES } else { PORTAL_BYTES }
}

pub(crate) fn check(actor: &Actor, bytes: i64) -> Result<(), Refusal> {
    let limit = limit_for(actor);
    if bytes <= limit {
        return Ok(());
    }
    let mut refusal =
        Refusal::new(RefusalKind::TooLarge, "desk-file-too-large").with("limit", limit / MEGABYTE);
    refusal.field = Some("file");
    Err(refusal)
}

/// The last part of a path, without signs that steer terminals or file systems; never empty.
pub(crate) fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|sign| !sign.is_control()).take(200).collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.is_empty() { "file".to_owned() } else { clean.to_owned() }
}

/// A media type as headers may carry it; anything else is octets.
pub(crate) fn clean_type(content_type: &str) -> String {
    let plain = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let sound = plain.split_once('/').is_some_and(|(a, b)| {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|c| c.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&c))
        };
        word(a) && word(b)
    });
    if sound && plain.len() <= 120 { plain } else { "application/octet-stream".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        for (name, want) in [
            ("bild.png", "bild.png"),
            ("C:\\Users\\maria\\bild.png", "bild.png"),
            ("../../etc/passwd", "passwd"),
            (".bashrc", "bashrc"),
            ("a\u{0}b\r\n.txt", "ab.txt"),
            ("", "file"),
            ("../", "file"),
        ] {
            assert_eq!(clean_name(name), want, "{name:?}");
        }
    }

    #[test]
    fn a_type_is_only_a_type() {
        for (typed, want) in [
            ("image/PNG", "image/png"),
            ("text/plain; charset=utf-8", "text/plain"),
            ("image/svg+xml", "image/svg+xml"),
            ("text/html\r\nX: y", "application/octet-stream"),
            ("", "application/octet-stream"),
        ] {
            assert_eq!(clean_type(typed), want, "{typed:?}");
        }
    }
}
