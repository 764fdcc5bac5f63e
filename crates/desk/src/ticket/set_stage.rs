use db::Tx;
use kernel::{Actor, Moment, Refusal};

use super::change::read_one;
use super::{Hold, HoldFor, Reopen, Resume, Stage, Take, Ticket, hold, reopen, resume, take};
use crate::message::Note;

/// Puts a ticket where an agent says that it stands, by the act that leads there.
#[derive(Clone, Debug)]
pub struct SetStage {
    pub number: i64,
    pub seen: Option<i64>,
    pub to: To,
    /// To the requester. Taking and resuming say nothing.
    pub message: Option<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Somebody works with it: a new one is taken, a waiting one goes on, a solved one is opened again.
    Work,
    Wait(HoldFor),
}

impl To {
    pub fn parse(code: &str) -> Option<Self> {
        if code == "in_progress" { Some(Self::Work) } else { HoldFor::parse(code).map(Self::Wait) }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Work => "in_progress",
            Self::Wait(waits_for) => waits_for.code(),
        }
    }
}

pub fn set_stage(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &SetStage) -> Result<Ticket, Refusal> {
    let SetStage { number, seen, to, message } = input.clone();
    let waits_for = match to {
        To::Wait(waits_for) => waits_for,
        To::Work => {
            let (ticket, _) = read_one(tx, actor, number)?;
            return match ticket.stage {
                Stage::Waiting(_) | Stage::WithSupplier => resume(tx, actor, now, &Resume { number, seen }),
                Stage::Resolved => reopen(tx, actor, now, &Reopen { number, seen, message }),
                Stage::New | Stage::InProgress | Stage::Closed => {
                    take(tx, actor, now, &Take { number, seen })
                }
            };
        }
    };
    hold(tx, actor, now, &Hold { number, seen, waits_for, message })
}
