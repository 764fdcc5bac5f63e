//! What a promise says: pure data and lookups.

use serde::{Deserialize, Serialize};

/// Priorities are 1 (most urgent) to this.
pub const PRIORITIES: u8 = 4;

/// The goals by priority, most urgent first, and the waiting that pauses the resolution clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    pub goals: [Goal; PRIORITIES as usize],
    pub pauses: Vec<Reason>,
}

/// Minutes of open time. None is *as good as we can, no promise*: counted, never shown as kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    pub response: Option<u32>,
    pub resolution: Option<u32>,
}

/// What a subject can wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    User,
    Manager,
    Delivery,
    PlannedChange,
    Supplier,
}

impl Reason {
    pub const ALL: [Self; 5] =
        [Self::User, Self::Manager, Self::Delivery, Self::PlannedChange, Self::Supplier];

    /// As it is written in the database and in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Manager => "manager",
            Self::Delivery => "delivery",
            Self::PlannedChange => "planned_change",
            Self::Supplier => "supplier",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl Terms {
    pub fn goal(&self, priority: u8) -> Goal {
        priority.checked_sub(1).and_then(|nth| self.goals.get(usize::from(nth))).copied().unwrap_or_default()
    }
}
