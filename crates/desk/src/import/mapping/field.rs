//! What of a ticket a file can tell (pure).

/// A field of the mapping's `[columns]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What the other desk calls the ticket.
    Reference,
    /// When the row happened; only in an event log.
    At,
    Created,
    Resolved,
    Closed,
    /// When the row was last changed: the time of whatever has no time of its own.
    Updated,
    Title,
    Description,
    Status,
    Outcome,
    Kind,
    Priority,
    Impact,
    Urgency,
    Group,
    Assignee,
    RequesterName,
    RequesterMail,
    Service,
    /// Read by all parties of the ticket.
    Comment,
    /// Read by those who work with it.
    Note,
    /// What was answered when it was solved.
    Solution,
}

impl Field {
    pub const ALL: [Self; 22] = [
        Self::Reference,
        Self::At,
        Self::Created,
        Self::Resolved,
        Self::Closed,
        Self::Updated,
        Self::Title,
        Self::Description,
        Self::Status,
        Self::Outcome,
        Self::Kind,
        Self::Priority,
        Self::Impact,
        Self::Urgency,
        Self::Group,
        Self::Assignee,
        Self::RequesterName,
        Self::RequesterMail,
        Self::Service,
        Self::Comment,
        Self::Note,
        Self::Solution,
    ];

    /// As the mapping writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::At => "at",
            Self::Created => "created",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Updated => "updated",
            Self::Title => "title",
            Self::Description => "description",
            Self::Status => "status",
            Self::Outcome => "outcome",
            Self::Kind => "kind",
            Self::Priority => "priority",
            Self::Impact => "impact",
            Self::Urgency => "urgency",
            Self::Group => "group",
            Self::Assignee => "assignee",
            Self::RequesterName => "requester_name",
            Self::RequesterMail => "requester_mail",
            Self::Service => "service",
            Self::Comment => "comment",
            Self::Note => "note",
            Self::Solution => "solution",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// A text of several lines, as written; of all others only one line is kept.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Description | Self::Comment | Self::Note | Self::Solution)
    }
}
