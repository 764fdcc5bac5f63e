//! The mail around a letter: whom it is from and to, its place in the thread, and the marks by which other machines
//! know ours.

use std::time::{Duration, UNIX_EPOCH};

use kernel::{Id, Moment};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};

use crate::inbound::MessageId;
use crate::inbound::machine::OWN_LOOP;

/// Everything that is sent of one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub from_mail: String,
    pub from_name: String,
    pub to_mail: String,
    pub to_name: Option<String>,
    pub subject: String,
    pub message_id: String,
    pub in_reply_to: Option<String>,
    /// The oldest first.
    pub thread: Vec<String>,
    pub text: String,
    pub html: String,
    /// Answers to a mail by itself, as a receipt does; else it tells of what somebody did.
    pub is_receipt: bool,
    pub made_at: Moment,
}

/// Our own Message-ID, without brackets. Whoever answers it has seen it, since it cannot be guessed: `id` is partly chance.
pub(crate) fn own_message_id(number: i64, id: Id, domain: &str) -> String {
    format!("ticket.{number}.{}@{domain}", id.to_string().replace('-', ""))
}

/// Of a long thread the first and the nearest are named; servers refuse endless headers.
const MOST_IN_THREAD: usize = 12;

/// The thread with one more mail in it.
pub(crate) fn thread_with(mut thread: Vec<String>, next: &str) -> Vec<String> {
    thread.retain(|id| id != next);
    thread.push(next.to_owned());
    while thread.len() > MOST_IN_THREAD {
        thread.remove(1);
    }
    thread
}

/// The ids that may stand in a header as they are.
pub(crate) fn is_writable(id: &str) -> bool {
    MessageId::new(id).is_some()
        && id.len() <= 250
        && id.contains('@')
        && id.bytes().all(|b| (0x21..0x7F).contains(&b) && !b"<>".contains(&b))
}

/// The bytes that are sent. None when an address is none that a mail can go to.
pub(crate) fn bytes(envelope: &Envelope) -> Option<Vec<u8>> {
    let mailbox = |name: Option<&String>, mail: &str| Some(Mailbox::new(name.cloned(), mail.parse().ok()?));
    let from = mailbox(Some(&envelope.from_name).filter(|name| !name.is_empty()), &envelope.from_mail)?;
    let to = mailbox(envelope.to_name.as_ref(), &envelope.to_mail)?;
    let bracketed = |id: &String| format!("<{id}>");
    let made_at = UNIX_EPOCH + Duration::from_micros(u64::try_from(envelope.made_at.0).unwrap_or(0));
    let mut message = Message::builder()
        .from(from.clone())
        .reply_to(from)
        .to(to)
        .subject(envelope.subject.clone())
        .date(made_at)
        .message_id(Some(bracketed(&envelope.message_id)));
    if let Some(id) = &envelope.in_reply_to {
        message = message.in_reply_to(bracketed(id));
    }
    if !envelope.thread.is_empty() {
        message = message.references(envelope.thread.iter().map(bracketed).collect::<Vec<_>>().join(" "));
    }
    let submitted = if envelope.is_receipt { "auto-replied" } else { "auto-generated" };
    for (name, value) in [
        ("Auto-Submitted", submitted),
        ("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"),
        ("X-Loop", OWN_LOOP),
    ] {
        let name = HeaderName::new_from_ascii(name.to_owned()).ok()?;
        message = message.raw_header(HeaderValue::new(name, value.to_owned()));
    }
    let body = MultiPart::alternative_plain_html(envelope.text.clone(), envelope.html.clone());
    message.multipart(body).ok().map(|message| message.formatted())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::{machine, parse};

    fn envelope() -> Envelope {
        Envelope {
            from_mail: "it@ljusvik.example".to_owned(),
            from_name: "IT-stöd, Ljusviks kommun".to_owned(),
            to_mail: "asa.berg@ljusvik.example".to_owned(),
            to_name: Some("Åsa \"Bus\" Berg, lärare".to_owned()),
            subject: "[#28417] Skrivaren låter\r\nBcc: alla@ljusvik.example".to_owned(),
            message_id: own_message_id(28417, Id::seeded(1, 1), "ljusvik.example"),
            in_reply_to: Some("1@klient.example".to_owned()),
            thread: vec!["0@klient.example".to_owned(), "1@klient.example".to_owned()],
            text: "Hej!\n.\nFrån oss\n".to_owned(),
            html: "<p>Hej!</p>".to_owned(),
            is_receipt: true,
            made_at: Moment(1_773_306_720_000_000),
        }
    }

    #[test]
    fn our_own_mail_reads_back() {
        let envelope = envelope();
        let mail = parse(&bytes(&envelope).expect("sendable"));
        assert_eq!(mail.from.as_ref().map(|from| from.address.as_str()), Some("it@ljusvik.example"));
        assert_eq!(
            mail.to.iter().map(|to| to.address.as_str()).collect::<Vec<_>>(),
            ["asa.berg@ljusvik.example"]
        );
        assert_eq!(mail.to.first().and_then(|to| to.name.clone()), envelope.to_name);
        assert_eq!(mail.message_id.as_str(), envelope.message_id);
        assert_eq!(mail.answers().len(), 2);
        assert_eq!(mail.date, Some(envelope.made_at));
        assert!(mail.subject.starts_with("[#28417] Skrivaren låter"));
        assert!(mail.text.contains("Från oss") && mail.html.is_some());
        assert_eq!(mail.flaws, []);
    }

    #[test]
    fn our_own_mail_is_known_as_a_machines_and_names_nobody_else() {
        let raw = bytes(&envelope()).expect("sendable");
        assert_eq!(machine::sign(&parse(&raw)), Some(machine::Sign::Loop));
        let text = String::from_utf8_lossy(&raw);
        assert!(text.contains("Auto-Submitted: auto-replied\r\n"), "{text}");
        assert!(!text.to_lowercase().contains("\nbcc:"), "a subject makes no header: {text}");
        assert!(text.is_ascii());
    }

    #[test]
    fn an_address_that_is_none_is_not_sent_to() {
        for to_mail in ["", "asa", "a b@ljusvik.example", "a@b\r\nRCPT TO:<c@d>"] {
            assert_eq!(bytes(&Envelope { to_mail: to_mail.to_owned(), ..envelope() }), None, "{to_mail:?}");
        }
    }

    #[test]
    fn a_long_thread_keeps_its_first_and_its_last() {
        let mut thread = Vec::new();
        for n in 0..40 {
            thread = thread_with(thread, &format!("{n}@x"));
        }
        assert_eq!(thread.len(), MOST_IN_THREAD);
        assert_eq!((thread[0].as_str(), thread[MOST_IN_THREAD - 1].as_str()), ("0@x", "39@x"));
        assert_eq!(thread_with(vec!["a@x".into(), "b@x".into()], "a@x"), ["b@x", "a@x"]);
    }

    #[test]
    fn only_sound_ids_are_repeated_in_headers() {
        for (id, fine) in
            [("1@x.example", true), ("no-host", false), ("a b@x", false), ("å@x", false), ("a>@x", false)]
        {
            assert_eq!(is_writable(id), fine, "{id}");
        }
    }
}
