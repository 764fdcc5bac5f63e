use std::fmt;

/// What is wrong with a definition: all of it at once, so that it can be mended in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionError {
    pub problems: Vec<Problem>,
}

/// One fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// Line of the file, from 1, when it was read from one.
    pub line: Option<usize>,
    pub fault: Fault,
}

/// The way to a value: `week`, `monday`, the second of them. Printed without the numbers, which
/// the line and the quoted value make needless.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Item(usize),
}

impl Place {
    pub fn key(name: &str) -> Self {
        Self(vec![Step::Key(name.to_owned())])
    }

    pub fn then(&self, name: &str) -> Self {
        self.with(Step::Key(name.to_owned()))
    }

    pub fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

/// A fault as a code with data. The sentences here are the command line's, and say what to do; a page says them by its
/// own texts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is not TOML: {0}")]
    NotToml(String),
    #[error("the key \"{key}\" is not known here{hint}", hint = nearest_or_all(nearest.as_deref(), known))]
    UnknownKey { key: String, nearest: Option<&'static str>, known: &'static [&'static str] },
    #[error(
        "the key \"{key}\" belongs to the whole calendar, not to this table; move it above the first line with [brackets]"
    )]
    KeyBelongsAtTop { key: String },
    #[error("the key \"{key}\" is missing; add for instance {example}")]
    Missing { key: &'static str, example: &'static str },
    #[error("expected {expected}, found {found}; write for instance {example}")]
    WrongType { expected: &'static str, found: &'static str, example: &'static str },
    #[error("there is no time zone \"{name}\"{hint}", hint = nearest_or(nearest.as_deref(), "use an IANA name such as Europe/Stockholm"))]
    UnknownZone { name: String, nearest: Option<String> },
    #[error("\"{0}\" is not a set of holidays; use \"sweden\" or \"none\"")]
    UnknownHolidays(String),
    #[error("\"{name}\" is not a day{hint}, or a date such as \"2026-05-15\"", hint = nearest_or_all(nearest.as_deref(), known))]
    UnknownDay { name: String, nearest: Option<&'static str>, known: &'static [&'static str] },
    #[error("there is no date {0}")]
    NoSuchDate(String),
    #[error("the date {0} is outside the years {first} to {last} that a calendar answers for", first = super::FIRST_YEAR, last = super::LAST_YEAR)]
    DateOutsideYears(String),
    #[error("\"{0}\" is not a clock time; write hours and minutes with two digits each, from 00:00 to 24:00")]
    NotATime(String),
    #[error("\"{0}\" is not a span of time; write two clock times with a hyphen, such as \"08:00-16:30\"")]
    NotASpan(String),
    #[error("the span {0} is empty; let it end later than it begins, or remove it")]
    SpanEmpty(String),
    #[error(
        "the span {0} ends before it begins; if it passes midnight, end it at 24:00 and begin the next day at 00:00"
    )]
    SpanBackwards(String),
    #[error(
        "the spans {0} and {1} overlap; make them one span, or let the second begin when the first has ended"
    )]
    SpansOverlap(String, String),
    #[error("the span {1} stands after {0} but comes before it; put the spans of a day in order of time")]
    SpansUnordered(String, String),
    #[error("\"{0}\" is shortened twice; keep one closing time")]
    ShortenedTwice(String),
}

impl Fault {
    /// Stable, kebab-case, for texts and interfaces.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotToml(_) => "not-toml",
            Self::UnknownKey { .. } => "unknown-key",
            Self::KeyBelongsAtTop { .. } => "key-belongs-at-top",
            Self::Missing { .. } => "key-missing",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownZone { .. } => "unknown-time-zone",
            Self::UnknownHolidays(_) => "unknown-holidays",
            Self::UnknownDay { .. } => "unknown-day",
            Self::NoSuchDate(_) => "no-such-date",
            Self::DateOutsideYears(_) => "date-outside-years",
            Self::NotATime(_) => "not-a-time",
            Self::NotASpan(_) => "not-a-span",
            Self::SpanEmpty(_) => "span-empty",
            Self::SpanBackwards(_) => "span-backwards",
            Self::SpansOverlap(..) => "spans-overlap",
            Self::SpansUnordered(..) => "spans-unordered",
            Self::ShortenedTwice(_) => "shortened-twice",
        }
    }
}

fn nearest_or(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("; did you mean \"{nearest}\"?"),
        None => format!("; {otherwise}"),
    }
}

fn nearest_or_all(nearest: Option<&str>, known: &[&str]) -> String {
    nearest_or(nearest, &format!("use one of {}", known.join(", ")))
}

/// The known word that somebody probably meant: alike enough, and more alike than any other.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&str> = self
            .0
            .iter()
            .filter_map(|step| match step {
                Step::Key(key) => Some(key.as_str()),
                Step::Item(_) => None,
            })
            .collect();
        f.write_str(&keys.join("."))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.place.0.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{}", self.fault)
    }
}

/// One problem a line.
impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n" };
            write!(f, "{gap}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DefinitionError {}
