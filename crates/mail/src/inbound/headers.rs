use mail_parser::parsers::MessageStream;
use mail_parser::{Addr, Address, ContentType, HeaderValue};

use kernel::Moment;

use super::address::one_line;
use super::decode::guess_text;
use super::{Flaw, Mailbox, MessageId};

/// The longest block, field and number of fields that we read; the raw mail keeps the rest.
const LONGEST_BLOCK: usize = 256 * 1024;
const LONGEST_FIELD: usize = 32 * 1024;
const MOST_FIELDS: usize = 1000;
const MOST_ADDRESSES: usize = 1000;
const MOST_IDS: usize = 200;

/// Fields that show that a line further down still belongs to the headers.
const USUAL: [&str; 14] = [
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "received",
    "reply-to",
    "content-transfer-encoding",
    "content-disposition",
    "return-path",
    "references",
];

/// The header fields of a mail or of a part, in order, each still folded and encoded.
#[derive(Debug, Default)]
pub(super) struct Headers {
    fields: Vec<(String, String)>,
}

/// Splits a mail or a part into its headers and its body.
///
/// The headers end at the first empty line. A line that is no header is passed over when headers follow it,
/// and begins the body when none does: then the empty line was forgotten.
pub(super) fn split<'a>(raw: &'a [u8], flaws: &mut Vec<Flaw>) -> (Headers, &'a [u8]) {
    let mut headers = Headers::default();
    let mut rest = raw;
    let mut read = 0;
    while !rest.is_empty() {
        let (line, after) = next_line(rest);
        let bare = line.trim_ascii_end();
        if bare.is_empty() {
            if headers.fields.is_empty() && read < LONGEST_BLOCK {
                // Empty lines before the first header are noise from a pipe.
                rest = after;
                read += line.len();
                continue;
            }
            if line.first().is_some_and(|b| matches!(b, b' ' | b'\t')) && is_continued(after) {
                rest = after;
                continue;
            }
            return (headers, after);
        }
        if read + line.len() > LONGEST_BLOCK || headers.fields.len() >= MOST_FIELDS {
            note(flaws, Flaw::HeadersCut);
            return (headers, after_blank_line(rest));
        }
        read += line.len();
        if !headers.take(line) {
            let mbox = line.starts_with(b"From ") || line.starts_with(b">From ");
            if !mbox {
                if !headers_follow(after) {
                    break;
                }
                note(flaws, Flaw::BadHeaderLine);
            }
        }
        rest = after;
    }
    if headers.fields.is_empty() { (headers, raw) } else { (headers, rest) }
}

pub(super) fn note(flaws: &mut Vec<Flaw>, flaw: Flaw) {
    if !flaws.contains(&flaw) {
        flaws.push(flaw);
    }
}

/// The first line with its line end, and what follows.
pub(super) fn next_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| at + 1);
    bytes.split_at(end)
}

/// The name of the field that the line begins, when it begins one.
fn field_name(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().take(120).position(|&b| b == b':')?;
    let (name, value) = line.split_at(colon);
    let name = name.trim_ascii_end();
    let sound = !name.is_empty() && name.iter().all(|b| matches!(b, b'!'..=b'9' | b';'..=b'~'));
    sound.then(|| (name, value.get(1..).unwrap_or_default()))
}

/// Whether a line of blanks only is a fold inside a field: a header or a fold follows.
fn is_continued(after: &[u8]) -> bool {
    let (line, _) = next_line(after);
    let fold = line.first().is_some_and(|b| matches!(b, b' ' | b'\t')) && !line.trim_ascii().is_empty();
    fold || is_usual(line)
}

fn is_usual(line: &[u8]) -> bool {
    field_name(line)
        .is_some_and(|(name, _)| USUAL.iter().any(|usual| name.eq_ignore_ascii_case(usual.as_bytes())))
}

fn headers_follow(mut rest: &[u8]) -> bool {
    for _ in 0..50 {
        let (line, after) = next_line(rest);
        if line.trim_ascii().is_empty() {
            return false;
        }
        if is_usual(line) {
            return true;
        }
        rest = after;
    }
    false
}

