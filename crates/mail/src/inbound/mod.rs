//! Mail in, from raw bytes to a decision, in reading order:
//!
//! - [`parse`]: bytes to an [`InboundMail`]; any bytes, bounded in time and memory
//! - `headers`, `parts`, `decode`: its three layers: header fields, MIME tree, encodings and character sets
//! - `html`, `outline`: mail HTML made safe to show, and its plain text
//! - [`Mailbox`], [`MessageId`], [`Attachment`]: what a mail is made of
//! - [`machine`]: did a machine write it?
//! - [`quote`]: new words apart from the quoted ones
//! - [`number`]: the ticket number in a subject
//! - [`thread`]: which ticket it belongs to, as one table

mod address;
mod attachment;
mod decode;
mod headers;
mod html;
pub mod machine;
mod message_id;
pub mod number;
mod outline;
mod parse;
mod parts;
pub mod quote;
pub mod thread;

use kernel::Moment;

pub use address::Mailbox;
pub use attachment::Attachment;
pub use html::SafeHtml;
pub use message_id::MessageId;
pub(crate) use message_id::digest;
pub use parse::parse;

/// The largest mail that is taken in when the setting says nothing else: 25 MB of files in base64, and their letter.
pub const SIZE_LIMIT: usize = 40 * 1024 * 1024;

/// A mail as read. Nothing here is trusted: every word in it was chosen by whoever sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct InboundMail {
    /// As the sender wrote it, or derived from the bytes when there is none.
    pub message_id: MessageId,
    pub in_reply_to: Vec<MessageId>,
    pub references: Vec<MessageId>,
    pub from: Option<Mailbox>,
    pub reply_to: Option<Mailbox>,
    pub to: Vec<Mailbox>,
    pub cc: Vec<Mailbox>,
    /// One line, decoded; empty when there is none.
    pub subject: String,
    /// What the sender's clock said.
    pub date: Option<Moment>,
    /// The body as plain text with `\n` line ends; from the HTML when there is no plain text.
    pub text: String,
    /// The body as HTML that is safe to show, when the mail has HTML.
    pub html: Option<SafeHtml>,
    pub attachments: Vec<Attachment>,
    pub marks: machine::Marks,
    pub flaws: Vec<Flaw>,
}

impl InboundMail {
    /// Whether the mail cannot be handled as one: no usable sender, or nothing in it. It is kept and filed.
    pub fn is_unparsable(&self) -> bool {
        self.flaws
            .iter()
            .any(|flaw| matches!(flaw, Flaw::Empty | Flaw::NoHeaders | Flaw::NoSender | Flaw::GivenUp))
    }

    /// The ids that the mail says it answers, the nearest first, each once, at most fifty.
    pub fn answers(&self) -> Vec<&MessageId> {
        let mut ids: Vec<&MessageId> = Vec::new();
        for id in self.in_reply_to.iter().chain(self.references.iter().rev()) {
            if ids.len() < 50 && !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

/// What was wrong with a mail; the mail was read all the same, as far as it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flaw {
    /// No bytes but white space.
    Empty,
    /// Not one header field: all is body.
    NoHeaders,
    /// No `From` with a usable address.
    NoSender,
    /// A reader failed inside; the bytes are kept as an attachment.
    GivenUp,
    /// The header block is longer than we read.
    HeadersCut,
    /// Lines among the headers that are no header.
    BadHeaderLine,
    /// The `Date` cannot be read.
    BadDate,
    /// A multipart whose boundary is missing or never comes; read as text.
    NoBoundary,
    /// Parts nested deeper than we follow; the inner ones are kept as one attachment.
    TooDeep,
    /// More parts than we follow; the rest is kept as one attachment.
    TooManyParts,
    /// A transfer encoding that does not decode; read leniently or kept as it stands.
    BrokenEncoding,
    /// The character set is unknown or wrong; the text was read by guess.
    CharsetGuessed,
    /// The text is longer than we show; the whole is kept as an attachment.
    TextCut,
    /// The HTML is longer than we show; the whole is kept as an attachment.
    HtmlCut,
}

impl Flaw {
    pub const ALL: [Self; 14] = [
        Self::Empty,
        Self::NoHeaders,
        Self::NoSender,
        Self::GivenUp,
        Self::HeadersCut,
        Self::BadHeaderLine,
        Self::BadDate,
        Self::NoBoundary,
        Self::TooDeep,
        Self::TooManyParts,
        Self::BrokenEncoding,
        Self::CharsetGuessed,
        Self::TextCut,
        Self::HtmlCut,
    ];

    /// The code that is stored and shown in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeaders => "no_headers",
            Self::NoSender => "no_sender",
            Self::GivenUp => "given_up",
            Self::HeadersCut => "headers_cut",
            Self::BadHeaderLine => "bad_header_line",
            Self::BadDate => "bad_date",
            Self::NoBoundary => "no_boundary",
            Self::TooDeep => "too_deep",
            Self::TooManyParts => "too_many_parts",
            Self::BrokenEncoding => "broken_encoding",
            Self::CharsetGuessed => "charset_guessed",
            Self::TextCut => "text_cut",
            Self::HtmlCut => "html_cut",
        }
    }
}
