//! One ticket by what others know of it, and the rows that its words point at.

use catalogue::service::{self, Service};
use db::Tx;
use directory::group::{self, Group};
use directory::{person, unit};
use inventory::device;
use kernel::{Actor, Id, Refusal};

use super::change::read_one;
use super::{Ref, Ticket, store};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Number(i64),
    /// As facts name it.
    Id(Id),
}

/// The ticket, if the actor may read it.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, by: By) -> Result<Ticket, Refusal> {
    let number = match by {
        By::Number(number) => number,
        By::Id(id) => store::number_of(tx, id)?.ok_or(Refusal::not_found("desk-ticket-unknown"))?,
    };
    read_one(tx, actor, number).map(|(ticket, _)| ticket)
}

pub(crate) fn group(tx: &mut Tx<'_>, by: &Ref) -> Result<Group, Refusal> {
    let found = match by {
        Ref::Id(id) => group::by_id(tx, *id)?,
        Ref::Name(slug) => group::by_slug(tx, slug)?,
    };
    found.ok_or(Refusal::invalid("group", "desk-group-unknown"))
}

/// By id or mail address. `field` is where it was said.
pub(crate) fn person(tx: &mut Tx<'_>, by: &Ref, field: &'static str) -> Result<Id, Refusal> {
    let found = match by {
        Ref::Id(id) => person::by_id(tx, *id)?,
        Ref::Name(mail) => person::by_mail(tx, mail)?,
    };
    let unknown = Refusal { field: Some(field), ..Refusal::invalid("requester", "desk-person-unknown") };
    found.map(|person| person.id).ok_or(unknown)
}

pub(crate) fn unit(tx: &mut Tx<'_>, by: &Ref) -> Result<Id, Refusal> {
    let found = match by {
        Ref::Id(id) => unit::by_id(tx, *id)?,
        Ref::Name(slug) => unit::by_slug(tx, slug)?,
    };
    found.map(|unit| unit.id).ok_or(Refusal::invalid("unit", "desk-unit-unknown"))
}

pub(crate) fn service(tx: &mut Tx<'_>, by: &Ref) -> Result<Service, Refusal> {
    let found = match by {
        Ref::Id(id) => service::by_id(tx, *id)?,
        Ref::Name(slug) => service::by_slug(tx, slug)?,
    };
    found.filter(|service| service.active).ok_or(Refusal::invalid("service", "desk-service-unknown"))
}

pub(crate) fn device(tx: &mut Tx<'_>, by: &Ref) -> Result<Id, Refusal> {
    let found = match by {
        Ref::Id(id) => device::by_id(tx, *id)?,
        Ref::Name(number) => device::by_number(tx, number)?,
    };
    found.map(|device| device.id).ok_or(Refusal::invalid("device", "desk-device-unknown"))
}
