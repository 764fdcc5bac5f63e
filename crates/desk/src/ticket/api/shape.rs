//! Tickets as JSON. Times are RFC 3339 with the local offset; codes are those of the glossary.

use jiff::tz::TimeZone;
use kernel::Moment;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::message::Message;
use crate::ticket::{Detail, Due, Entry, EntryKind, Line, Reason, Ticket, Who};

/// A fault reported, or something asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTicket {
    pub kind: KindCode,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub impact: LevelCode,
    #[serde(default)]
    pub urgency: LevelCode,
    /// A service's slug or id.
    pub service: Option<String>,
    /// Mail address or id; left out, the token's own person.
    pub requester: Option<String>,
    /// A device's number or id.
    pub device: Option<String>,
    /// A group's slug or id; left out, the group that owns the service.
    pub group: Option<String>,
}

/// What is named is changed; `null` empties service or device.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TicketEdit {
    pub title: Option<String>,
    pub kind: Option<KindCode>,
    pub impact: Option<LevelCode>,
    pub urgency: Option<LevelCode>,
    #[serde(deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    pub service: Option<Option<String>>,
    #[serde(deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    pub device: Option<Option<String>>,
    pub requester: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Assignment {
    /// A group's slug or id.
    pub group: Option<String>,
    /// Mail address or id of somebody who works in a support group; `null` takes it from whoever has it.
    #[serde(deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    pub assignee: Option<Option<String>>,
    /// What the next one needs to know. Internal.
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHold {
    /// `user`, `manager`, `delivery`, `planned_change`; or `supplier`, which stands at *with supplier* and lets the clock run.
    pub reason: String,
    /// To the requester; needed when they are who is waited for.
    pub message: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResolution {
    /// What helped, to the requester.
    pub message: String,
    /// What it was. Internal.
    pub cause: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewClosure {
    /// `solved`, `duplicate`, `withdrawn` or `not_done`.
    pub outcome: Option<String>,
    /// Why. Internal.
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    pub text: String,
    /// If the requester writes in a resolved ticket: it was not solved after all.
    #[serde(default)]
    pub reopen: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    pub text: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// `duplicates`, `caused_by` or `relates_to`.
    pub kind: String,
    /// The other ticket's number.
    pub other: i64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindCode {
    Incident,
    ServiceRequest,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LevelCode {
    Low,
    #[default]
    Medium,
    High,
}

/// Where a ticket stands after a change.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standing {
    pub number: i64,
    /// `new`, `in_progress`, `waiting`, `with_supplier`, `resolved` or `closed`.
    pub status: &'static str,
    /// What a waiting ticket waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    pub priority: u8,
    pub due: DueTimes,
    pub version: i64,
}

/// When it is due. Null: nothing was promised, or its clock stands still.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueTimes {
    pub response: Option<String>,
    pub resolution: Option<String>,
}

/// A person, or a contact who is none.
#[derive(Debug, Serialize, ToSchema)]
pub struct Party {
    pub id: Option<String>,
    pub name: String,
    pub mail: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TicketView {
    pub number: i64,
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub description: String,
    pub status: &'static str,
    pub reason: Option<&'static str>,
    pub impact: &'static str,
    pub urgency: &'static str,
    pub priority: u8,
    pub requester: Party,
    pub committee: String,
    pub service: Option<String>,
    pub device: Option<String>,
    pub group: String,
    pub assignee: Option<Party>,
    pub source: &'static str,
    /// What an imported ticket was before.
    pub origin: Option<OriginView>,
    pub due: DueTimes,
    pub responded_at: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub resolved_at: Option<String>,
    pub closed_at: Option<String>,
    pub outcome: Option<&'static str>,
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OriginView {
    /// The other desk.
    pub source: String,
    /// What that desk calls it.
    pub reference: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TicketLine {
    pub number: i64,
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub status: &'static str,
    pub reason: Option<&'static str>,
    pub priority: u8,
    pub requester: Party,
    pub service: Option<String>,
    pub group: String,
    pub assignee: Option<Party>,
    pub due: DueTimes,
    /// The next promise to break.
    pub next_due: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MessageView {
    pub id: String,
    pub internal: bool,
    /// `requester`, `agent`, `other` or `machine`.
    pub author: &'static str,
    pub person: Option<String>,
    pub label: Option<String>,
    pub at: String,
    pub text: String,
    pub version: i64,
}

/// A message that was just kept, and where the ticket stands with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Said {
    pub id: String,
    pub status: &'static str,
    pub version: i64,
}

/// Things done in one act.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    pub version: i64,
    pub at: String,
    pub by: Party,
    pub changes: Vec<HistoryChange>,
}

/// People, groups, services and devices are named by id; whom no register has, in an imported history, as
/// `{"name": "…"}`.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryChange {
    pub act: &'static str,
    #[schema(value_type = Object)]
    pub was: serde_json::Value,
    #[schema(value_type = Object)]
    pub became: serde_json::Value,
}

/// Null is an answer, and not the same as left out.
fn nullable<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(input).map(Some)
}

fn time(at: Option<Moment>, zone: &TimeZone) -> Option<String> {
    at.map(|at| at.rfc3339(zone))
}

impl DueTimes {
    fn of(due: Due, zone: &TimeZone) -> Self {
        Self { response: time(due.response, zone), resolution: time(due.resolution, zone) }
    }
}

impl Party {
    fn of(who: Who) -> Self {
        Self { id: who.person.map(|id| id.to_string()), name: who.name, mail: who.mail }
    }
}

impl Standing {
    pub fn of(ticket: &Ticket, zone: &TimeZone) -> Self {
        Self {
            number: ticket.number,
            status: ticket.stage.code(),
            reason: ticket.stage.reason().map(Reason::code),
            priority: ticket.priority.number(),
            due: DueTimes::of(ticket.due, zone),
            version: ticket.version,
        }
    }
}

impl TicketView {
    pub fn of(detail: Detail, zone: &TimeZone) -> Self {
        let t = detail.ticket;
        Self {
            number: t.number,
            id: t.id.to_string(),
            kind: t.kind.code(),
            title: t.title,
            description: t.description,
            status: t.stage.code(),
            reason: t.stage.reason().map(Reason::code),
            impact: t.impact.code(),
            urgency: t.urgency.code(),
            priority: t.priority.number(),
            requester: Party::of(detail.requester),
            committee: t.committee.to_string(),
            service: detail.service,
            device: t.device.map(|id| id.to_string()),
            group: detail.group,
            assignee: detail.assignee.map(Party::of),
            source: t.source.code(),
            origin: detail.origin.map(|from| OriginView { source: from.source, reference: from.reference }),
            due: DueTimes::of(t.due, zone),
            responded_at: time(t.responded_at, zone),
            created_at: t.created_at.rfc3339(zone),
            updated_at: t.updated_at.rfc3339(zone),
            resolved_at: time(t.resolved_at, zone),
            closed_at: time(t.closed_at, zone),
            outcome: t.outcome.map(crate::ticket::Outcome::code),
            version: t.version,
        }
    }
}

impl TicketLine {
    pub fn of(line: Line, zone: &TimeZone) -> Self {
        Self {
            number: line.number,
            id: line.id.to_string(),
            kind: line.kind.code(),
            title: line.title,
            status: line.stage.code(),
            reason: line.stage.reason().map(Reason::code),
            priority: line.priority.number(),
            requester: Party::of(line.requester),
            service: line.service_name,
            group: line.group_name,
            assignee: line.assignee.map(Party::of),
            due: DueTimes::of(line.due, zone),
            next_due: time(line.due.next, zone),
            created_at: line.created_at.rfc3339(zone),
            updated_at: line.updated_at.rfc3339(zone),
            version: line.version,
        }
    }
}

impl MessageView {
    pub fn of(message: Message, zone: &TimeZone) -> Self {
        Self {
            id: message.id.to_string(),
            internal: message.internal,
            author: message.author.code(),
            person: message.person.map(|id| id.to_string()),
            label: message.label,
            at: message.at.rfc3339(zone),
            text: message.text,
            version: message.version,
        }
    }
}

impl HistoryEntry {
    /// What was said is not history: it stands among the messages.
    pub fn of(entry: Entry, zone: &TimeZone) -> Option<Self> {
        let EntryKind::Done(events) = entry.kind else { return None };
        let change = |event: crate::ticket::Event| HistoryChange {
            act: event.act.code(),
            was: event.was,
            became: event.became,
        };
        Some(Self {
            version: entry.version,
            at: entry.at.rfc3339(zone),
            by: Party::of(entry.by),
            changes: events.into_iter().map(change).collect(),
        })
    }
}
