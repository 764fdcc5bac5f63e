/// What a notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Your ticket has come in, with its number and promise.
    Receipt,
    /// Somebody of the desk wrote to you, or asks you something.
    Answer,
    /// Solved: what helped.
    Resolved,
    /// Ended in another way than solved.
    Closed,
    /// Somebody else who takes part wrote.
    Reply,
    /// The ticket is yours to work with now.
    Assigned,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::Receipt, Self::Answer, Self::Resolved, Self::Closed, Self::Reply, Self::Assigned];

    /// As it is stored and sent in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Answer => "answer",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Reply => "reply",
            Self::Assigned => "assigned",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The text that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Receipt => "notifications-kind-receipt",
            Self::Answer => "notifications-kind-answer",
            Self::Resolved => "notifications-kind-resolved",
            Self::Closed => "notifications-kind-closed",
            Self::Reply => "notifications-kind-reply",
            Self::Assigned => "notifications-kind-assigned",
        }
    }

    /// The text that says more about it.
    pub const fn about_key(self) -> &'static str {
        match self {
            Self::Receipt => "notifications-kind-receipt.about",
            Self::Answer => "notifications-kind-answer.about",
            Self::Resolved => "notifications-kind-resolved.about",
            Self::Closed => "notifications-kind-closed.about",
            Self::Reply => "notifications-kind-reply.about",
            Self::Assigned => "notifications-kind-assigned.about",
        }
    }

    /// Told to those who work at the desk, in their working hours.
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Assigned)
    }
}
