use std::collections::HashMap;
use std::sync::Arc;

use db::Tx;
use inventory::device::{self, DeviceLine, Holder};
use kernel::{Actor, Id, Moment, Refusal};
use service_level::promise::{self, PromiseVersion};
use service_level::{Clocks, subject};

use super::acts::deeds;
use super::change::read_one;
use super::line::{People, Who, group_names, service_names, unit_name};
use super::timeline::timeline;
use super::{Act, Deed, EntryKind, Stage, Ticket, Timeline, View, store};
use crate::attachment::{self, Attachment};
use crate::history::{self, Origin};
use crate::link::{self, Linked};
use crate::{presence, settings};

/// Everything that the page of one ticket says.
#[derive(Clone, Debug)]
pub struct Shown {
    pub ticket: Ticket,
    /// How much of it the reader sees.
    pub view: View,
    pub is_requester: bool,
    pub requester: Who,
    /// Where the record belongs; nothing for a protected identity.
    pub unit_name: Option<String>,
    pub committee_name: Option<String>,
    pub group_name: String,
    pub assignee: Option<Who>,
    pub service_name: Option<String>,
    pub device: Option<DeviceLine>,
    pub timeline: Timeline,
    /// Those that go with the description; those of messages stand in the timeline.
    pub files: Vec<Attachment>,
    pub clocks: Clocks,
    pub deeds: Vec<Deed>,
    pub links: Vec<Linked>,
    pub followers: Vec<Who>,
    pub follows: bool,
    /// Who else has it open, and whether they are writing.
    pub here: Vec<(Who, bool)>,
    /// Until when the requester may reopen it.
    pub reopen_until: Option<Moment>,
    /// The requester's other tickets that are open.
    pub other_open: i64,
    /// Only for those who work with the ticket.
    pub behind: Option<Behind>,
}

/// What an agent sees beside a ticket and its requester does not need.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// The edition of the promise, with the hours that it counts by.
    pub promise: Option<Arc<PromiseVersion>>,
    /// What the requester holds today.
    pub devices: Vec<DeviceLine>,
    /// Where an imported ticket stood before.
    pub origin: Option<Origin>,
    /// The names of the people, groups, services and devices that the timeline tells of.
    pub named: HashMap<Id, String>,
}

pub fn show_number(tx: &mut Tx<'_>, actor: &Actor, number: i64) -> Result<Ticket, Refusal> {
    read_one(tx, actor, number).map(|(ticket, _)| ticket)
}

/// One ticket as this reader may see it.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, now: Moment, number: i64) -> Result<Shown, Refusal> {
    let (ticket, view) = read_one(tx, actor, number)?;
    let followers = store::followers(tx, number)?;
    let beside = presence::beside(tx, number, actor.person, now)?;
    let ids = ticket.requester.person().into_iter().chain(ticket.assignee).chain(followers.iter().copied());
    let ids: Vec<Id> = ids.chain(beside.iter().map(|(person, _)| *person)).collect();
    let people = People::read(tx, actor, ids, now)?;
    let requester = people.requester(&ticket.requester);
    let is_requester = ticket.is_from(actor.person);
    let reopen_until = match (ticket.stage, ticket.resolved_at) {
        (Stage::Resolved, Some(at)) => Some(at.plus(settings::close_after_days(tx)? * Moment::DAY)),
        _ => None,
    };
    let in_time = reopen_until.is_some_and(|until| until > now);
    let unit = ticket.unit.filter(|_| !requester.protected);
    let timeline = timeline(tx, actor, now, number, view)?;
    let behind = match view {
        View::Work => Some(behind(tx, actor, now, &ticket, &requester, &timeline)?),
        View::Public => None,
    };
    Ok(Shown {
        view,
        behind,
        is_requester,
        unit_name: unit.map(|unit| unit_name(tx, unit, actor.lang)).transpose()?.flatten(),
        committee_name: unit_name(tx, ticket.committee, actor.lang)?,
        group_name: group_name(tx, actor, ticket.group)?,
        assignee: ticket.assignee.map(|id| people.who(id)),
        service_name: service_name(tx, actor, &ticket)?,
        device: device_line(tx, &ticket)?,
        timeline,
        files: loose(attachment::of_ticket(tx, number)?, view),
        clocks: subject::clocks(tx, ticket.id, now)?,
        deeds: deeds(&ticket, view, is_requester, in_time),
        links: link::of_ticket(tx, actor, now, number)?,
        follows: actor.person.is_some_and(|person| followers.contains(&person)),
        followers: followers.into_iter().map(|id| people.who(id)).collect(),
        here: beside.into_iter().map(|(id, writing)| (people.who(id), writing)).collect(),
        other_open: other_open(tx, actor, &ticket)?,
        reopen_until,
        requester,
        ticket,
    })
}

