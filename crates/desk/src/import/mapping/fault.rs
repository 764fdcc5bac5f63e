//! What is wrong with a mapping: all of it at once, so that it can be mended in one go (pure).

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError {
    pub problems: Vec<Problem>,
}

/// One fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of the mapping, from 1.
    pub line: Option<usize>,
    /// The way to a value: `columns.title`.
    pub place: String,
    pub fault: Fault,
}

/// A fault as a code with data. The sentences are the command line's, and say what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is not TOML: {0}")]
    NotToml(String),
    #[error("the key \"{key}\" is not known here{hint}", hint = hint(nearest.as_deref(), known))]
    UnknownKey { key: String, nearest: Option<String>, known: Vec<String> },
    #[error("the key is missing; add for instance {example}")]
    Missing { example: &'static str },
    #[error("expected {expected}, found {found}; write for instance {example}")]
    WrongType { expected: &'static str, found: &'static str, example: &'static str },
    #[error("\"{word}\" is not known here{hint}", hint = hint(nearest.as_deref(), known))]
    UnknownWord { word: String, nearest: Option<String>, known: Vec<String> },
    #[error("there is no time zone \"{name}\"{hint}", hint = hint(nearest.as_deref(), &["Europe/Stockholm".to_owned(), "UTC".to_owned()]))]
    UnknownZone { name: String, nearest: Option<String> },
    #[error("\"{pattern}\" is not a pattern of a time: {why}; write for instance \"%Y-%m-%d %H:%M:%S\"")]
    BadPattern { pattern: String, why: String },
    #[error("this belongs to a file of kind \"{0}\"; take it out, or change the kind")]
    OtherKind(&'static str),
    #[error("the text has a {{ without its }}; write for instance \"{{Product}} in {{Country}}\"")]
    OpenBrace,
    #[error("the file has no column \"{name}\"{hint}", hint = hint(nearest.as_deref(), known))]
    NoColumn { name: String, nearest: Option<String>, known: Vec<String> },
    #[error("no {what} is called \"{name}\"{hint}", hint = hint(nearest.as_deref(), known))]
    NotInRegister { what: &'static str, name: String, nearest: Option<String>, known: Vec<String> },
    #[error(
        "a waiting ticket must say for what: waiting:user, waiting:manager, waiting:delivery or waiting:planned_change"
    )]
    WaitsForNothing,
    #[error("write one sign between quotes, for instance \";\" or \"\\t\"")]
    Delimiter,
}

/// The longest list that a line of a terminal still says.
const MOST: usize = 40;

fn hint(nearest: Option<&str>, known: &[String]) -> String {
    match nearest {
        Some(nearest) => format!("; did you mean \"{nearest}\"?"),
        None if known.is_empty() || known.len() > MOST => String::new(),
        None => format!("; use one of {}", known.join(", ")),
    }
}

impl Problem {
    pub fn new(line: Option<usize>, place: impl Into<String>, fault: Fault) -> Self {
        Self { line, place: place.into(), fault }
    }
}

/// The known word that somebody probably meant: alike enough, and more alike than any other.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    service_level::calendar::nearest(word, known).map(str::to_owned)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{}", self.fault)
    }
}

/// One problem a line.
impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n" };
            write!(f, "{gap}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for MappingError {}
