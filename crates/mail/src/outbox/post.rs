//! Hears of a notice, and writes the mail that carries it.

use std::sync::LazyLock;

use db::facts::Kept;
use db::{Res, Tx};
use desk::message::{self, Message};
use desk::ticket::{self, By, Requester, Ticket};
use directory::person;
use jobs::{Listener, Trouble};
use kernel::{Actor, Channel, Id, Lang, Moment};
use notifications::Kind;
use notifications::notice::{self, Notice, Recipient};
use texts::Texts;

use super::{Outgoing, State, store};
use crate::inbox;
use crate::outbound::envelope::{is_writable, own_message_id, thread_with};
use crate::outbound::letter::{self, Matter, Said};
use crate::settings::{self, Sender};

pub(crate) const LISTENER: Listener =
    Listener { name: "mail.post", hears: &[notifications::facts::QUEUED], hear };

/// A mail stands outside every page, so it brings its own texts. They are checked by tests.
static TEXTS: LazyLock<Option<&'static Texts>> = LazyLock::new(|| {
    Texts::new(&[crate::TEXTS])
        .inspect_err(|error| tracing::error!(%error, "the texts of mails"))
        .ok()
        .map(Texts::leak)
});

/// So many earlier messages are quoted.
const QUOTED: usize = 2;

fn hear(tx: &mut Tx<'_>, fact: &Kept, now: Moment) -> Result<(), Trouble> {
    let Some(notice) = notice::by_id(tx, fact.subject)? else { return Ok(()) };
    let Some(to) = address(tx, &notice.to)? else { return Ok(()) };
    let Some(texts) = *TEXTS else { return Ok(()) };
    let house = Actor::house(Channel::Job, LISTENER.name);
    let ticket = ticket::find(tx, &house, By::Number(notice.ticket))?;
    let sender = Sender::read(tx, &settings::get())?;
    let said = match notice.message {
        Some(id) => Some(message::find(tx, &house, id)?),
        None => None,
    };
    let before = before(tx, &house, &ticket, &notice, said.as_ref())?;
    let said = match &said {
        Some(message) => Some(words_of(tx, message)?),
        None => None,
    };
    let is_work = ticket.assignee.map(Recipient::Person).as_ref() == Some(&notice.to)
        && ticket.requester.person() != to.person;
    let path = if is_work { "/arenden" } else { "/hjalp/mina" };
    let to_contact = to.person.is_none();
    // Somebody without an account can open no page.
    let link = |path: &str| sender.link(path).filter(|_| !to_contact);
    let letter = letter::write(
        texts.words(to.lang),
        now,
        &Matter {
            kind: notice.kind,
            number: ticket.number,
            title: &ticket.title,
            to_contact,
            answer_by: ticket.due.response.filter(|_| ticket.responded_at.is_none()),
            said,
            before,
            earlier: notice.earlier,
            reopen_days: desk::settings::close_after_days(tx)?,
            organisation: &sender.organisation,
            phone: &sender.phone,
            ticket_link: link(&format!("{path}/{}", ticket.number)),
            choices_link: link("/installningar/aviseringar"),
        },
    );
    let (in_reply_to, thread) = thread(tx, ticket.number, &to.mail)?;
    let id = Id::new();
    let mail = Outgoing {
        id,
        notice: notice.id,
        ticket: ticket.number,
        kind: notice.kind,
        person: to.person,
        to_mail: to.mail,
        to_name: to.name,
        lang: to.lang,
        subject: letter.subject,
        message_id: own_message_id(ticket.number, id, sender.domain()),
        in_reply_to,
        thread,
        text: letter.text,
        html: letter.html,
        critical: notice.critical,
        state: State::Queued,
        attempts: 0,
        made_at: now,
        next_at: notice.due_at.max(now),
        sent_at: None,
        fault: None,
    };
    store::insert(tx, &mail)?;
    Ok(())
}

struct Address {
    person: Option<Id>,
    mail: String,
    name: Option<String>,
    lang: Lang,
}

/// Where the recipient is reached now; none when they are not to be reached by mail any more.
fn address(tx: &mut Tx<'_>, to: &Recipient) -> Res<Option<Address>> {
    Ok(match to {
        Recipient::Contact(mail) => {
            Some(Address { person: None, mail: mail.clone(), name: None, lang: Lang::default() })
        }
        Recipient::Person(id) => {
            person::by_id(tx, *id)?.filter(|person| !person.protected).and_then(|person| {
                let name = Some(person.name()).filter(|name| !name.is_empty());
                Some(Address {
                    person: Some(*id),
                    name,
                    lang: person.lang.unwrap_or_default(),
                    mail: person.mail?,
                })
            })
        }
    })
}

/// What was said before what the notice tells of: the description counts as said first. A receipt repeats that alone.
fn before(
    tx: &mut Tx<'_>,
    house: &Actor,
    ticket: &Ticket,
    notice: &Notice,
    said: Option<&Message>,
) -> Result<Vec<Said>, Trouble> {
    let is_receipt = notice.kind == Kind::Receipt;
    if is_receipt && matches!(notice.to, Recipient::Contact(_)) {
        return Ok(Vec::new());
    }
    let until = said.map_or(notice.at, |said| said.at);
    let messages = if is_receipt { Vec::new() } else { message::of_ticket(tx, house, ticket.number)? };
    let mut before = Vec::new();
    for message in messages.iter().rev() {
        let told = said.is_some_and(|said| said.id == message.id);
        if before.len() == QUOTED {
            break;
        }
        if !message.internal && !told && message.at <= until && !is_protected(tx, message.person)? {
            before.push(words_of(tx, message)?);
        }
    }
    if before.len() < QUOTED && !ticket.description.is_empty() {
        let name = match &ticket.requester {
            Requester::Person(id) => name_of(tx, *id)?,
            Requester::Contact { name, .. } => name.clone(),
        };
        before.push(Said { name, at: ticket.created_at, text: ticket.description.clone() });
    }
    before.reverse();
    Ok(before)
}

fn is_protected(tx: &mut Tx<'_>, person: Option<Id>) -> Res<bool> {
    let Some(id) = person else { return Ok(false) };
    Ok(person::by_id(tx, id)?.is_some_and(|person| person.protected))
}

fn words_of(tx: &mut Tx<'_>, message: &Message) -> Res<Said> {
    let name = match message.person {
        Some(id) => name_of(tx, id)?,
        None => message.label.clone().unwrap_or_default(),
    };
    Ok(Said { name, at: message.at, text: message.text.clone() })
}

fn name_of(tx: &mut Tx<'_>, person: Id) -> Res<String> {
    Ok(person::by_id(tx, person)?.map(|person| person.name()).unwrap_or_default())
}

/// What the mail answers and what stands before it, so that it lies with the others in the reader's program:
/// the last mail between us and this address about this ticket, whichever way it went.
fn thread(tx: &mut Tx<'_>, ticket: i64, mail: &str) -> Res<(Option<String>, Vec<String>)> {
    let ours = store::last_to(tx, ticket, mail)?;
    let theirs = inbox::store::last_from(tx, ticket, mail)?.filter(|(id, _)| is_writable(id));
    let thread = match &ours {
        Some((id, before, _)) => thread_with(before.clone(), id),
        None => Vec::new(),
    };
    Ok(match (ours, theirs) {
        (Some((_, _, sent)), Some((id, came))) if came >= sent => {
            (Some(id.clone()), thread_with(thread, &id))
        }
        (None, Some((id, _))) => (Some(id.clone()), vec![id]),
        (Some((id, _, _)), _) => (Some(id), thread),
        (None, None) => (None, Vec::new()),
    })
}