fn after_blank_line(mut rest: &[u8]) -> &[u8] {
    while !rest.is_empty() {
        let (line, after) = next_line(rest);
        rest = after;
        if line.trim_ascii().is_empty() {
            break;
        }
    }
    rest
}

impl Headers {
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Takes a line as a new field or as the fold of the last one; false when it is neither.
    fn take(&mut self, line: &[u8]) -> bool {
        if line.first().is_some_and(|b| matches!(b, b' ' | b'\t')) {
            let Some((_, value)) = self.fields.last_mut() else { return false };
            if value.len() + line.len() <= LONGEST_FIELD {
                value.push_str(&guess_text(line));
            }
            return true;
        }
        let Some((name, value)) = field_name(line) else { return false };
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let value = value.get(..LONGEST_FIELD).unwrap_or(value);
        self.fields.push((name, guess_text(value)));
        true
    }

    fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The first field of the name, unfolded, as it stands.
    pub(super) fn raw(&self, name: &str) -> Option<String> {
        self.all(name).next().map(|value| one_line(value, LONGEST_FIELD))
    }

    /// The first field of the name that says anything, decoded, as one line.
    pub(super) fn text(&self, name: &str, longest: usize) -> String {
        self.all(name)
            .map(|value| match MessageStream::new(closed(value).as_bytes()).parse_unstructured() {
                HeaderValue::Text(text) => one_line(&text, longest),
                _ => String::new(),
            })
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    pub(super) fn mailboxes(&self, name: &str) -> Vec<Mailbox> {
        let mut found: Vec<Mailbox> = Vec::new();
        for value in self.all(name) {
            let value = closed(value);
            let parsed = match MessageStream::new(value.as_bytes()).parse_address() {
                HeaderValue::Address(Address::List(list)) => list,
                HeaderValue::Address(Address::Group(groups)) => {
                    groups.into_iter().flat_map(|g| g.addresses).collect()
                }
                _ => Vec::new(),
            };
            let room = MOST_ADDRESSES.saturating_sub(found.len());
            let before = found.len();
            found.extend(parsed.iter().filter_map(mailbox).take(room));
            if found.len() == before {
                found.extend(loose(&value).take(room.min(1)));
            }
        }
        found
    }

    pub(super) fn ids(&self, name: &str) -> Vec<MessageId> {
        let mut ids = Vec::new();
        for value in self.all(name) {
            let value = closed(value);
            match MessageStream::new(value.as_bytes()).parse_id() {
                HeaderValue::Text(id) => ids.extend(MessageId::new(&id)),
                HeaderValue::TextList(list) => ids.extend(list.iter().filter_map(|id| MessageId::new(id))),
                _ => {}
            }
        }
        // The last ones are the nearest: RFC 5322 §3.6.4 appends.
        ids.split_off(ids.len().saturating_sub(MOST_IDS))
    }

    pub(super) fn date(&self) -> Option<Moment> {
        self.all("date").find_map(|value| {
            let value = closed(value);
            let HeaderValue::DateTime(date) = MessageStream::new(value.as_bytes()).parse_date() else {
                return None;
            };
            date.is_valid().then(|| Moment(0).plus_seconds(date.to_timestamp()))
        })
    }

    /// `Content-Type` or `Content-Disposition`.
    pub(super) fn content(&self, name: &str) -> Option<ContentType<'static>> {
        self.all(name).find_map(|value| {
            let value = closed(value);
            match MessageStream::new(value.as_bytes()).parse_content_type().into_owned() {
                HeaderValue::ContentType(content) => Some(content),
                _ => None,
            }
        })
    }
}

/// The field readers want the line end that ends a field, and stop there.
fn closed(value: &str) -> String {
    format!(" {}\n", value.trim())
}

/// Some write the address as the name; what can be found is taken.
fn mailbox(addr: &Addr<'_>) -> Option<Mailbox> {
    let name = addr.name.as_deref();
    addr.address
        .as_deref()
        .and_then(|address| Mailbox::new(name, address))
        .or_else(|| name.and_then(|name| loose(name).next()))
}

/// The words of a broken field that are addresses.
fn loose(value: &str) -> impl Iterator<Item = Mailbox> {
    value.split([' ', ',', ';', '<', '>', '"', '\'']).filter_map(|word| Mailbox::new(None, word))
}