fn behind(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    ticket: &Ticket,
    requester: &Who,
    timeline: &Timeline,
) -> Result<Behind, Refusal> {
    let devices = match requester.person {
        // What a protected identity holds would say where they are.
        Some(person) if !requester.protected => device::held_by(tx, Holder::Person(person), now.local_day())?,
        _ => Vec::new(),
    };
    Ok(Behind {
        promise: ticket.promise.map(|id| promise::by_id(tx, id)).transpose()?,
        devices,
        origin: history::origin_of(tx, ticket.number)?,
        named: named(tx, actor, now, timeline)?,
    })
}

/// Looks up what the timeline names by id, each sort at once.
fn named(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    timeline: &Timeline,
) -> Result<HashMap<Id, String>, Refusal> {
    let done = timeline.iter().filter_map(|entry| match &entry.kind {
        EntryKind::Done(events) => Some(events),
        EntryKind::Said { .. } => None,
    });
    let told: Vec<(Act, Id)> =
        done.flatten().flat_map(|event| event.ids().map(|id| (event.act, id))).collect();
    let of = |acts: &[Act]| -> Vec<Id> {
        let mut ids: Vec<Id> = told.iter().filter(|(act, _)| acts.contains(act)).map(|(_, id)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let mut named = HashMap::new();
    let people = of(&[Act::Assignee, Act::Requester]);
    let cards = People::read(tx, actor, people.iter().copied(), now)?;
    named.extend(people.into_iter().map(|id| (id, cards.who(id).name)));
    if !of(&[Act::Group]).is_empty() {
        named.extend(group_names(tx, actor.lang)?);
    }
    if !of(&[Act::Service]).is_empty() {
        named.extend(service_names(tx, actor.lang)?);
    }
    let devices = device::lines(tx, &of(&[Act::Device]))?;
    named.extend(devices.into_iter().map(|(id, line)| (id, line.label(actor.lang))));
    Ok(named)
}

fn loose(files: Vec<Attachment>, view: View) -> Vec<Attachment> {
    let shown = |file: &Attachment| file.message.is_none() && (view == View::Work || !file.internal);
    files.into_iter().filter(shown).collect()
}

fn group_name(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<String, Refusal> {
    let group = directory::group::by_id(tx, id)?;
    Ok(group.map(|group| group.label(actor.lang).to_owned()).unwrap_or_default())
}

fn service_name(tx: &mut Tx<'_>, actor: &Actor, ticket: &Ticket) -> Result<Option<String>, Refusal> {
    let Some(id) = ticket.service else { return Ok(None) };
    let service = catalogue::service::by_id(tx, id)?;
    Ok(service.map(|service| service.label(actor.lang).to_owned()))
}

fn device_line(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<DeviceLine>, Refusal> {
    let Some(id) = ticket.device else { return Ok(None) };
    Ok(device::lines(tx, &[id])?.remove(&id))
}

/// Counted up to ten: past that, it is "many".
fn other_open(tx: &mut Tx<'_>, actor: &Actor, ticket: &Ticket) -> Result<i64, Refusal> {
    let filters = store::Filters {
        open: true,
        requester: Some(ticket.requester.clone()),
        except: Some(ticket.number),
        ..Default::default()
    };
    let found = store::briefs(tx, &super::Scope::of(actor), &filters, super::Sort::Number, None, 10)?;
    Ok(found.len() as i64)
}
