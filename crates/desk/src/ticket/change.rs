//! The step that every change of a ticket goes through: read it with its version, change it, and end with one write,
//! its history, a line in the log and a fact. An operation adds only what is its own.

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal, RefusalKind};
use serde_json::{Value, json};
use service_level::Due;
use service_level::promise::{self, PromiseVersion};
use service_level::subject::{self, State};

use super::{Act, Event, Move, Outcome, Reason, Scope, Stage, Ticket, View, store};
use crate::facts;
use crate::permissions::WORK;

/// A ticket on its way from one version to the next.
pub(crate) struct Change {
    pub ticket: Ticket,
    /// How much of it the actor sees.
    pub view: View,
    seen: i64,
    events: Vec<Event>,
    /// Something that search reads has changed.
    reworded: bool,
}

/// A ticket that the actor may read, and how much of it.
pub(crate) fn read_one(tx: &mut Tx<'_>, actor: &Actor, number: i64) -> Result<(Ticket, View), Refusal> {
    let unknown = || Refusal::not_found("desk-ticket-unknown");
    let ticket = store::by_number(tx, number)?.ok_or_else(unknown)?;
    let scope = Scope::of(actor);
    let view = match scope.view(&ticket, &[]) {
        Some(view) => view,
        None => {
            let followers = store::followers(tx, number)?;
            scope.view(&ticket, &followers).ok_or_else(unknown)?
        }
    };
    Ok((ticket, view))
}

/// Begins a change by somebody who works with the ticket. `seen` is the version that they looked at, if the door said.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    number: i64,
    seen: Option<i64>,
) -> Result<Change, Refusal> {
    let change = begin_as_party(tx, actor, number, seen)?;
    if change.view == View::Work && actor.may(&WORK) {
        Ok(change)
    } else {
        Err(Refusal::forbidden("no-permission"))
    }
}

/// Begins a change by anybody who may read the ticket; the operation says what they may change.
pub(crate) fn begin_as_party(
    tx: &mut Tx<'_>,
    actor: &Actor,
    number: i64,
    seen: Option<i64>,
) -> Result<Change, Refusal> {
    let (ticket, view) = read_one(tx, actor, number)?;
    let change = Change { seen: ticket.version, ticket, view, events: Vec::new(), reworded: false };
    match seen {
        Some(seen) if seen != change.seen => Err(stale(seen, change.seen)),
        _ => Ok(change),
    }
}

/// Somebody else came first. A page asks `ticket::since` what they did, and shows it beside what was typed.
pub(crate) fn stale(seen: i64, now: i64) -> Refusal {
    Refusal::new(RefusalKind::Stale, "desk-ticket-stale").with("seen", seen).with("version", now)
}

/// What the resolution clock does while the ticket stands there, by the promise that it was given.
fn clock_state(tx: &mut Tx<'_>, ticket: &Ticket, stage: Stage) -> Result<State, Refusal> {
    let promise = ticket.promise.map(|id| promise::by_id(tx, id)).transpose()?;
    Ok(state_at(stage, promise.as_deref()))
}

/// Without a promise it is counted as one would be: waiting pauses, the supplier does not.
pub(crate) fn state_at(stage: Stage, promise: Option<&PromiseVersion>) -> State {
    let waits_for = match stage {
        Stage::New | Stage::InProgress => return State::Running,
        Stage::Resolved | Stage::Closed => return State::Stopped,
        Stage::Waiting(Reason::User) => promise::Reason::User,
        Stage::Waiting(Reason::Manager) => promise::Reason::Manager,
        Stage::Waiting(Reason::Delivery) => promise::Reason::Delivery,
        Stage::Waiting(Reason::PlannedChange) => promise::Reason::PlannedChange,
        Stage::WithSupplier => promise::Reason::Supplier,
    };
    let pauses = promise.map_or(stage != Stage::WithSupplier, |promise| promise.pauses(waits_for));
    if pauses { State::Paused } else { State::Running }
}

/// A stage as history keeps it.
pub(crate) fn stage_json(stage: Stage) -> Value {
    match stage.reason() {
        Some(reason) => json!({"stage": stage.code(), "reason": reason.code()}),
        None => json!({"stage": stage.code()}),
    }
}

