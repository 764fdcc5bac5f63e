//! What lists, search hits and exports show of a ticket, with every name looked up at once.

use std::collections::HashMap;

use db::{Res, Tx};
use directory::person::{self, Card};
use directory::{group, unit};
use kernel::{Actor, Id, Lang, Moment};
use service_level::Due;

use super::store::Brief;
use super::{Kind, Level, Priority, Requester, Source, Stage};
use crate::presence;

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub number: i64,
    pub id: Id,
    pub kind: Kind,
    pub title: String,
    pub stage: Stage,
    pub impact: Level,
    pub urgency: Level,
    pub priority: Priority,
    pub requester: Who,
    pub committee: Id,
    pub group: Id,
    pub group_name: String,
    pub assignee: Option<Who>,
    pub service: Option<Id>,
    pub service_name: Option<String>,
    pub device: Option<Id>,
    pub source: Source,
    pub due: Due,
    pub responded_at: Option<Moment>,
    /// The requester has written and waits for an answer.
    pub replied: bool,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub resolved_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub version: i64,
    /// Who has it open right now, the reader left out.
    pub here: Vec<Who>,
}

/// A person or a contact, as they may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// None of a contact, and of somebody who is in no register any more.
    pub person: Option<Id>,
    /// Empty when nobody knows.
    pub name: String,
    pub mail: Option<String>,
    pub phone: Option<String>,
    pub title: String,
    pub unit: Option<Id>,
    pub unit_name: Option<String>,
    pub protected: bool,
}

/// Cards of many people, read once.
pub(crate) struct People {
    cards: HashMap<Id, Card>,
    lang: Lang,
}

impl People {
    pub(crate) fn read(
        tx: &mut Tx<'_>,
        actor: &Actor,
        ids: impl IntoIterator<Item = Id>,
        now: Moment,
    ) -> Res<Self> {
        let mut ids: Vec<Id> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let cards = if ids.is_empty() { HashMap::new() } else { person::cards(tx, &ids, now.local_day())? };
        Ok(Self { cards, lang: actor.lang })
    }

    pub(crate) fn who(&self, id: Id) -> Who {
        let Some(card) = self.cards.get(&id) else { return Who::default() };
        Who {
            person: Some(id),
            name: card.name.clone(),
            mail: card.mail.clone(),
            phone: card.phone.clone(),
            title: card.title.clone(),
            unit: card.unit.as_ref().map(|unit| unit.id),
            unit_name: card.unit.as_ref().map(|unit| unit.label(self.lang).to_owned()),
            protected: card.protected,
        }
    }

    pub(crate) fn requester(&self, requester: &Requester) -> Who {
        match requester {
            Requester::Person(id) => self.who(*id),
            Requester::Contact { name, mail } => Who {
                name: if name.is_empty() { mail.clone() } else { name.clone() },
                mail: Some(mail.clone()).filter(|mail| !mail.is_empty()),
                ..Who::default()
            },
        }
    }
}

/// The names of these groups, units' way: in the reader's language.
pub(crate) fn group_names(tx: &mut Tx<'_>, lang: Lang) -> Res<HashMap<Id, String>> {
    Ok(group::all(tx)?.into_iter().map(|group| (group.id, group.label(lang).to_owned())).collect())
}

pub(crate) fn service_names(tx: &mut Tx<'_>, lang: Lang) -> Res<HashMap<Id, String>> {
    let all = catalogue::service::all(tx)?;
    Ok(all.into_iter().map(|service| (service.id, service.label(lang).to_owned())).collect())
}

pub(crate) fn unit_name(tx: &mut Tx<'_>, id: Id, lang: Lang) -> Res<Option<String>> {
    Ok(unit::by_id(tx, id)?.map(|unit| unit.label(lang).to_owned()))
}

/// Looks up every name of a page of tickets: five reads however many there are.
pub(crate) fn lines(tx: &mut Tx<'_>, actor: &Actor, now: Moment, briefs: Vec<Brief>) -> Res<Vec<Line>> {
    if briefs.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = briefs.iter().map(|brief| brief.number).collect();
    let here = presence::present(tx, &numbers, now)?;
    let ids = briefs.iter().flat_map(|brief| brief.requester.person().into_iter().chain(brief.assignee));
    let ids: Vec<Id> = ids.chain(here.iter().map(|(_, person)| *person)).collect();
    let people = People::read(tx, actor, ids, now)?;
    let groups = group_names(tx, actor.lang)?;
    let services = service_names(tx, actor.lang)?;
    let line = |brief: Brief| {
        let beside = here.iter().filter(|(n, who)| *n == brief.number && Some(*who) != actor.person);
        Line {
            requester: people.requester(&brief.requester),
            group_name: groups.get(&brief.group).cloned().unwrap_or_default(),
            assignee: brief.assignee.map(|id| people.who(id)),
            service_name: brief.service.and_then(|id| services.get(&id).cloned()),
            here: beside.map(|(_, who)| people.who(*who)).collect(),
            replied: brief.replied_at.is_some(),
            number: brief.number,
            id: brief.id,
            kind: brief.kind,
            title: brief.title,
            stage: brief.stage,
            impact: brief.impact,
            urgency: brief.urgency,
            priority: brief.priority,
            committee: brief.committee,
            group: brief.group,
            service: brief.service,
            device: brief.device,
            source: brief.source,
            due: brief.due,
            responded_at: brief.responded_at,
            created_at: brief.created_at,
            updated_at: brief.updated_at,
            resolved_at: brief.resolved_at,
            closed_at: brief.closed_at,
            version: brief.version,
        }
    };
    Ok(briefs.into_iter().map(line).collect())
}
