//! Stories with people, groups and services of this house in them.

use std::collections::HashMap;

use db::Tx;
use directory::person;
use kernel::{Id, Moment, Refusal};
use sha2::{Digest, Sha256};

use super::register::Register;
use super::story::{Story, What};
use crate::history::{self, Origin, Past, Step};
use crate::ticket::{CLOSER, Requester, Source, Stage, committee_for};

/// Makes what history takes of a batch of stories.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    source: &str,
    register: &Register,
    stories: &[Story],
) -> Result<Vec<Past>, Refusal> {
    let people = people(tx, stories)?;
    stories.iter().map(|story| past(tx, source, register, &people, story)).collect()
}

/// Those whom the register knows, by mail address.
fn people(tx: &mut Tx<'_>, stories: &[Story]) -> Result<HashMap<String, Id>, Refusal> {
    let mut mails: Vec<String> = Vec::new();
    for story in stories {
        let assignees = story.beats.iter().filter_map(|beat| match &beat.what {
            What::Assignee(name) => Some(name.as_str()),
            _ => None,
        });
        let named = assignees.chain([story.requester_mail.as_str()]);
        mails.extend(named.filter(|name| name.contains('@')).map(person::mail_key));
    }
    mails.sort_unstable();
    mails.dedup();
    let mut known = HashMap::new();
    for mail in mails {
        if let Some(person) = person::by_mail(tx, &mail)? {
            known.insert(mail, person.id);
        }
    }
    Ok(known)
}

fn past(
    tx: &mut Tx<'_>,
    source: &str,
    register: &Register,
    people: &HashMap<String, Id>,
    story: &Story,
) -> Result<Past, Refusal> {
    let requester = requester(source, people, story);
    let day = story.created.local_day();
    let unit = match requester.person() {
        Some(person) => person::main_unit(tx, person, day)?,
        None => None,
    };
    let committee = match unit {
        Some(_) => committee_for(tx, unit, day)?,
        None => register.committee,
    };
    let urgent = story.urgent;
    Ok(Past {
        id: id_of(source, &story.reference, story.created, 0),
        number: None,
        origin: Some(Origin { source: source.to_owned(), reference: story.reference.clone() }),
        kind: story.kind,
        title: story.title.clone(),
        description: story.description.clone(),
        impact: urgent.impact,
        urgency: urgent.urgency,
        priority: urgent.priority,
        requester,
        unit,
        committee,
        service: register.service(&story.service),
        device: None,
        group: register.group(&story.group).unwrap_or(register.default_group),
        source: Source::Import,
        promise: register.edition(story.created),
        created_at: story.created,
        steps: steps(source, register, people, story),
        followers: Vec::new(),
        links: Vec::new(),
    })
}

/// A person of the register by their address; else whoever the file names, and the other desk where it names nobody.
fn requester(source: &str, people: &HashMap<String, Id>, story: &Story) -> Requester {
    let mail = person::mail_key(&story.requester_mail);
    if let Some(person) = people.get(&mail) {
        return Requester::Person(*person);
    }
    let (name, mail) = match (story.requester_name.as_str(), mail) {
        ("", mail) if mail.contains('@') => (String::new(), mail),
        ("", mail) if !mail.is_empty() => (mail, String::new()),
        ("", _) => (source.to_owned(), String::new()),
        (name, mail) if mail.contains('@') => (name.to_owned(), mail),
        (name, _) => (name.to_owned(), String::new()),
    };
    Requester::Contact { name, mail }
}

fn steps(source: &str, register: &Register, people: &HashMap<String, Id>, story: &Story) -> Vec<Step> {
    let ours = |at, what| Step { at, person: None, label: Some(CLOSER.to_owned()), what };
    let step = |at, what| Step { at, person: None, label: Some(source.to_owned()), what };
    let mut steps = Vec::with_capacity(story.beats.len() + 1);
    if !story.group.is_empty() && register.group(&story.group).is_none() {
        steps.push(step(story.created, history::What::FirstTeam(story.group.clone())));
    }
    for (place, beat) in story.beats.iter().enumerate() {
        let what = match &beat.what {
            What::Stage(stage) => history::What::Stage(*stage),
            What::ClosedByRule => {
                steps.push(ours(beat.at, history::What::Stage(Stage::Closed)));
                continue;
            }
            What::Outcome(outcome) => history::What::Outcome(*outcome),
            What::Group(name) => match register.group(name) {
                Some(group) => history::What::Group(group),
                None => history::What::Team { group: register.default_group, name: name.clone() },
            },
            What::Assignee(name) => match people.get(&person::mail_key(name)) {
                Some(person) => history::What::Assignee(Some(*person)),
                None => history::What::Worker(name.clone()),
            },
            What::Urgency(urgent) => history::What::Priority {
                impact: urgent.impact,
                urgency: urgent.urgency,
                priority: urgent.priority,
            },
            What::Said { text, author, internal } => history::What::Said {
                id: id_of(source, &story.reference, beat.at, place as u64 + 1),
                text: text.clone(),
                author: *author,
                internal: *internal,
            },
        };
        steps.push(step(beat.at, what));
    }
    steps
}

/// The same ticket of the same desk has the same id in every run.
fn id_of(source: &str, reference: &str, at: Moment, place: u64) -> Id {
    let seed = fingerprint(&[source.as_bytes(), reference.as_bytes(), &place.to_be_bytes()]);
    Id::seeded(u64::try_from(at.0 / 1_000).unwrap_or_default(), seed)
}

/// Sixteen bytes that stand for these parts: as good as the parts themselves to tell one from another.
pub(super) fn fingerprint(parts: &[&[u8]]) -> u128 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(16).fold(0, |sum, byte| (sum << 8) | u128::from(*byte))
}
