//! What became of a ticket, step by step (pure).

use kernel::{Id, Moment};
use serde_json::{Value, json};
use service_level::promise::PromiseVersion;
use service_level::subject::{Interval, Record};
use service_level::{Due, State};

use super::{Past, Step, What};
use crate::message::{Author, Message};
use crate::ticket::{Act, Event, Outcome, Stage, Ticket, Told, id_json, stage_json, state_at};

/// A ticket as it is now, with everything that led there.
pub(super) struct Grown {
    pub ticket: Ticket,
    pub messages: Vec<Message>,
    pub told: Vec<Told>,
    pub record: Record,
    /// What the history calls who has it, where that is nobody of the register.
    team: Option<String>,
    worker: Option<String>,
}

/// `number` is the one that it gets here. When it is due is not known yet.
pub(super) fn grow(past: &Past, number: i64, promise: Option<&PromiseVersion>) -> Grown {
    let mut grown = Grown {
        ticket: seed(past, number),
        messages: Vec::new(),
        told: Vec::new(),
        record: Record {
            started_at: past.created_at,
            priority: past.priority.number(),
            responded_at: None,
            intervals: vec![Interval { state: State::Running, from: past.created_at, to: None }],
        },
        team: None,
        worker: None,
    };
    for step in &past.steps {
        grown.take(step, promise);
    }
    grown.record.priority = grown.ticket.priority.number();
    grown.ticket.responded_at = grown.record.responded_at;
    grown
}

fn seed(past: &Past, number: i64) -> Ticket {
    Ticket {
        id: past.id,
        number,
        kind: past.kind,
        title: past.title.clone(),
        description: past.description.clone(),
        html: None,
        stage: Stage::New,
        impact: past.impact,
        urgency: past.urgency,
        priority: past.priority,
        requester: past.requester.clone(),
        unit: past.unit,
        committee: past.committee,
        service: past.service,
        device: past.device,
        group: past.group,
        assignee: None,
        source: past.source,
        promise: past.promise,
        due: Due::default(),
        responded_at: None,
        replied_at: None,
        created_at: past.created_at,
        updated_at: past.created_at,
        resolved_at: None,
        closed_at: None,
        outcome: None,
        version: 1,
    }
}

/// Where an id stands otherwise: who has no row in any register.
fn named(name: &str) -> Value {
    json!({"name": name})
}

impl Grown {
    fn take(&mut self, step: &Step, promise: Option<&PromiseVersion>) {
        // A file may hold its rows out of order; a later row never happened before an earlier one.
        let at = step.at.max(self.ticket.updated_at);
        self.ticket.version += 1;
        self.ticket.updated_at = at;
        match &step.what {
            What::Said { id, text, author, internal } => {
                self.messages.push(Message {
                    id: *id,
                    ticket: self.ticket.number,
                    version: self.ticket.version,
                    internal: *internal,
                    author: *author,
                    person: step.person,
                    label: step.label.clone(),
                    source: self.ticket.source,
                    at,
                    text: text.clone(),
                    html: None,
                });
                match author {
                    Author::Requester if !internal => self.ticket.replied_at = Some(at),
                    Author::Agent if !internal => {
                        self.ticket.replied_at = None;
                        self.respond(at);
                    }
                    _ => {}
                }
            }
            What::Stage(stage) => self.stand(step, at, *stage, promise),
            What::Group(group) => self.hand_over(step, at, *group, None),
            What::FirstTeam(name) => {
                self.team = Some(name.clone());
                self.tell(step, at, Act::Group, Value::Null, named(name));
            }
            What::Team { group, name } => self.hand_over(step, at, *group, Some(name)),
            What::Assignee(person) => {
                let was = self.worker();
                self.ticket.assignee = *person;
                if person.is_some() && step.person == *person {
                    self.respond(at);
                }
                self.tell(step, at, Act::Assignee, was, id_json(*person));
            }
            What::Worker(name) => {
                let was = self.worker();
                self.ticket.assignee = None;
                self.worker = Some(name.clone());
                self.tell(step, at, Act::Assignee, was, named(name));
            }
            What::Priority { impact, urgency, priority } => {
                let was = self.urgency();
                self.ticket.impact = *impact;
                self.ticket.urgency = *urgency;
                self.ticket.priority = *priority;
                let became = self.urgency();
                self.tell(step, at, Act::Priority, was, became);
            }
            What::Outcome(outcome) => {
                self.ticket.outcome = Some(*outcome);
                self.tell(step, at, Act::Outcome, Value::Null, Value::from(outcome.code()));
            }
        }
    }

    fn stand(&mut self, step: &Step, at: Moment, stage: Stage, promise: Option<&PromiseVersion>) {
        let was = std::mem::replace(&mut self.ticket.stage, stage);
        self.tell(step, at, Act::Stage, stage_json(was), stage_json(stage));
        if was == Stage::New && stage != Stage::Closed {
            // Somebody began, held or solved it: the requester was noticed.
            self.respond(at);
        }
        match stage {
            Stage::Resolved => {
                self.ticket.resolved_at = Some(at);
                self.ticket.closed_at = None;
                self.ticket.outcome = Some(Outcome::Solved);
            }
            Stage::Closed => {
                self.ticket.closed_at = Some(at);
                self.ticket.outcome.get_or_insert(Outcome::Solved);
            }
            _ => {
                self.ticket.resolved_at = None;
                self.ticket.closed_at = None;
                self.ticket.outcome = None;
            }
        }
        let state = state_at(stage, promise);
        if let Some(last) = self.record.intervals.last_mut()
            && last.state != state
        {
            last.to = Some(at);
            self.record.intervals.push(Interval { state, from: at, to: None });
        }
    }

    fn hand_over(&mut self, step: &Step, at: Moment, group: Id, name: Option<&String>) {
        let held = self.team.take();
        let was = held.as_deref().map_or_else(|| id_json(Some(self.ticket.group)), named);
        self.ticket.group = group;
        self.team = name.cloned();
        self.tell(step, at, Act::Group, was, name.map_or_else(|| id_json(Some(group)), |name| named(name)));
    }

    fn worker(&mut self) -> Value {
        self.worker.take().map_or_else(|| id_json(self.ticket.assignee), |name| named(&name))
    }

    fn respond(&mut self, at: Moment) {
        self.record.responded_at.get_or_insert(at);
    }

    fn urgency(&self) -> Value {
        let t = &self.ticket;
        json!({"impact": t.impact.code(), "urgency": t.urgency.code(), "priority": t.priority.number()})
    }

    fn tell(&mut self, step: &Step, at: Moment, act: Act, was: Value, became: Value) {
        self.told.push(Told {
            ticket: self.ticket.number,
            version: self.ticket.version,
            event: Event { act, was, became },
            person: step.person,
            label: step.label.clone(),
            at,
        });
    }
}
