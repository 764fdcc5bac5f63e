/// What a unit is, and so what it is called on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Municipality,
    Committee,
    Department,
    Section,
    School,
    Preschool,
    CareHome,
    Library,
    Workplace,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Municipality,
        Self::Committee,
        Self::Department,
        Self::Section,
        Self::School,
        Self::Preschool,
        Self::CareHome,
        Self::Library,
        Self::Workplace,
    ];

    /// As it is written in the database and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Committee => "committee",
            Self::Department => "department",
            Self::Section => "section",
            Self::School => "school",
            Self::Preschool => "preschool",
            Self::CareHome => "care_home",
            Self::Library => "library",
            Self::Workplace => "workplace",
        }
    }

    /// The text that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Municipality => "directory-kind-municipality",
            Self::Committee => "directory-kind-committee",
            Self::Department => "directory-kind-department",
            Self::Section => "directory-kind-section",
            Self::School => "directory-kind-school",
            Self::Preschool => "directory-kind-preschool",
            Self::CareHome => "directory-kind-care-home",
            Self::Library => "directory-kind-library",
            Self::Workplace => "directory-kind-workplace",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
