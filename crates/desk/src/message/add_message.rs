use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::say::{answer_into, author, speak_into};
use super::{Author, Message, Note, store};
use crate::facts;
use crate::ticket::{Move, Reason, Stage, Ticket, allow_requester, begin_as_party, read_one};

/// Says something that all parties read.
#[derive(Clone, Debug)]
pub struct AddMessage {
    pub number: i64,
    pub seen: Option<i64>,
    pub note: Note,
    /// If the requester writes in a resolved ticket: it was not solved after all.
    pub reopen: bool,
    /// For the house alone, which carries the words of others: incoming mail.
    pub speaker: Option<Speaker>,
}

/// Whose words the house carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    pub author: Author,
    /// As the timeline names one who is no person of ours.
    pub label: String,
}

/// The requester's answer ends a wait for them. In a closed ticket nobody can say anything: their reply is a new ticket.
pub fn add_message(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    input: &AddMessage,
) -> Result<Ticket, Refusal> {
    if let Some(first) = store::by_id(tx, input.note.id)?.filter(|first| is_again(first, actor, input)) {
        return read_one(tx, actor, first.ticket).map(|(ticket, _)| ticket);
    }
    let mut change = begin_as_party(tx, actor, input.number, input.seen)?;
    if change.ticket.stage == Stage::Closed {
        return Err(Refusal::conflict("desk-ticket-closed"));
    }
    // Only the house, which has no account, may carry somebody else's words.
    let speaker = input.speaker.as_ref().filter(|_| actor.account.is_none());
    let who = speaker.map_or_else(|| author(actor, &change), |speaker| speaker.author);
    let (mut resumed, mut reopened) = (false, false);
    match who {
        Author::Agent => answer_into(tx, actor, now, &mut change, &input.note)?,
        who => speak_into(tx, actor, now, &mut change, &input.note, speaker, who)?,
    }
    if who == Author::Requester {
        match change.ticket.stage {
            Stage::Waiting(Reason::User) => {
                change.step(tx, now, Move::Resume)?;
                resumed = true;
            }
            Stage::Resolved if input.reopen => {
                allow_requester(tx, now, &change)?;
                change.step(tx, now, Move::Reopen)?;
                reopened = true;
            }
            _ => {}
        }
    }
    let fact = if who == Author::Agent { facts::ANSWERED } else { facts::REPLIED };
    let data = json!({
        "message": input.note.id, "author": who.code(), "resumed": resumed, "reopened": reopened,
    });
    change.end(tx, actor, now, "desk.message.add", fact, data)
}

/// A form that was sent twice: its message has come already.
fn is_again(first: &Message, actor: &Actor, input: &AddMessage) -> bool {
    let same_writer = first.person.is_some() && first.person == actor.person;
    same_writer && first.ticket == input.number && !first.internal && first.text == input.note.text.trim()
}
