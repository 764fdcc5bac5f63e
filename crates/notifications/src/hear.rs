//! Listens to the desk, and makes a notice for everybody who is to be told.

use db::facts::Kept;
use db::{Res, Tx};
use desk::message::{self, Author, Message};
use desk::ticket::{self, By, Outcome, Requester, Source, Ticket};
use directory::person;
use jobs::{Listener, Trouble};
use kernel::{Actor, Channel, Fact, Id, Moment};
use serde_json::json;
use service_level::promise;

use crate::notice::pace::{self, Pace, pace};
use crate::notice::{Notice, Recipient, store};
use crate::receivers::{Event, Parties, receivers};
use crate::{Kind, choice, facts};

pub(crate) const LISTENER: Listener = Listener { name: "notifications.tell", hears: &["desk.ticket_"], hear };

fn hear(tx: &mut Tx<'_>, fact: &Kept, now: Moment) -> Result<(), Trouble> {
    let Some(event) = event(fact) else { return Ok(()) };
    let house = Actor::house(Channel::Job, LISTENER.name);
    let ticket = ticket::find(tx, &house, By::Id(fact.subject))?;
    // Another desk's history is told to nobody.
    if ticket.source == Source::Import && event == Event::Created {
        return Ok(());
    }
    let message = match id_in(fact, "message") {
        Some(id) => Some(message::find(tx, &house, id)?).filter(|message| !message.internal),
        None => None,
    };
    if event == Event::Answered && message.is_none() {
        return Ok(());
    }
    let author = author(fact, &ticket, message.as_ref());
    if is_protected(tx, ticket.requester.person())? || is_protected(tx, author_person(author.as_ref()))? {
        return Ok(());
    }
    let parties = parties(tx, &house, &ticket)?;
    for (to, kind) in receivers(event, &parties, author.as_ref()) {
        if wants(tx, &to, kind)? && !is_flooded(tx, &to, kind, now)? {
            tell(tx, fact, &ticket, message.as_ref(), to, kind, now)?;
        }
    }
    Ok(())
}

/// What the fact is to those who are told; none when nobody is.
fn event(fact: &Kept) -> Option<Event> {
    let told = [
        (desk::facts::CREATED, Event::Created),
        (desk::facts::ANSWERED, Event::Answered),
        (desk::facts::HELD, Event::Answered),
        (desk::facts::REPLIED, Event::Replied),
        (desk::facts::RESOLVED, Event::Resolved),
        (desk::facts::ASSIGNED, Event::Assigned),
    ];
    if fact.name == desk::facts::CLOSED {
        let solved =
            fact.data.get("outcome").and_then(|outcome| outcome.as_str()) == Some(Outcome::Solved.code());
        return (!solved).then_some(Event::ClosedOtherwise);
    }
    if fact.name == desk::facts::REOPENED {
        return Some(Event::Replied).filter(|_| id_in(fact, "message").is_some());
    }
    told.into_iter().find(|(name, _)| fact.name == *name).map(|(_, event)| event)
}

fn id_in(fact: &Kept, member: &str) -> Option<Id> {
    fact.data.get(member)?.as_str()?.parse().ok()
}

/// Who did it: the writer of what was written, else whom the fact names.
fn author(fact: &Kept, ticket: &Ticket, message: Option<&Message>) -> Option<Recipient> {
    match message {
        Some(message) => {
            message.person.map(Recipient::Person).or_else(|| match (&ticket.requester, message.author) {
                (Requester::Contact { mail, .. }, Author::Requester) => {
                    Some(Recipient::Contact(mail.clone()))
                }
                _ => None,
            })
        }
        None => id_in(fact, "by").map(Recipient::Person),
    }
}

const fn author_person(author: Option<&Recipient>) -> Option<Id> {
    match author {
        Some(Recipient::Person(id)) => Some(*id),
        _ => None,
    }
}

fn is_protected(tx: &mut Tx<'_>, person: Option<Id>) -> Res<bool> {
    let Some(id) = person else { return Ok(false) };
    Ok(person::by_id(tx, id)?.is_some_and(|person| person.protected))
}

fn parties(tx: &mut Tx<'_>, house: &Actor, ticket: &Ticket) -> Result<Parties, Trouble> {
    let requester = match &ticket.requester {
        Requester::Person(id) => Some(Recipient::Person(*id)),
        Requester::Contact { mail, .. } if mail.contains('@') => Some(Recipient::Contact(mail.clone())),
        Requester::Contact { .. } => None,
    };
    let followers =
        desk::follower::of_ticket(tx, house, ticket.number)?.into_iter().map(Recipient::Person).collect();
    Ok(Parties { requester, followers, assignee: ticket.assignee.map(Recipient::Person) })
}

/// Whether the recipient can be told at all, and has not chosen otherwise.
fn wants(tx: &mut Tx<'_>, to: &Recipient, kind: Kind) -> Res<bool> {
    let Recipient::Person(id) = to else { return Ok(true) };
    let reachable = person::by_id(tx, *id)?.is_some_and(|person| person.mail.is_some() && !person.protected);
    Ok(reachable && choice::wants(tx, *id, kind)?)
}

fn is_flooded(tx: &mut Tx<'_>, to: &Recipient, kind: Kind, now: Moment) -> Res<bool> {
    let Recipient::Contact(_) = to else { return Ok(false) };
    Ok(kind == Kind::Receipt
        && store::receipts(tx, to, now.minus(pace::RECEIPTS_WITHIN))? >= pace::MOST_RECEIPTS)
}

fn tell(
    tx: &mut Tx<'_>,
    fact: &Kept,
    ticket: &Ticket,
    message: Option<&Message>,
    to: Recipient,
    kind: Kind,
    now: Moment,
) -> Result<(), Trouble> {
    let critical = ticket.priority.number() == 1;
    let assignee = ticket.assignee.map(Recipient::Person);
    let work = kind.is_work() || kind == Kind::Reply && assignee.as_ref() == Some(&to);
    let due_at = if work && !critical { next_open(tx, now)? } else { now };
    let lately = store::lately(tx, &to, ticket.number, now.minus(pace::WITHIN))?;
    let message = message.map(|message| message.id);
    let notice = Notice {
        id: Id::new(),
        to,
        kind,
        ticket: ticket.number,
        message,
        critical,
        at: now,
        due_at,
        earlier: 0,
    };
    match pace(lately) {
        Pace::Hold => {
            store::insert(tx, fact.cursor, &notice, "held")?;
        }
        Pace::Queue => {
            if store::insert(tx, fact.cursor, &notice, "queued")? {
                tx.fact(&Fact { name: facts::QUEUED, subject: notice.id, at: now, data: json!({}) })?;
            }
        }
    }
    Ok(())
}

/// Those who work at the desk are not disturbed in the night: now when it is open, else when it opens.
fn next_open(tx: &mut Tx<'_>, now: Moment) -> Res<Moment> {
    let open = promise::current(tx, now)?.and_then(|promise| promise.calendar.open().after(now, 1));
    // So much open time has passed a microsecond after opening.
    Ok(open.map_or(now, |after| after.minus(1).max(now)))
}
