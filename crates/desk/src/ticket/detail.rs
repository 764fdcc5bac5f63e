use db::Tx;
use directory::group;
use kernel::{Actor, Moment, Refusal};

use super::change::read_one;
use super::line::{People, Who};
use super::{Source, Ticket, View};
use crate::history::{self, Origin};

/// One ticket with the names that a program needs to make sense of it: few reads, because this is asked for most.
#[derive(Clone, Debug)]
pub struct Detail {
    pub ticket: Ticket,
    pub view: View,
    pub requester: Who,
    pub assignee: Option<Who>,
    pub group: String,
    pub service: Option<String>,
    /// Where an imported ticket stood before.
    pub origin: Option<Origin>,
}

pub fn detail(tx: &mut Tx<'_>, actor: &Actor, now: Moment, number: i64) -> Result<Detail, Refusal> {
    let (ticket, view) = read_one(tx, actor, number)?;
    let ids = ticket.requester.person().into_iter().chain(ticket.assignee);
    let people = People::read(tx, actor, ids, now)?;
    let service = match ticket.service {
        Some(id) => catalogue::service::by_id(tx, id)?.map(|service| service.slug),
        None => None,
    };
    let origin = match ticket.source {
        Source::Import => history::origin_of(tx, number)?,
        _ => None,
    };
    Ok(Detail {
        view,
        requester: people.requester(&ticket.requester),
        assignee: ticket.assignee.map(|id| people.who(id)),
        group: group::by_id(tx, ticket.group)?.map(|group| group.slug).unwrap_or_default(),
        service,
        origin,
        ticket,
    })
}
