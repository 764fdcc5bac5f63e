use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use db::Tx;
use directory::person;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;
use service_level::promise::{self, PromiseVersion};
use service_level::subject;

use super::grow::{Grown, grow};
use super::{Past, store};
use crate::permissions::SETTLE;
use crate::ticket::{Prose, Requester, Ticket, Told, Words};
use crate::{follower, link, message, ticket};

/// What became of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: Id,
    pub number: i64,
    /// False: it stood here already, from the same origin, and was left alone.
    pub new: bool,
}

/// Keeps them in their order. A few hundred at a time do: all of one call is one transaction.
pub fn insert_many(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    pasts: &[Past],
) -> Result<Vec<Kept>, Refusal> {
    if !actor.may(&SETTLE) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let mut known = store::standing(tx, pasts)?;
    let numbers = numbers(tx, pasts, &known)?;
    let mut promises = HashMap::new();
    let (mut kept, mut grown, mut fresh) = (Vec::with_capacity(pasts.len()), Vec::new(), Vec::new());
    for (past, number) in pasts.iter().zip(numbers) {
        let stands = past.origin.as_ref().and_then(|origin| known.get(origin)).copied();
        match (stands, number) {
            (Some((id, number)), _) => kept.push(Kept { id, number, new: false }),
            (None, Some(number)) => {
                if let Some(origin) = &past.origin {
                    // The same ticket a second time in one batch.
                    known.insert(origin.clone(), (past.id, number));
                }
                let promise = promise_of(tx, &mut promises, past.promise)?;
                grown.push(grow(past, number, promise.as_deref()));
                fresh.push(past);
                kept.push(Kept { id: past.id, number, new: true });
            }
            (None, None) => {}
        }
    }
    write(tx, now, &fresh, &mut grown)?;
    if let (Some(first), Some(last)) = (grown.first(), grown.last()) {
        let detail = json!({"tickets": grown.len(), "from": first.ticket.number, "to": last.ticket.number});
        access::audit(tx, actor, now, "desk.history.insert", first.ticket.id, detail)?;
    }
    Ok(kept)
}

/// A number for each that is new: its own where that is free, else the next.
fn numbers(
    tx: &mut Tx<'_>,
    pasts: &[Past],
    known: &HashMap<super::Origin, (Id, i64)>,
) -> Result<Vec<Option<i64>>, Refusal> {
    let wanted: Vec<i64> = pasts.iter().filter_map(|past| past.number).collect();
    let mut taken: HashSet<i64> = store::taken(tx, &wanted)?.into_iter().collect();
    let mut seen = HashSet::new();
    let mut numbers: Vec<Option<i64>> = Vec::with_capacity(pasts.len());
    let mut open = Vec::new();
    for (place, past) in pasts.iter().enumerate() {
        let again =
            past.origin.as_ref().is_some_and(|origin| known.contains_key(origin) || !seen.insert(origin));
        let own = past.number.filter(|number| *number > 0 && !again && taken.insert(*number));
        if own.is_none() && !again {
            open.push(place);
        }
        numbers.push(own);
    }
    if let Some(highest) = numbers.iter().flatten().max() {
        tx.raise_number("ticket", *highest)?;
    }
    let next = tx.next_numbers("ticket", open.len() as i64)?;
    for (place, number) in open.into_iter().zip(next) {
        if let Some(slot) = numbers.get_mut(place) {
            *slot = Some(number);
        }
    }
    Ok(numbers)
}

type Promises = HashMap<Id, Arc<PromiseVersion>>;

fn promise_of(
    tx: &mut Tx<'_>,
    known: &mut Promises,
    id: Option<Id>,
) -> Result<Option<Arc<PromiseVersion>>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    if let Some(promise) = known.get(&id) {
        return Ok(Some(promise.clone()));
    }
    let promise = promise::by_id(tx, id)?;
    known.insert(id, promise.clone());
    Ok(Some(promise))
}

fn write(tx: &mut Tx<'_>, now: Moment, fresh: &[&Past], grown: &mut [Grown]) -> Result<(), Refusal> {
    let clocks: Vec<subject::History> = grown
        .iter()
        .map(|g| subject::History {
            subject: g.ticket.id,
            promise: g.ticket.promise,
            record: g.record.clone(),
        })
        .collect();
    let due = subject::insert_history(tx, &clocks)?;
    for (one, due) in grown.iter_mut().zip(due) {
        one.ticket.due = due;
    }
    let tickets: Vec<Ticket> = grown.iter().map(|g| g.ticket.clone()).collect();
    ticket::insert_many(tx, &tickets)?;
    let messages: Vec<_> = grown.iter().flat_map(|g| g.messages.iter().cloned()).collect();
    message::store::insert_many(tx, &messages)?;
    // Each step has a version of its own, so there is one event to a version.
    let told: Vec<(Told, i64)> =
        grown.iter().flat_map(|g| g.told.iter().cloned().map(|told| (told, 0))).collect();
    ticket::insert_past_events(tx, &told)?;
    store::insert_origins(tx, fresh.iter().zip(&tickets))?;
    let followers = fresh.iter().zip(&tickets).flat_map(|(past, ticket)| {
        past.followers.iter().map(|person| (ticket.number, *person, ticket.created_at))
    });
    follower::insert_many(tx, &followers.collect::<Vec<_>>())?;
    tie(tx, fresh, &tickets)?;
    index(tx, now, fresh, grown)
}

fn tie(tx: &mut Tx<'_>, fresh: &[&Past], tickets: &[Ticket]) -> Result<(), Refusal> {
    let mut links = Vec::new();
    for (past, ticket) in fresh.iter().zip(tickets) {
        for (kind, other) in &past.links {
            if let Some(other) = store::number_of(tx, *other)? {
                links.push((ticket.number, *kind, other, ticket.created_at));
            }
        }
    }
    Ok(link::insert_many(tx, &links)?)
}

fn index(tx: &mut Tx<'_>, now: Moment, fresh: &[&Past], grown: &[Grown]) -> Result<(), Refusal> {
    let mut people: Vec<Id> = grown.iter().filter_map(|g| g.ticket.requester.person()).collect();
    people.sort_unstable();
    people.dedup();
    let cards = person::cards(tx, &people, now.local_day())?;
    for (past, Grown { ticket: t, messages, .. }) in fresh.iter().zip(grown) {
        let words = match &t.requester {
            Requester::Contact { name, mail } => format!("{name} {mail}"),
            Requester::Person(id) => cards
                .get(id)
                .map(|card| format!("{} {}", card.name, card.mail.as_deref().unwrap_or_default()))
                .unwrap_or_default(),
        };
        let mut prose = Prose::default();
        prose.public.extend(past.origin.as_ref().map(|origin| origin.reference.clone()));
        for message in messages {
            let part = if message.internal { &mut prose.internal } else { &mut prose.public };
            part.push(message.text.clone());
        }
        ticket::index(tx, t.number, &t.title, &t.description, &Words(words), &prose);
    }
    Ok(())
}
