//! What happened to a ticket, in order: messages, notes, and what was done.

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use super::change::read_one;
use super::line::{People, Who};
use super::store::{self, Told};
use super::{Event, View};
use crate::attachment::{self, Attachment};
use crate::message::{self, Author};

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The ticket's version after it.
    pub version: i64,
    pub at: Moment,
    pub by: Who,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Said {
        id: Id,
        internal: bool,
        author: Author,
        text: String,
        html: Option<String>,
        files: Vec<Attachment>,
    },
    /// Things done in one act.
    Done(Vec<Event>),
}

pub type Timeline = Vec<Entry>;

/// What others did since the reader looked: what a page shows beside a text that came too late.
pub fn since(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    number: i64,
    seen: i64,
) -> Result<Timeline, Refusal> {
    let (_, view) = read_one(tx, actor, number)?;
    let all = timeline(tx, actor, now, number, view)?;
    Ok(all.into_iter().filter(|entry| entry.version > seen).collect())
}

/// All of it, as much as this view shows. Who is not at the desk sees stages change, but not who handed what to whom.
pub(crate) fn timeline(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    number: i64,
    view: View,
) -> Result<Timeline, Refusal> {
    let messages = message::store::of(tx, number)?;
    let told = store::events(tx, number)?;
    let files = attachment::of_ticket(tx, number)?;
    let ids = messages.iter().filter_map(|m| m.person).chain(told.iter().filter_map(|told| told.person));
    let people = People::read(tx, actor, ids.collect::<Vec<_>>(), now)?;
    let mut entries: Vec<Entry> = Vec::with_capacity(messages.len() + told.len());
    for m in messages {
        if m.internal && view != View::Work {
            continue;
        }
        let files = files.iter().filter(|file| file.message == Some(m.id)).cloned().collect();
        entries.push(Entry {
            version: m.version,
            at: m.at,
            by: who(&people, m.person, m.label),
            kind: Kind::Said {
                id: m.id,
                internal: m.internal,
                author: m.author,
                text: m.text,
                html: m.html,
                files,
            },
        });
    }
    for told in told {
        if view == View::Work || is_public(&told) {
            add(&mut entries, &people, told);
        }
    }
    entries.sort_by_key(|entry| (entry.at, entry.version));
    Ok(entries)
}

/// Joins what one act changed into one entry.
fn add(entries: &mut Timeline, people: &People, told: Told) {
    if let Some(Entry { version, kind: Kind::Done(events), .. }) = entries.last_mut()
        && *version == told.version
    {
        events.push(told.event);
        return;
    }
    entries.push(Entry {
        version: told.version,
        at: told.at,
        by: who(people, told.person, told.label),
        kind: Kind::Done(vec![told.event]),
    });
}

fn is_public(told: &Told) -> bool {
    use super::Act::{Kind, Outcome, Stage, Title};
    matches!(told.event.act, Stage | Title | Kind | Outcome)
}

fn who(people: &People, person: Option<Id>, label: Option<String>) -> Who {
    match person {
        Some(id) => people.who(id),
        None => Who { name: label.unwrap_or_default(), ..Who::default() },
    }
}
