use catalogue::service::{self, Service};
use db::Tx;
use directory::person;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;
use service_level::{Due, promise, subject};

use super::index::{Words, index_new};
use super::{Kind, Level, Ref, Requester, Scope, Source, Stage, Ticket, find, place, store, title};
use crate::permissions::WORK;
use crate::{attachment, facts, message, settings};

/// Reports a fault, or asks for something.
#[derive(Clone, Debug)]
pub struct Create {
    /// Made at the door.
    pub id: Id,
    pub kind: Kind,
    pub title: String,
    pub description: String,
    /// The description as a mail had it, already made safe.
    pub html: Option<String>,
    pub impact: Level,
    pub urgency: Level,
    /// None: the actor's own person.
    pub asker: Option<Asker>,
    pub service: Option<Ref>,
    /// Without a service: look for one that the words point at.
    pub guess: bool,
    pub device: Option<Ref>,
    pub group: Option<Ref>,
    pub source: Source,
    /// Files that were sent before, to go with it.
    pub files: Vec<Id>,
    /// The same id a second time (a form sent twice, a repeated call) gives the first ticket and makes no other.
    pub again: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A person of the register, by id or mail address.
    Person(Ref),
    /// Somebody we cannot vouch for.
    Contact { name: String, mail: String },
    /// As an agent typed it: a name that one person has, a mail address, a phone number. A mail address that nobody
    /// has is a contact's.
    Typed(String),
}

impl Create {
    pub fn new(id: Id, kind: Kind, title: impl Into<String>, source: Source) -> Self {
        Self {
            id,
            kind,
            title: title.into(),
            description: String::new(),
            html: None,
            impact: Level::default(),
            urgency: Level::default(),
            asker: None,
            service: None,
            guess: false,
            device: None,
            group: None,
            source,
            files: Vec::new(),
            again: false,
        }
    }
}

/// Anybody may ask for themselves; whoever works at the desk may ask for others.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Ticket, Refusal> {
    if input.again
        && let Some(first) = first_time(tx, actor, input.id)?
    {
        return Ok(first);
    }
    check(input)?;
    let requester = requester(tx, actor, input)?;
    let home = home(tx, &requester, now)?;
    let service = service(tx, input)?;
    let asked = input.group.as_ref().map(|group| find::group(tx, group)).transpose()?.map(|group| group.id);
    let device = input.device.as_ref().map(|device| find::device(tx, device)).transpose()?;
    let chosen = settings::all(tx)?;
    let group = place::group_for(tx, asked.or(chosen.triage_group), service.as_ref())?;
    let committee = place::committee_for(tx, home.unit, now.local_day())?;
    let priority = chosen.matrix.priority(input.impact, input.urgency);
    let promise = promise::current(tx, now)?.map(|version| version.id);
    let start = subject::Start { subject: input.id, promise, priority: priority.number(), at: now };
    let due: Due = subject::start(tx, &start)?;
    let ticket = Ticket {
        id: input.id,
        number: tx.next_number("ticket")?,
        kind: input.kind,
        title: title::one_line(&input.title),
        description: input.description.trim().to_owned(),
        html: input.html.clone(),
        stage: Stage::New,
        impact: input.impact,
        urgency: input.urgency,
        priority,
        requester,
        unit: home.unit,
        committee,
        service: service.map(|service| service.id),
        device,
        group,
        assignee: None,
        source: input.source,
        promise,
        due,
        responded_at: None,
        replied_at: None,
        created_at: now,
        updated_at: now,
        resolved_at: None,
        closed_at: None,
        outcome: None,
        version: 1,
    };
    store::insert(tx, &ticket)?;
    attachment::claim(tx, actor, &input.files, ticket.number, None, false)?;
    index_new(tx, &ticket, &home.words);
    let data = json!({"source": ticket.source.code(), "priority": priority.number(), "by": actor.person});
    access::audit(tx, actor, now, "desk.ticket.create", ticket.id, json!({"number": ticket.number}))?;
    facts::tell(tx, facts::CREATED, &ticket, now, data)?;
    Ok(ticket)
}

