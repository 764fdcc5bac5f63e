/// As what somebody belongs to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Employment,
    Enrolment,
    Assignment,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Employment, Self::Enrolment, Self::Assignment];

    /// As it is written in the database and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Employment => "employment",
            Self::Enrolment => "enrolment",
            Self::Assignment => "assignment",
        }
    }

    /// The text that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Employment => "directory-affiliation-employment",
            Self::Enrolment => "directory-affiliation-enrolment",
            Self::Assignment => "directory-affiliation-assignment",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
