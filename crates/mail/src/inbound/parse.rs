use std::panic::{AssertUnwindSafe, catch_unwind};

use super::headers::{Headers, note, split};
use super::html::{self, SafeHtml};
use super::machine::Marks;
use super::parts::{self, Body, Content};
use super::{Attachment, Flaw, InboundMail, MessageId};

/// The longest text that is shown in a ticket, in bytes; a longer one is attached whole.
const LONGEST_TEXT: usize = 256 * 1024;

/// Reads a mail. Any bytes give a mail; what could not be read is told in its flaws, and the caller keeps the bytes.
///
/// It never panics: the readers of other houses run behind a guard, and a mail that breaks one is kept unread.
pub fn parse(raw: &[u8]) -> InboundMail {
    catch_unwind(AssertUnwindSafe(|| read(raw))).unwrap_or_else(|_| unread(raw))
}

fn read(raw: &[u8]) -> InboundMail {
    if !raw.contains(&b'\n') && raw.contains(&b'\r') {
        let lines: Vec<u8> = raw.iter().map(|&b| if b == b'\r' { b'\n' } else { b }).collect();
        return InboundMail {
            message_id: InboundMail::id_of(&split(&lines, &mut Vec::new()).0, raw),
            ..read(&lines)
        };
    }
    let mut flaws = Vec::new();
    let (headers, body) = split(raw, &mut flaws);
    if raw.trim_ascii().is_empty() {
        note(&mut flaws, Flaw::Empty);
    } else if headers.is_empty() {
        note(&mut flaws, Flaw::NoHeaders);
    }
    let Content { bodies, mut attachments } = parts::read(&headers, body, &mut flaws);
    let (text, html) = letter(bodies, &mut attachments, &mut flaws);
    let from = headers.mailboxes("from").into_iter().next();
    if from.is_none() {
        note(&mut flaws, Flaw::NoSender);
    }
    let date = headers.date();
    if date.is_none() && headers.has("date") {
        note(&mut flaws, Flaw::BadDate);
    }
    InboundMail {
        message_id: InboundMail::id_of(&headers, raw),
        in_reply_to: headers.ids("in-reply-to"),
        references: headers.ids("references"),
        from,
        reply_to: headers.mailboxes("reply-to").into_iter().next(),
        to: headers.mailboxes("to"),
        cc: headers.mailboxes("cc"),
        subject: headers.text("subject", 500),
        date,
        text,
        html,
        attachments,
        marks: Marks::read(&headers),
        flaws,
    }
}

impl InboundMail {
    fn id_of(headers: &Headers, raw: &[u8]) -> MessageId {
        headers.ids("message-id").into_iter().next().unwrap_or_else(|| MessageId::derived(raw))
    }
}

/// A mail that broke a reader: nothing is known of it but its bytes.
fn unread(raw: &[u8]) -> InboundMail {
    let original =
        Attachment { name: None, content_type: "message/rfc822".to_owned(), bytes: raw.to_vec(), cid: None };
    InboundMail {
        message_id: MessageId::derived(raw),
        in_reply_to: Vec::new(),
        references: Vec::new(),
        from: None,
        reply_to: None,
        to: Vec::new(),
        cc: Vec::new(),
        subject: String::new(),
        date: None,
        text: String::new(),
        html: None,
        attachments: vec![original],
        marks: Marks::default(),
        flaws: vec![Flaw::GivenUp],
    }
}

/// The pieces of the letter as one text, and as one HTML when any piece has HTML.
fn letter(
    bodies: Vec<Body>,
    attachments: &mut Vec<Attachment>,
    flaws: &mut Vec<Flaw>,
) -> (String, Option<SafeHtml>) {
    let rich = bodies.iter().any(|b| b.html.is_some());
    let mut text = String::new();
    let mut whole = String::new();
    for body in bodies {
        let plain = body.text.map(|t| plain_lines(&t)).filter(|t| !t.is_empty());
        if rich {
            if !whole.is_empty() {
                whole.push_str("<hr>");
            }
            match (&body.html, &plain) {
                (Some(html), _) => whole.push_str(html),
                (None, Some(plain)) => whole.push_str(&html::from_text(plain)),
                (None, None) => {}
            }
        }
        let said = plain.or_else(|| body.html.as_deref().map(|html| plain_lines(&html::to_text(html))));
        if let Some(said) = said.filter(|s| !s.is_empty()) {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&said);
        }
    }
    if text.len() > LONGEST_TEXT {
        note(flaws, Flaw::TextCut);
        attachments.push(file("text/plain", &text));
        text.truncate(text.floor_char_boundary(LONGEST_TEXT));
    }
    if whole.len() > html::LONGEST {
        note(flaws, Flaw::HtmlCut);
        attachments.push(file("text/html", &whole));
    }
    let safe = rich.then(|| html::safe(&whole)).filter(|safe| !safe.is_empty());
    (text, safe)
}

fn file(content_type: &str, text: &str) -> Attachment {
    Attachment {
        name: None,
        content_type: content_type.to_owned(),
        bytes: text.as_bytes().to_vec(),
        cid: None,
    }
}

/// `\n` line ends, no control characters (a database refuses some), no blanks at line ends but the one that
/// makes `-- ` a signature mark, and at most two empty lines in a row.
fn plain_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{0B}', '\u{0C}', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line: String = line.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let bare = line.trim_end();
        if bare.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.extend(std::iter::repeat_n('\n', 1 + empty.min(2)));
        }
        empty = 0;
        out.push_str(if bare == "--" && line.starts_with("-- ") { "-- " } else { bare });
    }
    out
}
