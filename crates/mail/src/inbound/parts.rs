use mail_parser::ContentType;

use super::attachment::{Attachment, safe_name};
use super::decode::{charset, transfer};
use super::headers::{Headers, next_line, note, split};
use super::{Flaw, MessageId};

/// Deeper than any mail program nests; the rest is kept as an attachment.
const DEEPEST: usize = 12;
/// More parts than any letter has; the rest is kept as an attachment.
const MOST_PARTS: usize = 300;

/// What the MIME tree holds: the pieces of the letter in order, and the files.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) bodies: Vec<Body>,
    pub(super) attachments: Vec<Attachment>,
}

/// One piece of the letter, in one or both of the forms that it was sent in.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) text: Option<String>,
    pub(super) html: Option<String>,
}

/// Where a part stands, as far as that changes what it is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Whole,
    Among,
    /// A later part of multipart/related: it belongs to the first, and does not stand in the letter by itself.
    Beside,
    /// A part of multipart/digest is a message unless it says otherwise.
    Digest,
}

/// Reads the tree below a mail's headers. Every byte is looked at once per level, and levels and parts are bounded,
/// so hostile nesting costs no more than an honest letter of the same size.
pub(super) fn read(headers: &Headers, body: &[u8], flaws: &mut Vec<Flaw>) -> Content {
    let mut walk = Walk { parts: 0, flaws };
    walk.part(headers, body, 0, Place::Whole)
}

struct Walk<'f> {
    parts: usize,
    flaws: &'f mut Vec<Flaw>,
}

impl Walk<'_> {
    fn part(&mut self, headers: &Headers, body: &[u8], depth: usize, place: Place) -> Content {
        self.parts += 1;
        let content_type = headers.content("content-type");
        match content_type.as_ref().filter(|c| c.c_type == "multipart") {
            Some(multipart) => self.multipart(headers, multipart, body, depth),
            None => self.leaf(headers, content_type.as_ref(), body, place),
        }
    }

    fn multipart(
        &mut self,
        headers: &Headers,
        multipart: &ContentType<'_>,
        body: &[u8],
        depth: usize,
    ) -> Content {
        let subtype = multipart.c_subtype.as_deref().unwrap_or("mixed");
        if depth >= DEEPEST {
            note(self.flaws, Flaw::TooDeep);
            return kept(body, &format!("multipart/{subtype}"));
        }
        let named =
            multipart.attribute("boundary").map(|b| b.trim_end().as_bytes()).filter(|b| !b.is_empty());
        let mut decoded = Vec::new();
        let pieces = named.map(|boundary| pieces(body, boundary)).filter(|p| !p.is_empty()).or_else(|| {
            // A multipart must not be encoded as a whole, but some are.
            let encoding = headers.raw("content-transfer-encoding").unwrap_or_default();
            decoded = transfer(body, &encoding, self.flaws);
            let boundary = named.filter(|b| !pieces(&decoded, b).is_empty()).or_else(|| sniffed(&decoded))?;
            Some(pieces(&decoded, boundary))
        });
        let Some(pieces) = pieces.filter(|p| !p.is_empty()) else {
            note(self.flaws, Flaw::NoBoundary);
            return self.leaf(headers, None, body, Place::Whole);
        };
        let mut all = Content::default();
        for (at, piece) in pieces.iter().enumerate() {
            if self.parts >= MOST_PARTS {
                note(self.flaws, Flaw::TooManyParts);
                all.attachments.extend(
                    kept(&pieces.get(at..).unwrap_or_default().concat(), "multipart/mixed").attachments,
                );
                break;
            }
            let (inner_headers, inner) = split_part(piece, self.flaws);
            let place = match subtype {
                "digest" => Place::Digest,
                "related" if at > 0 => Place::Beside,
                _ => Place::Among,
            };
            let content = self.part(&inner_headers, inner, depth + 1, place);
            all.bodies.extend(content.bodies);
            all.attachments.extend(content.attachments);
        }
        if subtype == "alternative" {
            all.bodies = vec![one_body(all.bodies)];
        }
        all
    }

    fn leaf(
        &mut self,
        headers: &Headers,
        given: Option<&ContentType<'_>>,
        body: &[u8],
        place: Place,
    ) -> Content {
        let content_type = match given {
            Some(c) if c.c_subtype.is_some() => {
                format!("{}/{}", c.c_type, c.c_subtype.as_deref().unwrap_or_default())
            }
            _ if place == Place::Digest => "message/rfc822".to_owned(),
            _ => "text/plain".to_owned(),
        };
        let disposition = headers.content("content-disposition");
        let name = disposition
            .as_ref()
            .and_then(|d| d.attribute("filename"))
            .or_else(|| given.and_then(|c| c.attribute("name")))
            .and_then(safe_name);
        let cid =
            headers.raw("content-id").and_then(|id| MessageId::new(&id)).map(|id| id.as_str().to_owned());
        let bytes = transfer(body, &headers.raw("content-transfer-encoding").unwrap_or_default(), self.flaws);
        let file = disposition.is_some_and(|d| d.c_type == "attachment")
            || name.is_some() && place != Place::Whole
            || cid.is_some() && place == Place::Beside;
        let letter =
            matches!(content_type.as_str(), "text/plain" | "text/html" | "text/enriched" | "text/richtext");
        if letter && !file {
            let text = charset(&bytes, given.and_then(|c| c.attribute("charset")), self.flaws);
            let body = match content_type.as_str() {
                "text/html" => Body { html: Some(text), text: None },
                _ => Body { text: Some(text), html: None },
            };
            return Content { bodies: vec![body], attachments: Vec::new() };
        }
        if bytes.is_empty() && name.is_none() {
            return Content::default();
        }
        let name =
            name.or_else(|| content_type.starts_with("message/").then(|| message_name(&bytes)).flatten());
        let attachment = Attachment { name, content_type: content_type.to_ascii_lowercase(), bytes, cid };
        Content { bodies: Vec::new(), attachments: vec![attachment] }
    }
}

