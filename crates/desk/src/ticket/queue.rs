use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use service_level::{Clock, Clocks, State, subject};

use super::list::filters;
use super::{Counts, Crew, Line, Question, Ref, Requester, Scope, Sort, count, crew, list, store};
use crate::permissions::WORK;
use crate::view::{self, SavedView};
use catalogue::service::{self, Service};

/// Everything that the agents' list says: one question's rows, how they divide, and what else may be asked.
#[derive(Clone, Debug)]
pub struct Queue {
    pub rows: Vec<Queued>,
    pub next: Option<String>,
    /// How the rows divide by when the next promise breaks; none when they are sorted by something else.
    pub parts: Option<Parts>,
    pub counts: Counts,
    pub views: Vec<SavedView>,
    pub crew: Crew,
    /// Those that may be asked for.
    pub services: Vec<Service>,
    /// The names of what the question names by id: requester, unit, device.
    pub named: Named,
}

#[derive(Clone, Debug)]
pub struct Queued {
    pub line: Line,
    /// None where nothing is promised.
    pub used: Option<Used>,
}

/// How far the clock has come that breaks next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// It is the first answer that is due next.
    pub answer: bool,
    /// Of the promised time; 100 is all of it.
    pub percent: u8,
    pub paused: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Over the time, or within the hour.
    pub now: i64,
    pub today: i64,
    pub later: i64,
    /// Until when a row belongs to the first two.
    pub soon: Moment,
    pub tonight: Moment,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub requester: Option<String>,
    pub unit: Option<String>,
    pub device: Option<String>,
}

/// So near, a promise needs somebody now.
const NEAR: i64 = Moment::HOUR;

/// A queue longer than this is divided no further.
const DIVIDED: i64 = 2_000;

pub fn queue(tx: &mut Tx<'_>, actor: &Actor, now: Moment, question: &Question) -> Result<Queue, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let page = list(tx, actor, now, question)?;
    let ids: Vec<Id> = page.items.iter().map(|line| line.id).collect();
    let clocks = subject::clocks_of(tx, &ids, now)?;
    let rows = page.items.into_iter().map(|line| Queued { used: used(&line, clocks.get(&line.id)), line });
    Ok(Queue {
        rows: rows.collect(),
        next: page.next,
        parts: parts(tx, actor, now, question)?,
        counts: count(tx, actor, now)?,
        views: if actor.account.is_some() { view::list(tx, actor)? } else { Vec::new() },
        crew: crew(tx, actor, now)?,
        services: service::all(tx)?.into_iter().filter(|service| service.active).collect(),
        named: named(tx, actor, now, question)?,
    })
}

fn used(line: &Line, clocks: Option<&Clocks>) -> Option<Used> {
    let clocks = clocks?;
    let answer =
        line.responded_at.is_none() && line.due.response.is_some() && line.due.next == line.due.response;
    let clock = if answer { clocks.response.as_ref() } else { clocks.resolution.as_ref() }?;
    let paused = !answer && clock.state == State::Paused;
    Some(Used { answer, percent: percent(clock)?, paused })
}

fn percent(clock: &Clock) -> Option<u8> {
    let goal = clock.goal_minutes.filter(|goal| *goal > 0)?;
    u8::try_from((clock.running_minutes * 100 / goal).clamp(0, 100)).ok()
}

/// The same rows as the list shows, counted by the same question.
fn parts(tx: &mut Tx<'_>, actor: &Actor, now: Moment, question: &Question) -> Result<Option<Parts>, Refusal> {
    if question.q.is_some() || question.sort != Sort::Due || !question.only_open() {
        return Ok(None);
    }
    let filters = filters(tx, actor, now, question)?;
    let soon = now.plus(NEAR);
    let tonight = midnight(now).max(soon);
    let [first, today, later] = store::divide(tx, &Scope::of(actor), &filters, (soon, tonight), DIVIDED)?;
    Ok(Some(Parts { now: first, today, later, soon, tonight }))
}

/// When this day ends where the municipality lies. A day is at most 25 hours.
fn midnight(now: Moment) -> Moment {
    let today = now.local_day();
    let (mut within, mut beyond) = (now, now.plus(26 * Moment::HOUR));
    while beyond.0 - within.0 > Moment::SECOND {
        let middle = Moment(within.0.midpoint(beyond.0));
        if middle.local_day() == today { within = middle } else { beyond = middle }
    }
    beyond
}

fn named(tx: &mut Tx<'_>, actor: &Actor, now: Moment, question: &Question) -> Result<Named, Refusal> {
    let filters = filters(tx, actor, now, question)?;
    let day = now.local_day();
    let requester = match (&filters.requester, &question.requester) {
        (Some(Requester::Person(id)), _) => {
            directory::person::cards(tx, &[*id], day)?.remove(id).map(|card| card.name)
        }
        (Some(Requester::Contact { .. }), Some(Ref::Name(mail))) => Some(mail.clone()),
        _ => None,
    };
    let unit = filters.unit.map(|id| super::line::unit_name(tx, id, actor.lang)).transpose()?.flatten();
    let device = match filters.device {
        Some(id) => inventory::device::lines(tx, &[id])?.remove(&id).map(|line| line.label(actor.lang)),
        None => None,
    };
    Ok(Named { requester, unit, device })
}
