//! Did a machine write it? Such mail is kept and filed: it makes no ticket, reopens none and is never answered,
//! so that two machines cannot write to each other all night.

use super::InboundMail;
use super::headers::Headers;

/// Our own mark: every mail that we send carries `X-Loop: enhet`.
pub const OWN_LOOP: &str = "enhet";

/// What gave the machine away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// `X-Loop`: our own mail has come back, or another desk's went round.
    Loop,
    /// A report on delivery or reading (RFC 3462, RFC 8098).
    Report,
    /// `Return-Path: <>`: nobody is to answer (RFC 5321 §4.5.5).
    NullReturnPath,
    /// `Auto-Submitted` with anything but `no` (RFC 3834).
    AutoSubmitted,
    /// A vacation answer that says so in its maker's own way: Exchange, Google and older ones.
    AutoReply,
    /// `Precedence: bulk`, `junk`, `list` or `auto_reply`.
    Bulk,
    /// `List-Id` (RFC 2919).
    List,
    /// An address that no person writes from.
    MachineAddress,
}

impl Sign {
    /// As it stands in the mail log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Report => "report",
            Self::NullReturnPath => "null_return_path",
            Self::AutoSubmitted => "auto_submitted",
            Self::AutoReply => "auto_reply",
            Self::Bulk => "bulk",
            Self::List => "list",
            Self::MachineAddress => "machine_address",
        }
    }
}

/// The signs that stand in the headers, the surest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub signs: Vec<Sign>,
}

impl Marks {
    pub(super) fn read(headers: &Headers) -> Self {
        let found = [
            (Sign::Loop, headers.has("x-loop")),
            (Sign::Report, is_report(headers)),
            (Sign::NullReturnPath, has_null_return_path(headers)),
            (Sign::AutoSubmitted, is_auto_submitted(headers)),
            (Sign::AutoReply, is_auto_reply(headers)),
            (Sign::Bulk, is_bulk(headers)),
            (Sign::List, headers.has("list-id")),
        ];
        Self { signs: found.into_iter().filter(|(_, found)| *found).map(|(sign, _)| sign).collect() }
    }
}

/// The surest sign that a machine wrote the mail; none when a person may have.
pub fn sign(mail: &InboundMail) -> Option<Sign> {
    let by_headers = mail.marks.signs.first().copied();
    by_headers.or_else(|| is_auto_reply_subject(&mail.subject).then_some(Sign::AutoReply)).or_else(|| {
        mail.from
            .as_ref()
            .is_some_and(|from| is_machine_address(from.local()))
            .then_some(Sign::MachineAddress)
    })
}

fn is_report(headers: &Headers) -> bool {
    let content = headers.content("content-type");
    headers.has("x-failed-recipients")
        || content.is_some_and(|content| {
            let subtype = content.c_subtype.as_deref().unwrap_or_default();
            matches!(
                (content.c_type.as_ref(), subtype),
                ("multipart", "report") | ("message", "delivery-status" | "disposition-notification")
            )
        })
}

fn has_null_return_path(headers: &Headers) -> bool {
    // The first one is the last server's, and that server is ours.
    headers.raw("return-path").is_some_and(|path| path.chars().filter(|c| !c.is_whitespace()).eq(['<', '>']))
}

fn is_auto_submitted(headers: &Headers) -> bool {
    first_word(headers, "auto-submitted").is_some_and(|word| word != "no")
}

/// Exchange names what must not be answered automatically. `DR` and `RN` alone ask for no receipts, as people's
/// programs do; `All`, `AutoReply` and `OOF` are set by programs only.
fn is_auto_reply(headers: &Headers) -> bool {
    let suppress = headers.raw("x-auto-response-suppress").unwrap_or_default().to_ascii_lowercase();
    suppress.split([',', ';', ' ']).any(|word| matches!(word, "all" | "autoreply" | "oof"))
        || ["x-autoreply", "x-autoreply-from", "x-autorespond", "x-mail-autoreply"]
            .iter()
            .any(|name| headers.has(name))
        || first_word(headers, "x-fc-machinegenerated").is_some_and(|word| word == "true")
        || headers
            .raw("x-post-messageclass")
            .is_some_and(|class| class.to_ascii_lowercase().contains("autoresponder"))
}

