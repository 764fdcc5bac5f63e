//! What the desk tells the others. `subject` is the ticket's id; `data` holds its number and codes or ids.
//! Live pages hear the part before the first `_`, so all of these are changes of the topic `desk.ticket`.

use db::{Res, Tx};
use kernel::{Fact, Moment};
use serde_json::{Value, json};

use crate::ticket::Ticket;

/// `{number, source, priority}`
pub const CREATED: &str = "desk.ticket_created";
/// `{number}`: title, kind, service, device or priority changed.
pub const EDITED: &str = "desk.ticket_edited";
/// `{number, group, assignee, by}`: given to a group or a person, or taken.
pub const ASSIGNED: &str = "desk.ticket_assigned";
/// `{number, message}`: an agent wrote to the requester.
pub const ANSWERED: &str = "desk.ticket_answered";
/// `{number, message}`: the requester wrote.
pub const REPLIED: &str = "desk.ticket_replied";
/// `{number, message}`: an internal note.
pub const NOTED: &str = "desk.ticket_noted";
/// `{number, reason}`
pub const HELD: &str = "desk.ticket_held";
/// `{number}`
pub const RESUMED: &str = "desk.ticket_resumed";
/// `{number, message}`: the solution is that message.
pub const RESOLVED: &str = "desk.ticket_resolved";
/// `{number}`
pub const REOPENED: &str = "desk.ticket_reopened";
/// `{number, outcome}`
pub const CLOSED: &str = "desk.ticket_closed";
/// `{number}`: the last close or assignment was taken back.
pub const UNDONE: &str = "desk.ticket_undone";
/// `{number}`: links, followers or files changed.
pub const CONNECTED: &str = "desk.ticket_connected";
/// `{number}`: somebody opened the ticket or began to write in it. Not a change of the ticket.
pub const VISITED: &str = "desk.ticket_visited";

/// Tells it, with the ticket's number put in.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    name: &'static str,
    ticket: &Ticket,
    at: Moment,
    mut data: Value,
) -> Res<()> {
    if let Value::Object(members) = &mut data {
        members.insert("number".to_owned(), json!(ticket.number));
    }
    tx.fact(&Fact { name, subject: ticket.id, at, data })
}
