use db::Tx;
use kernel::{Actor, Moment, Page, Refusal};
use texts::search::query;

use super::search::search;
use super::store::{self, Brief, Filters, Seek};
use super::{Assignee, Line, Question, Ref, Requester, Scope, Sort, Standing, find, lines};

/// One page of the tickets that the question is about, as far as the reader may see them.
pub fn list(tx: &mut Tx<'_>, actor: &Actor, now: Moment, question: &Question) -> Result<Page<Line>, Refusal> {
    let page = briefs(tx, actor, now, question)?;
    let items = lines(tx, actor, now, page.items)?;
    Ok(Page { items, next: page.next })
}

/// These tickets, as far as this scope sees them.
pub(crate) fn lines_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: &Scope,
    now: Moment,
    numbers: &[i64],
) -> Result<Vec<Line>, Refusal> {
    let found = store::briefs_of(tx, scope, numbers)?;
    Ok(lines(tx, actor, now, found)?)
}

/// The same without names: what exports and counts build on.
pub(crate) fn briefs(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
) -> Result<Page<Brief>, Refusal> {
    let scope = Scope::of(actor);
    let filters = filters(tx, actor, now, question)?;
    let sought =
        question.q.as_deref().map(|text| (text, query(text))).filter(|(_, sought)| !sought.is_empty());
    match sought {
        Some((text, sought)) => search(tx, &scope, filters, question, text, &sought),
        None => {
            // Only open tickets have a next promise to break.
            let sort = if question.sort == Sort::Due && !question.only_open() {
                Sort::Number
            } else {
                question.sort
            };
            let after = question.after.as_deref().map(|after| seek(after, sort)).transpose()?;
            let found = store::briefs(tx, &scope, &filters, sort, after, question.size.probe())?;
            Ok(Page::cut(found, question.size, |brief| cursor(sort, brief)))
        }
    }
}

fn cursor(sort: Sort, brief: &Brief) -> String {
    match sort {
        Sort::Number => format!("n{}", brief.number),
        Sort::Due => {
            let at = brief.due.next.map_or_else(String::new, |at| at.0.to_string());
            format!("d{at}.{}", brief.number)
        }
        Sort::Updated => format!("u{}.{}", brief.updated_at.0, brief.number),
    }
}

/// The place that a cursor names, if it is one of this order.
fn seek(after: &str, sort: Sort) -> Result<Seek, Refusal> {
    let read = || {
        let rest = match (sort, after.get(..1)?) {
            (Sort::Number, "n") => return Some(Seek { at: None, number: after.get(1..)?.parse().ok()? }),
            (Sort::Due, "d") | (Sort::Updated, "u") => after.get(1..)?,
            _ => return None,
        };
        let (at, number) = rest.split_once('.')?;
        let at = if at.is_empty() { None } else { Some(Moment(at.parse().ok()?)) };
        Some(Seek { at, number: number.parse().ok()? })
    };
    read().ok_or(Refusal::invalid("after", "desk-after-unknown"))
}

pub(crate) fn filters(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
) -> Result<Filters, Refusal> {
    let requester = match &question.requester {
        Some(Ref::Name(mail)) => Some(by_mail(tx, mail)?),
        Some(Ref::Id(id)) => Some(Requester::Person(*id)),
        None => None,
    };
    let assignee = match &question.assignee {
        None => None,
        Some(Assignee::Nobody) => Some(None),
        // Without a person there is nobody whose tickets these could be.
        Some(Assignee::Me) => Some(Some(actor.person.ok_or(Refusal::conflict("desk-person-needed"))?)),
        Some(Assignee::Person(by)) => Some(Some(find::person(tx, by, "assignee")?)),
    };
    let own =
        question.own.then(|| actor.person.ok_or(Refusal::conflict("desk-person-needed"))).transpose()?;
    Ok(Filters {
        open: question.standing == Standing::Open,
        stages: match &question.standing {
            Standing::In(stages) => stages.clone(),
            _ => Vec::new(),
        },
        reason: question.reason,
        kind: question.kind,
        priority: question.priority,
        impact: question.impact,
        group: question.group.as_ref().map(|by| find::group(tx, by)).transpose()?.map(|group| group.id),
        assignee,
        requester,
        unit: question.unit.as_ref().map(|by| find::unit(tx, by)).transpose()?,
        service: question.service.as_ref().map(|by| find::service(tx, by)).transpose()?.map(|s| s.id),
        device: question.device.as_ref().map(|by| find::device(tx, by)).transpose()?,
        overdue_at: question.overdue.then_some(now),
        own,
        except: None,
        floor: None,
    })
}

/// A mail address that no person has may still be a contact's. That of a protected identity leads to nobody: the
/// answer would tell whose alias it is.
fn by_mail(tx: &mut Tx<'_>, mail: &str) -> Result<Requester, Refusal> {
    Ok(match directory::person::by_mail(tx, mail)?.filter(|person| !person.protected) {
        Some(person) => Requester::Person(person.id),
        None => Requester::Contact { name: String::new(), mail: directory::person::mail_key(mail) },
    })
}