fn is_bulk(headers: &Headers) -> bool {
    first_word(headers, "precedence")
        .is_some_and(|word| matches!(word.as_str(), "bulk" | "junk" | "list" | "auto_reply" | "auto-reply"))
}

fn first_word(headers: &Headers, name: &str) -> Option<String> {
    let value = headers.raw(name)?;
    let word = value.split([' ', ';', '(', ',']).find(|word| !word.is_empty())?;
    Some(word.to_ascii_lowercase())
}

/// What vacation answers begin with in Outlook and Gmail, for those that lost their headers on the way.
/// Compared without dots and rings.
const AUTO_REPLIES: [&str; 7] = [
    "autosvar:",
    "automatiskt svar:",
    "franvaromeddelande:",
    "automatic reply:",
    "auto reply:",
    "autoreply:",
    "out of office:",
];

fn is_auto_reply_subject(subject: &str) -> bool {
    let folded = texts::fold(subject).plain;
    AUTO_REPLIES.iter().any(|start| folded.starts_with(start))
}

fn is_machine_address(local: &str) -> bool {
    let bare: String = local.chars().filter(|c| !matches!(c, '-' | '_' | '.')).collect();
    matches!(
        bare.as_str(),
        "mailerdaemon" | "postmaster" | "bounce" | "bounces" | "noreply" | "donotreply" | "svarainte"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::parse;

    fn sign_of(headers: &str) -> Option<Sign> {
        let from = if headers.contains("From:") { "" } else { "From: anna@ljusvik.example\r\n" };
        sign(&parse(format!("{from}{headers}\r\n\r\nHej").as_bytes()))
    }

    #[test]
    fn a_machine_gives_itself_away() {
        for (headers, want) in [
            ("Subject: Hej", None),
            ("Auto-Submitted: no", None),
            ("Auto-Submitted: auto-replied (vacation)", Some(Sign::AutoSubmitted)),
            ("Auto-Submitted: auto-generated; owner=x", Some(Sign::AutoSubmitted)),
            ("Precedence: bulk", Some(Sign::Bulk)),
            ("Precedence: Auto_Reply", Some(Sign::Bulk)),
            ("Precedence: first-class", None),
            ("X-Auto-Response-Suppress: All", Some(Sign::AutoReply)),
            ("X-Auto-Response-Suppress: DR, OOF, AutoReply", Some(Sign::AutoReply)),
            ("X-Auto-Response-Suppress: DR, RN, NRN", None),
            ("X-Autoreply: yes", Some(Sign::AutoReply)),
            ("Return-Path: <>", Some(Sign::NullReturnPath)),
            ("Return-Path: < >", Some(Sign::NullReturnPath)),
            ("Return-Path: <anna@ljusvik.example>", None),
            ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", Some(Sign::Report)),
            ("Content-Type: message/disposition-notification", Some(Sign::Report)),
            ("X-Failed-Recipients: anna@ljusvik.example", Some(Sign::Report)),
            ("List-Id: <nyheter.ljusvik.example>", Some(Sign::List)),
            ("X-Loop: enhet", Some(Sign::Loop)),
            ("From: MAILER-DAEMON@ljusvik.example", Some(Sign::MachineAddress)),
            ("From: Do Not Reply <do-not-reply@ljusvik.example>", Some(Sign::MachineAddress)),
            ("From: noreen@ljusvik.example", None),
            ("Subject: Autosvar: [#28417] Skrivaren", Some(Sign::AutoReply)),
            ("Subject: Automatiskt svar: Skrivaren", Some(Sign::AutoReply)),
            ("Subject: Out of office: Printer", Some(Sign::AutoReply)),
            ("Subject: =?utf-8?Q?Fr=C3=A5nvaromeddelande:_ledig?=", Some(Sign::AutoReply)),
            ("Subject: Sv: Autosvar: Skrivaren", None),
        ] {
            assert_eq!(sign_of(headers), want, "{headers}");
        }
    }

    #[test]
    fn the_surest_sign_is_the_one_that_is_told() {
        let all = "Return-Path: <>\r\nAuto-Submitted: auto-generated\r\nX-Loop: enhet\r\nPrecedence: bulk";
        assert_eq!(sign_of(all), Some(Sign::Loop));
    }
}
