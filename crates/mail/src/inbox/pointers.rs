//! Looks up which tickets a mail points at, and whether its sender takes part in them.

use db::{Res, Tx};
use desk::ticket::{self, By, Requester, Stage, Ticket};
use directory::person::{self, Person};
use kernel::{Actor, Moment, Refusal, RefusalKind};

use super::store;
use crate::inbound::thread::{Candidate, Pointers, Standing};
use crate::inbound::{InboundMail, MessageId, number};
use crate::outbox;

/// Who the sender says that they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sender {
    /// The person of the register with this address.
    pub person: Option<Person>,
    pub mail: String,
    pub name: String,
}

impl Sender {
    pub(super) fn of(tx: &mut Tx<'_>, mail: &InboundMail) -> Res<Option<Self>> {
        let Some(from) = &mail.from else { return Ok(None) };
        let person = person::by_mail(tx, &from.address)?;
        Ok(Some(Self { person, mail: from.address.clone(), name: from.name.clone().unwrap_or_default() }))
    }

    /// How a timeline names them.
    pub(super) fn label(&self) -> String {
        match &self.person {
            Some(person) => person.name(),
            None if self.name.is_empty() => self.mail.clone(),
            None => format!("{} <{}>", self.name, self.mail),
        }
    }

    pub(super) fn is_requester(&self, ticket: &Ticket) -> bool {
        match (&ticket.requester, &self.person) {
            (Requester::Person(id), Some(person)) => *id == person.id,
            (Requester::Contact { mail, .. }, _) => *mail == self.mail,
            (Requester::Person(_), None) => false,
        }
    }
}

pub(super) fn pointers(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    mail: &InboundMail,
    sender: &Sender,
) -> Result<Pointers, Refusal> {
    let answers = mail.answers();
    let ids: Vec<&str> = answers.iter().map(|id| id.as_str()).collect();
    let ours = nearest(&answers, &outbox::store::tickets_of(tx, &ids)?);
    let theirs = nearest(&answers, &store::tickets_of(tx, &ids)?);
    let number = number::in_subject(&mail.subject);
    let mut candidate = |number: Option<i64>| match number {
        Some(number) => candidate(tx, house, now, number, sender),
        None => Ok(None),
    };
    Ok(Pointers {
        own_message_id: candidate(ours)?,
        references: candidate(theirs)?,
        number: candidate(number)?,
    })
}

/// The ticket of the nearest mail that is answered.
fn nearest(answers: &[&MessageId], found: &[(String, i64)]) -> Option<i64> {
    answers
        .iter()
        .find_map(|id| found.iter().find(|(known, _)| known == id.as_str()).map(|(_, ticket)| *ticket))
}

/// None when there is no such ticket.
fn candidate(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    number: i64,
    sender: &Sender,
) -> Result<Option<Candidate>, Refusal> {
    let ticket = match ticket::find(tx, house, By::Number(number)) {
        Ok(ticket) => ticket,
        Err(refusal) if refusal.kind == RefusalKind::NotFound => return Ok(None),
        Err(refusal) => return Err(refusal),
    };
    let days = desk::settings::close_after_days(tx)?;
    let standing = match ticket.stage {
        Stage::Closed => Standing::Closed,
        // The days may be over although the job has not closed it yet.
        Stage::Resolved if ticket.resolved_at.is_some_and(|at| at.plus(days * Moment::DAY) <= now) => {
            Standing::Closed
        }
        Stage::Resolved => Standing::Solved,
        _ => Standing::Open,
    };
    let followers = desk::follower::of_ticket(tx, house, number)?;
    let person = sender.person.as_ref().map(|person| person.id);
    let takes_part = sender.is_requester(&ticket)
        || person.is_some_and(|person| followers.contains(&person) || ticket.assignee == Some(person));
    Ok(Some(Candidate { number, standing, takes_part }))
}
