use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::json;

use super::change::begin;
use super::{Move, Reason, Ticket};
use crate::facts;
use crate::message::{self, Note};

/// Lets a ticket wait, or sends it to the supplier.
#[derive(Clone, Debug)]
pub struct Hold {
    pub number: i64,
    pub seen: Option<i64>,
    pub waits_for: HoldFor,
    /// To the requester; needed when they are who is waited for.
    pub message: Option<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldFor {
    Reason(Reason),
    /// Stands at *with supplier*, and the clock goes on.
    Supplier,
}

impl HoldFor {
    pub fn parse(code: &str) -> Option<Self> {
        if code == "supplier" { Some(Self::Supplier) } else { Reason::parse(code).map(Self::Reason) }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Reason(reason) => reason.code(),
            Self::Supplier => "supplier",
        }
    }
}

/// Nobody waits for a user who has not been asked: the message goes out in the same act, and the pause starts with it.
pub fn hold(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Hold) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, input.seen)?;
    let step = match input.waits_for {
        HoldFor::Reason(reason) => Move::Hold(reason),
        HoldFor::Supplier => Move::SendToSupplier,
    };
    change.step(tx, now, step)?;
    match &input.message {
        Some(message) => message::answer_into(tx, actor, now, &mut change, message)?,
        None if input.waits_for == HoldFor::Reason(Reason::User) => {
            return Err(Refusal::invalid("message", "desk-hold-needs-message"));
        }
        None => {}
    }
    let said = input.message.as_ref().map(|message| message.id);
    let data = json!({"reason": input.waits_for.code(), "message": said});
    change.end(tx, actor, now, "desk.ticket.hold", facts::HELD, data)
}
