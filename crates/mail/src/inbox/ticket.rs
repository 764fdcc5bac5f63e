//! A mail as a ticket or as a message: what is taken of it, and what is left in the mail that is kept.

use db::Tx;
use desk::attachment::{self, Keep};
use desk::link::{self, Connect, LinkKind};
use desk::message::{self, AddMessage, Author, Note, Speaker};
use desk::ticket::{self, Asker, By, Create, Kind, Ref, Source};
use kernel::{Actor, Id, Moment, Refusal};

use super::Received;
use super::pointers::Sender;
use crate::inbound::{InboundMail, number, quote};

/// So many files come along; the rest stays in the mail that is kept.
const MOST_FILES: usize = 20;
/// In signs, as the desk takes them. A longer text comes along whole as a file.
const LONGEST_TEXT: usize = 100_000;
const LONGEST_TITLE: usize = 200;

/// A new ticket of the mail; `linked` is the one that it pointed at but could not join.
pub(super) fn create(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    received: &Received,
    mail: &InboundMail,
    sender: &Sender,
    linked: Option<i64>,
) -> Result<i64, Refusal> {
    let files = keep_files(tx, house, now, received, mail)?;
    let asker = match &sender.person {
        Some(person) => Asker::Person(Ref::Id(person.id)),
        None => Asker::Contact { name: sender.name.clone(), mail: sender.mail.clone() },
    };
    let input = Create {
        description: shortened(&mail.text, LONGEST_TEXT),
        html: html(mail),
        asker: Some(asker),
        guess: true,
        files,
        ..Create::new(received.subject_id, Kind::Incident, title(mail), Source::Mail)
    };
    let ticket = ticket::create(tx, house, now, &input)?;
    if let Some(other) = linked {
        link::link(tx, house, now, &Connect { number: ticket.number, kind: LinkKind::RelatesTo, other })?;
    }
    Ok(ticket.number)
}

/// A message on the ticket, as whoever the sender is to it.
pub(super) fn append(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    received: &Received,
    mail: &InboundMail,
    sender: &Sender,
    number: i64,
) -> Result<(), Refusal> {
    let files = keep_files(tx, house, now, received, mail)?;
    let ticket = ticket::find(tx, house, By::Number(number))?;
    let letter = quote::letter(mail);
    // Words that were cut apart have no HTML of their own.
    let html = if letter.quoted.is_empty() { html(mail) } else { None };
    let text = if letter.new.is_empty() && files.is_empty() { NO_TEXT.to_owned() } else { letter.new };
    let author = if sender.is_requester(&ticket) { Author::Requester } else { Author::Other };
    let input = AddMessage {
        number,
        seen: None,
        note: Note { id: received.subject_id, text: shortened(&text, LONGEST_TEXT), html, files },
        reopen: true,
        speaker: Some(Speaker { author, label: sender.label() }),
    };
    message::add_message(tx, house, now, &input)?;
    Ok(())
}

/// Stands where a mail says nothing, in any language.
const NO_TEXT: &str = "–";

fn title(mail: &InboundMail) -> String {
    let subject = number::bare_subject(&mail.subject);
    let title = if subject.is_empty() { ticket::title_of(&mail.text) } else { subject.to_owned() };
    let title = if title.is_empty() { NO_TEXT.to_owned() } else { title };
    shortened(&title, LONGEST_TITLE)
}

/// The images that came along lie beside the text as files, so that showing it fetches nothing.
fn html(mail: &InboundMail) -> Option<String> {
    mail.html.as_ref().map(|html| html.with_images(|_| None))
}

fn shortened(text: &str, longest: usize) -> String {
    let mut signs = text.char_indices();
    match signs.nth(longest) {
        None => text.to_owned(),
        Some(_) => text.chars().take(longest - 1).chain(['…']).collect(),
    }
}

fn keep_files(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    received: &Received,
    mail: &InboundMail,
) -> Result<Vec<Id>, Refusal> {
    let mut kept = Vec::new();
    let files = received.files.iter().zip(&mail.attachments).filter(|(_, file)| !file.bytes.is_empty());
    for (id, file) in files.take(MOST_FILES) {
        let name = file.name.clone().unwrap_or_else(|| name_of(&file.content_type));
        let keep = Keep { id: *id, name, content_type: file.content_type.clone(), bytes: file.bytes.clone() };
        attachment::keep(tx, house, now, &keep)?;
        kept.push(*id);
    }
    Ok(kept)
}

/// A name for a file that came without one.
fn name_of(content_type: &str) -> String {
    let ending = match content_type {
        "message/rfc822" => "eml",
        "text/plain" => "txt",
        "text/html" => "html",
        "image/jpeg" | "image/jpg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "application/pdf" => "pdf",
        "text/calendar" => "ics",
        _ => "bin",
    };
    format!("file.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::parse;

    #[test]
    fn a_title_is_the_subject_or_the_first_words() {
        for (mail, want) in [
            ("From: a@b.example\nSubject: SV: [#12] Skrivaren\n\nhej", "Skrivaren"),
            (
                "From: a@b.example\n\nSkrivaren i sal 4 tar inget papper. Hjälp!",
                "Skrivaren i sal 4 tar inget papper",
            ),
            ("From: a@b.example\nSubject: Re:\n\n", NO_TEXT),
        ] {
            assert_eq!(title(&parse(mail.as_bytes())), want);
        }
        let long = format!("From: a@b.example\nSubject: {}\n\nhej", "å".repeat(400));
        assert_eq!(title(&parse(long.as_bytes())).chars().count(), LONGEST_TITLE);
    }
}