/// An id as history keeps it.
pub(crate) fn id_json(id: Option<Id>) -> Value {
    id.map_or(Value::Null, |id| Value::String(id.to_string()))
}

impl Change {
    /// The version that the ticket will have.
    pub(crate) fn version(&self) -> i64 {
        self.seen + 1
    }

    pub(crate) fn note(&mut self, act: Act, was: impl Into<Value>, became: impl Into<Value>) {
        self.events.push(Event::new(act, was, became));
    }

    /// Makes a move, and lets the clocks follow.
    pub(crate) fn step(&mut self, tx: &mut Tx<'_>, at: Moment, step: Move) -> Result<(), Refusal> {
        let next = self.ticket.stage.after(step)?;
        self.stand(tx, at, next)
    }

    /// Puts the ticket at a stage that the table of moves or an undo has found to be right.
    pub(crate) fn stand(&mut self, tx: &mut Tx<'_>, at: Moment, next: Stage) -> Result<(), Refusal> {
        let was = self.ticket.stage;
        if was == next {
            return Ok(());
        }
        self.note(Act::Stage, stage_json(was), stage_json(next));
        let state = clock_state(tx, &self.ticket, next)?;
        self.ticket.stage = next;
        self.ticket.due = subject::enter(tx, self.ticket.id, at, state)?;
        match next {
            Stage::Resolved => {
                self.ticket.resolved_at.get_or_insert(at);
                self.ticket.closed_at = None;
                self.ticket.outcome = Some(Outcome::Solved);
            }
            Stage::Closed => self.ticket.closed_at = Some(at),
            _ => {
                self.ticket.resolved_at = None;
                self.ticket.closed_at = None;
                self.ticket.outcome = None;
            }
        }
        Ok(())
    }

    /// Notes the first response by a person of ours; later ones change nothing.
    pub(crate) fn respond(&mut self, tx: &mut Tx<'_>, at: Moment) -> Result<(), Refusal> {
        if self.ticket.responded_at.is_none() {
            self.ticket.due = subject::respond(tx, self.ticket.id, at)?;
            self.ticket.responded_at = Some(at);
        }
        Ok(())
    }

    pub(crate) fn give_to_group(&mut self, group: Id) {
        if self.ticket.group != group {
            self.note(Act::Group, id_json(Some(self.ticket.group)), id_json(Some(group)));
            self.ticket.group = group;
        }
    }

    pub(crate) fn give_to(&mut self, person: Option<Id>) {
        if self.ticket.assignee != person {
            self.note(Act::Assignee, id_json(self.ticket.assignee), id_json(person));
            self.ticket.assignee = person;
        }
    }

    /// Search is to read the ticket again.
    pub(crate) fn reword(&mut self) {
        self.reworded = true;
    }

    pub(crate) fn due(&mut self, due: Due) {
        self.ticket.due = due;
    }

    /// Nothing was changed so far, so nothing needs to be written.
    pub(crate) fn is_empty(&self) -> bool {
        self.events.is_empty() && !self.reworded
    }

    /// Writes the ticket, its history, the log and the fact. `act` is the log's word.
    pub(crate) fn end(
        mut self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        now: Moment,
        act: &'static str,
        fact: &'static str,
        data: Value,
    ) -> Result<Ticket, Refusal> {
        self.ticket.version = self.version();
        // Clocks of nodes differ; a list must never show a change before the one it follows.
        self.ticket.updated_at = now.max(self.ticket.updated_at);
        if !store::update(tx, &self.ticket, self.seen)? {
            return Err(stale(self.seen, self.seen + 1));
        }
        store::insert_events(tx, actor, self.ticket.number, self.ticket.version, &self.events, now)?;
        if self.reworded {
            super::index::index_anew(tx, &self.ticket)?;
        }
        access::audit(tx, actor, now, act, self.ticket.id, data.clone())?;
        facts::tell(tx, fact, &self.ticket, now, with_author(data, actor))?;
        Ok(self.ticket)
    }
}

/// Whoever listens must know who did it, so that they are not told of their own act.
fn with_author(mut data: Value, actor: &Actor) -> Value {
    if let Value::Object(members) = &mut data {
        members.insert("by".to_owned(), id_json(actor.person));
    }
    data
}
