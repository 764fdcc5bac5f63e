use std::fmt;

/// What sort of no it is. The web crate turns it into a status, the CLI into an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The input is wrong; it says which field and what to do. HTTP 422.
    Invalid,
    /// Nobody is signed in, or the token is not known. HTTP 401.
    SignInNeeded,
    /// The actor may not. HTTP 403.
    Forbidden,
    /// It is not there, or the actor may not know that it is. HTTP 404.
    NotFound,
    /// The state does not allow it. HTTP 409.
    Conflict,
    /// Somebody else changed it first. HTTP 412.
    Stale,
    /// Larger than the limit that was said. HTTP 413.
    TooLarge,
    /// Too often; wait. HTTP 429.
    TooMany,
    /// The database does not answer or is full; try again. HTTP 503.
    Unavailable,
    /// A fault of ours. HTTP 500.
    Fault,
}

/// A rule's no: a stable code with data, never a sentence. The text with the key
/// `refusal-{code}` says it in the reader's language, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub kind: RefusalKind,
    /// Stable, kebab-case: `title-missing`, `ticket-closed`.
    pub code: &'static str,
    /// The form field or JSON member at fault, if one is.
    pub field: Option<&'static str>,
    /// Values for the text: `("limit", "25")`.
    pub args: Vec<(&'static str, String)>,
    /// Further faults in the same input, so that a form shows all of them at once.
    pub more: Vec<Refusal>,
}

impl Refusal {
    pub const fn new(kind: RefusalKind, code: &'static str) -> Self {
        Self { kind, code, field: None, args: Vec::new(), more: Vec::new() }
    }

    pub const fn invalid(field: &'static str, code: &'static str) -> Self {
        Self { kind: RefusalKind::Invalid, code, field: Some(field), args: Vec::new(), more: Vec::new() }
    }

    pub const fn forbidden(code: &'static str) -> Self {
        Self::new(RefusalKind::Forbidden, code)
    }

    pub const fn not_found(code: &'static str) -> Self {
        Self::new(RefusalKind::NotFound, code)
    }

    pub const fn conflict(code: &'static str) -> Self {
        Self::new(RefusalKind::Conflict, code)
    }

    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// One refusal of many faults, or fine when there are none.
    pub fn all(faults: Vec<Self>) -> Result<(), Self> {
        let mut faults = faults.into_iter();
        match faults.next() {
            None => Ok(()),
            Some(mut first) => {
                first.more.extend(faults);
                Err(first)
            }
        }
    }

    /// This fault and the further ones, flat.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.more.iter())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(field) = self.field {
            write!(f, " ({field})")?;
        }
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
