//! What of a ticket is searched: title and number; then what all parties read, with who asked; then internal notes.

use db::{Tx, setting};
use directory::person;
use jobs::Report;
use kernel::{Moment, Refusal};
use texts::search::{ANALYSER_VERSION, Document};

use super::store::{self, Prose, Span};
use super::{Requester, Ticket};

/// How people name who asked: their name and mail address. A protected identity by its alias alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words(pub String);

impl Words {
    pub(crate) fn of(tx: &mut Tx<'_>, requester: &Requester, now: Moment) -> Result<Self, Refusal> {
        Ok(Self(match requester {
            Requester::Contact { name, mail } => format!("{name} {mail}"),
            Requester::Person(id) => match person::cards(tx, &[*id], now.local_day())?.remove(id) {
                Some(card) => format!("{} {}", card.name, card.mail.unwrap_or_default()),
                None => String::new(),
            },
        }))
    }
}

/// The text of a new ticket, without a look into the database.
pub(crate) fn index_new(tx: &mut Tx<'_>, ticket: &Ticket, words: &Words) {
    write(tx, ticket.number, &ticket.title, &ticket.description, words, &Prose::default());
}

/// The text of a ticket that has changed.
pub(crate) fn index_anew(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<(), Refusal> {
    let words = Words::of(tx, &ticket.requester, ticket.updated_at)?;
    let prose = store::prose(tx, ticket.number)?;
    write(tx, ticket.number, &ticket.title, &ticket.description, &words, &prose);
    Ok(())
}

pub(crate) fn write(
    tx: &mut Tx<'_>,
    number: i64,
    title: &str,
    description: &str,
    words: &Words,
    prose: &Prose,
) {
    let title = format!("{number} {title}");
    let mut public = format!("{description}\n{}", words.0);
    for text in &prose.public {
        public.push('\n');
        public.push_str(text);
    }
    let internal = prose.internal.join("\n");
    store::set_search(tx, number, &Document { title: &title, public: &public, internal: &internal });
}

const DONE: &str = "desk.search_version";
const REACHED: &str = "desk.search_reached";
const LIMIT: i64 = 200;

/// Reads every ticket again when search has learnt new words. Does nothing when it has not.
pub fn reindex(tx: &mut Tx<'_>, now: Moment) -> Result<Report, Refusal> {
    match setting::read::<i64>(tx, DONE)? {
        Some(ANALYSER_VERSION) => return Ok(Report::default()),
        Some(_) => {}
        // A new house: everything in it was read with these words.
        None => {
            setting::write(tx, DONE, &ANALYSER_VERSION, now)?;
            return Ok(Report::default());
        }
    }
    let after = setting::read::<i64>(tx, REACHED)?.unwrap_or(0);
    let tickets = store::all_prose(tx, Span { after, limit: LIMIT })?;
    for (head, prose) in &tickets {
        let words = Words::of(tx, &head.requester, now)?;
        write(tx, head.number, &head.title, &head.description, &words, prose);
    }
    match tickets.last() {
        Some((head, _)) => setting::write(tx, REACHED, &head.number, now)?,
        None => {
            setting::write(tx, DONE, &ANALYSER_VERSION, now)?;
            setting::write(tx, REACHED, &0_i64, now)?;
        }
    }
    Ok(Report::of(tickets.len() as u64, !tickets.is_empty()))
}
