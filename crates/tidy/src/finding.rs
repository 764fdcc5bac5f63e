use std::fmt;

/// One place that breaks a rule, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub path: String,
    /// Counted from one; zero when the whole file is meant.
    pub line: usize,
    pub advice: String,
}

impl Finding {
    pub fn at(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, advice: advice.into() }
    }

    pub fn in_file(path: &str, advice: impl Into<String>) -> Self {
        Self::at(path, 0, advice)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.advice),
            line => write!(f, "{}:{line}: {}", self.path, self.advice),
        }
    }
}

/// Fails the test that asks, with every finding on a line of its own.
///
/// # Panics
/// When there is a finding.
#[track_caller]
#[expect(clippy::panic, reason = "this is how a test fails")]
pub fn report(mut findings: Vec<Finding>) {
    findings.sort();
    findings.dedup();
    if !findings.is_empty() {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        panic!("{} to mend:\n{}", lines.len(), lines.join("\n"));
    }
}
