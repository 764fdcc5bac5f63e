//! Where a ticket stands and which moves are allowed (pure).

use kernel::Refusal;
use serde::{Deserialize, Serialize};

/// Six stages on screen; waiting carries what is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    New,
    InProgress,
    Waiting(Reason),
    WithSupplier,
    Resolved,
    Closed,
}

/// What a waiting ticket waits for. Each pauses the promise unless the promise says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    User,
    Manager,
    Delivery,
    PlannedChange,
}

/// What may be done to a ticket as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Somebody begins to work.
    Start,
    /// Wait, or wait for something else.
    Hold(Reason),
    /// Over to the supplier; the clock goes on.
    SendToSupplier,
    Resume,
    Resolve,
    Reopen,
    Close,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::User, Self::Manager, Self::Delivery, Self::PlannedChange];

    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Manager => "manager",
            Self::Delivery => "delivery",
            Self::PlannedChange => "planned_change",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl Stage {
    /// As the API, the database and a `status` filter write it; the reason stands beside.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InProgress => "in_progress",
            Self::Waiting(_) => "waiting",
            Self::WithSupplier => "with_supplier",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
        }
    }

    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Waiting(reason) => Some(reason),
            _ => None,
        }
    }

    /// A waiting stage must say for what; no other stage may.
    pub fn parse(code: &str, reason: Option<&str>) -> Option<Self> {
        match (code, reason) {
            ("waiting", Some(reason)) => Reason::parse(reason).map(Self::Waiting),
            ("new", None) => Some(Self::New),
            ("in_progress", None) => Some(Self::InProgress),
            ("with_supplier", None) => Some(Self::WithSupplier),
            ("resolved", None) => Some(Self::Resolved),
            ("closed", None) => Some(Self::Closed),
            _ => None,
        }
    }

    /// Still somebody's work.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Resolved | Self::Closed)
    }

    /// The table of moves: where each leads from each stage, or why it does not.
    pub fn after(self, step: Move) -> Result<Self, Refusal> {
        use Stage::{Closed, InProgress, New, Resolved, Waiting, WithSupplier};
        match (self, step) {
            (Closed, _) => Err(Refusal::conflict("desk-ticket-closed")),
            (New, Move::Start) => Ok(InProgress),
            // Taking what waits or is away changes who has it, not where it stands.
            (InProgress | Waiting(_) | WithSupplier, Move::Start) => Ok(self),
            (Waiting(now), Move::Hold(reason)) if now == reason => {
                Err(Refusal::conflict("desk-already-waiting"))
            }
            (New | InProgress | Waiting(_) | WithSupplier, Move::Hold(reason)) => Ok(Waiting(reason)),
            (New | InProgress | Waiting(_), Move::SendToSupplier) => Ok(WithSupplier),
            (WithSupplier, Move::SendToSupplier) => Err(Refusal::conflict("desk-already-with-supplier")),
            (Waiting(_) | WithSupplier, Move::Resume) => Ok(InProgress),
            (New | InProgress | Resolved, Move::Resume) => Err(Refusal::conflict("desk-not-on-hold")),
            (New | InProgress | Waiting(_) | WithSupplier, Move::Resolve) => Ok(Resolved),
            (Resolved, Move::Reopen) => Ok(InProgress),
            (New | InProgress | Waiting(_) | WithSupplier, Move::Reopen) => {
                Err(Refusal::conflict("desk-not-resolved"))
            }
            (Resolved | New | InProgress | Waiting(_) | WithSupplier, Move::Close) => Ok(Closed),
            (Resolved, Move::Start | Move::Hold(_) | Move::SendToSupplier | Move::Resolve) => {
                Err(Refusal::conflict("desk-ticket-resolved"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Stage; 9] = [
        Stage::New,
        Stage::InProgress,
        Stage::Waiting(Reason::User),
        Stage::Waiting(Reason::Manager),
        Stage::Waiting(Reason::Delivery),
        Stage::Waiting(Reason::PlannedChange),
        Stage::WithSupplier,
        Stage::Resolved,
        Stage::Closed,
    ];

    fn said(stage: Stage, step: Move) -> &'static str {
        match stage.after(step) {
            Ok(next) => next.code(),
            Err(refusal) => refusal.code,
        }
    }

    #[test]
    fn the_table_of_moves() {
        let steps = [
            Move::Start,
            Move::Hold(Reason::User),
            Move::SendToSupplier,
            Move::Resume,
            Move::Resolve,
            Move::Reopen,
            Move::Close,
        ];
        let (closed, resolved) = ("desk-ticket-closed", "desk-ticket-resolved");
        let (not_held, not_resolved) = ("desk-not-on-hold", "desk-not-resolved");
        let rows = [
            (
                Stage::New,
                ["in_progress", "waiting", "with_supplier", not_held, "resolved", not_resolved, "closed"],
            ),
            (
                Stage::InProgress,
                ["in_progress", "waiting", "with_supplier", not_held, "resolved", not_resolved, "closed"],
            ),
            (
                Stage::Waiting(Reason::User),
                [
                    "waiting",
                    "desk-already-waiting",
                    "with_supplier",
                    "in_progress",
                    "resolved",
                    not_resolved,
                    "closed",
                ],
            ),
            (
                Stage::Waiting(Reason::Delivery),
                ["waiting", "waiting", "with_supplier", "in_progress", "resolved", not_resolved, "closed"],
            ),
            (
                Stage::WithSupplier,
                [
                    "with_supplier",
                    "waiting",
                    "desk-already-with-supplier",
                    "in_progress",
                    "resolved",
                    not_resolved,
                    "closed",
                ],
            ),
            (Stage::Resolved, [resolved, resolved, resolved, not_held, resolved, "in_progress", "closed"]),
            (Stage::Closed, [closed; 7]),
        ];
        for (stage, wanted) in rows {
            for (step, want) in steps.into_iter().zip(wanted) {
                assert_eq!(said(stage, step), want, "{stage:?} {step:?}");
            }
        }
    }

    #[test]
    fn a_stage_reads_back_as_it_was_written() {
        for stage in EVERY {
            assert_eq!(Stage::parse(stage.code(), stage.reason().map(Reason::code)), Some(stage));
        }
        assert_eq!(Stage::parse("waiting", None), None);
        assert_eq!(Stage::parse("new", Some("user")), None);
    }
}