/// The ticket that this id has already made, if it did and the actor may read it.
fn first_time(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Option<Ticket>, Refusal> {
    match store::by_id(tx, id)? {
        Some(ticket) if Scope::of(actor).view(&ticket, &[]).is_some() => Ok(Some(ticket)),
        Some(_) => Err(Refusal::conflict("already-exists")),
        None => Ok(None),
    }
}

fn check(input: &Create) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if title::one_line(&input.title).is_empty() {
        faults.push(Refusal::invalid("title", "desk-title-missing"));
    }
    if input.title.chars().count() > title::LONGEST {
        faults.push(Refusal::invalid("title", "desk-title-long").with("limit", title::LONGEST));
    }
    if input.description.chars().count() > message::LONGEST {
        faults.push(Refusal::invalid("description", "desk-text-long").with("limit", message::LONGEST));
    }
    Refusal::all(faults)
}

fn requester(tx: &mut Tx<'_>, actor: &Actor, input: &Create) -> Result<Requester, Refusal> {
    let needed = Refusal::invalid("requester", "desk-requester-needed");
    match &input.asker {
        None => actor.person.map(Requester::Person).ok_or(needed),
        Some(Asker::Person(by)) => {
            let id = match by {
                Ref::Id(id) if actor.is_person(*id) => *id,
                by => find::person(tx, by, "requester")?,
            };
            if actor.is_person(id) || actor.may(&WORK) {
                Ok(Requester::Person(id))
            } else {
                Err(Refusal::forbidden("desk-only-for-yourself"))
            }
        }
        Some(Asker::Contact { .. } | Asker::Typed(_)) if !actor.may(&WORK) => {
            Err(Refusal::forbidden("desk-only-for-yourself"))
        }
        Some(Asker::Typed(text)) => typed(tx, actor, text),
        Some(Asker::Contact { name, mail }) => {
            let (name, mail) = (name.trim().to_owned(), person::mail_key(mail));
            if name.is_empty() && mail.is_empty() {
                Err(needed)
            } else {
                Ok(Requester::Contact { name, mail })
            }
        }
    }
}

/// Whom the words of an agent name.
pub(crate) fn typed(tx: &mut Tx<'_>, actor: &Actor, text: &str) -> Result<Requester, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::invalid("requester", "desk-requester-needed"));
    }
    if text.contains('@') && !text.contains(char::is_whitespace) {
        return Ok(match person::by_mail(tx, text)? {
            Some(person) => Requester::Person(person.id),
            None => Requester::Contact { name: String::new(), mail: person::mail_key(text) },
        });
    }
    person::resolve(tx, actor, "requester", text).map(Requester::Person)
}

/// Where the requester belongs today, and the words by which search finds them.
pub(crate) struct Home {
    pub unit: Option<Id>,
    pub words: Words,
}

pub(crate) fn home(tx: &mut Tx<'_>, requester: &Requester, now: Moment) -> Result<Home, Refusal> {
    let (id, day) = match requester {
        Requester::Person(id) => (*id, now.local_day()),
        Requester::Contact { .. } => return Ok(Home { unit: None, words: Words::of(tx, requester, now)? }),
    };
    let card = person::cards(tx, &[id], day)?.remove(&id);
    let unit = match &card {
        // The card of a protected identity does not say where they work; the record must still have its owner.
        Some(card) if card.protected => person::main_unit(tx, id, day)?,
        Some(card) => card.unit.as_ref().map(|unit| unit.id),
        None => return Err(Refusal::invalid("requester", "desk-person-unknown")),
    };
    let words =
        card.map(|card| format!("{} {}", card.name, card.mail.unwrap_or_default())).unwrap_or_default();
    Ok(Home { unit, words: Words(words) })
}

fn service(tx: &mut Tx<'_>, input: &Create) -> Result<Option<Service>, Refusal> {
    if let Some(by) = &input.service {
        return find::service(tx, by).map(Some);
    }
    if !input.guess {
        return Ok(None);
    }
    let services = service::all(tx)?;
    let text = format!("{} {}", input.title, input.description);
    Ok(service::guess(&services, &text).map(|guess| guess.service.clone()))
}
