use db::Tx;
use kernel::{Actor, Channel, Moment, Refusal};

use super::{Author, Message, Note, Speaker, store};
use crate::attachment;
use crate::ticket::{Change, Source, View};

/// A public message by somebody who works with the ticket: a response, and the requester's turn.
pub(crate) fn answer_into(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    note: &Note,
) -> Result<(), Refusal> {
    note.check("message")?;
    put(tx, actor, now, change, note, None, Author::Agent, false)?;
    change.ticket.replied_at = None;
    change.respond(tx, now)
}

/// An internal note.
pub(crate) fn note_into(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    note: &Note,
) -> Result<(), Refusal> {
    note.check("note")?;
    put(tx, actor, now, change, note, None, Author::Agent, true)
}

/// A public message by whoever the actor is to this ticket.
pub(crate) fn say_into(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    note: &Note,
) -> Result<(), Refusal> {
    match author(actor, change) {
        Author::Agent => answer_into(tx, actor, now, change, note),
        author => speak_into(tx, actor, now, change, note, None, author),
    }
}

/// A public message by one of the other parties.
pub(crate) fn speak_into(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    note: &Note,
    speaker: Option<&Speaker>,
    author: Author,
) -> Result<(), Refusal> {
    note.check("message")?;
    put(tx, actor, now, change, note, speaker, author, false)?;
    if author == Author::Requester {
        change.ticket.replied_at = Some(now);
    }
    Ok(())
}

/// An agent who reported the fault speaks as the requester in that ticket.
pub(crate) fn author(actor: &Actor, change: &Change) -> Author {
    if change.ticket.is_from(actor.person) {
        Author::Requester
    } else if change.view == View::Work {
        Author::Agent
    } else {
        Author::Other
    }
}

#[expect(clippy::too_many_arguments, reason = "each says another thing about the one message")]
fn put(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    change: &mut Change,
    note: &Note,
    speaker: Option<&Speaker>,
    author: Author,
    internal: bool,
) -> Result<(), Refusal> {
    let label = match speaker {
        Some(speaker) => Some(speaker.label.clone()),
        None => actor.person.is_none().then(|| actor.label.clone()),
    };
    let message = Message {
        id: note.id,
        ticket: change.ticket.number,
        version: change.version(),
        internal,
        author,
        person: actor.person,
        label,
        source: source(actor.channel, author),
        at: now,
        text: note.text.trim().to_owned(),
        html: note.html.clone(),
    };
    store::insert(tx, &message)?;
    attachment::claim(tx, actor, &note.files, change.ticket.number, Some(note.id), internal)?;
    change.reword();
    Ok(())
}

fn source(channel: Channel, author: Author) -> Source {
    match (channel, author) {
        (Channel::Mail, _) => Source::Mail,
        (Channel::Api | Channel::Cli, _) => Source::Api,
        (_, Author::Agent) => Source::Agent,
        _ => Source::Portal,
    }
}