/// A part may have no headers at all; then its first line is empty, and must not be taken for noise.
fn split_part<'a>(piece: &'a [u8], flaws: &mut Vec<Flaw>) -> (Headers, &'a [u8]) {
    let (first, rest) = next_line(piece);
    if first.trim_ascii().is_empty() { (Headers::default(), rest) } else { split(piece, flaws) }
}

fn kept(bytes: &[u8], content_type: &str) -> Content {
    let attachment =
        Attachment { name: None, content_type: content_type.to_owned(), bytes: bytes.to_vec(), cid: None };
    Content { bodies: Vec::new(), attachments: vec![attachment] }
}

/// The forms of one letter as one piece. Several pieces of the same form are kept one after the other.
fn one_body(bodies: Vec<Body>) -> Body {
    let mut one = Body::default();
    for body in bodies {
        join(&mut one.text, body.text, "\n\n");
        join(&mut one.html, body.html, "<hr>");
    }
    one
}

fn join(to: &mut Option<String>, more: Option<String>, between: &str) {
    let Some(more) = more.filter(|m| !m.trim().is_empty()) else { return };
    match to {
        Some(text) if *text == more => {}
        Some(text) => {
            text.push_str(between);
            text.push_str(&more);
        }
        None => *to = Some(more),
    }
}

/// An attached message is named by its subject.
fn message_name(bytes: &[u8]) -> Option<String> {
    let (headers, _) = split(bytes, &mut Vec::new());
    safe_name(&headers.text("subject", 100).replace(['/', '\\'], "_")).map(|subject| format!("{subject}.eml"))
}

/// The parts between the delimiter lines of RFC 2046 §5.1.1. A delimiter is a whole line: a boundary that begins
/// like another, or stands inside a line, divides nothing.
fn pieces<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut found = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < body.len() {
        let (line, _) = next_line(body.get(at..).unwrap_or_default());
        let after = at + line.len();
        if let Some(tail) = line.strip_prefix(b"--").and_then(|l| l.strip_prefix(boundary)) {
            let tail = tail.trim_ascii_end();
            if tail.is_empty() || tail == b"--" {
                found.extend(start.map(|start| part_bytes(body, start, at)));
                start = tail.is_empty().then_some(after);
            }
        }
        at = after;
    }
    // A letter cut off on its way has no last delimiter.
    found.extend(start.map(|start| part_bytes(body, start, body.len())));
    found
}

/// The line end before a delimiter belongs to the delimiter.
fn part_bytes(body: &[u8], start: usize, end: usize) -> &[u8] {
    let part = body.get(start..end).unwrap_or_default();
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    part.strip_suffix(b"\r").unwrap_or(part)
}

/// The boundary of a multipart that names none: the first line that looks like a delimiter and comes again.
fn sniffed(body: &[u8]) -> Option<&[u8]> {
    let mut rest = body;
    for _ in 0..20 {
        let (line, after) = next_line(rest);
        let line = line.trim_ascii_end();
        if let Some(boundary) =
            line.strip_prefix(b"--").filter(|b| (6..=70).contains(&b.len()) && !b.contains(&b' '))
        {
            let again = pieces(after, boundary);
            return (!again.is_empty() || closes(after, boundary)).then_some(boundary);
        }
        rest = after;
    }
    None
}

fn closes(mut rest: &[u8], boundary: &[u8]) -> bool {
    while !rest.is_empty() {
        let (line, after) = next_line(rest);
        let tail = line.trim_ascii_end().strip_prefix(b"--").and_then(|l| l.strip_prefix(boundary));
        if tail == Some(b"--") {
            return true;
        }
        rest = after;
    }
    false
}
