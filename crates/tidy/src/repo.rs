//! The repository as the rules see it: tracked files, and new ones that nobody has added yet.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use crate::source::{self, Source};
use crate::{Comment, Token};

/// A text file of the repository. Binary files have no text, only a size.
#[derive(Debug)]
pub struct File {
    pub path: String,
    pub text: &'static str,
    pub bytes: usize,
    source: OnceLock<Source>,
}

/// All files, read once.
#[derive(Debug)]
pub struct Repo {
    pub files: Vec<File>,
}

/// Crates whose code never reaches a released binary.
const WORKSHOP: [&str; 2] = ["crates/testkit/", "crates/tidy/"];

impl File {
    /// Text lives as long as the program: a rule run ends with it, and tokens may point into it.
    fn new(path: &str, bytes: Vec<u8>) -> Self {
        let size = bytes.len();
        let text = String::from_utf8(bytes).unwrap_or_default();
        Self { path: path.to_owned(), text: text.leak(), bytes: size, source: OnceLock::new() }
    }

    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    /// The name of the crate that the file belongs to.
    pub fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether only tests, benches and examples hold this file.
    pub fn is_workshop(&self) -> bool {
        WORKSHOP.iter().any(|folder| self.path.starts_with(folder))
            || ["/tests/", "/benches/", "/examples/"].iter().any(|folder| self.path.contains(folder))
            || self.path.starts_with("tests/")
            || ["tests.rs", "testing.rs"].contains(&self.name())
    }

    fn source(&self) -> &Source {
        self.source.get_or_init(|| source::read(self.text))
    }

    /// The code of a Rust file without its comments.
    pub fn tokens(&self) -> &[Token] {
        &self.source().tokens
    }

    pub fn comments(&self) -> &[Comment] {
        &self.source().comments
    }

    /// The part of [`File::tokens`] that is released: tests inside the file are left out.
    pub fn released(&self) -> Vec<Token> {
        self.tokens().iter().filter(|token| !token.test).copied().collect()
    }

    /// Every line with its number, counted from one.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

impl Repo {
    /// Reads the repository that this crate lies in.
    ///
    /// # Panics
    /// When git does not answer: rules about tracked files cannot be checked without it.
    #[expect(clippy::panic, reason = "a check that could not look must not pass")]
    pub fn read() -> &'static Self {
        static REPO: Mutex<Option<&'static Repo>> = Mutex::new(None);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut slot = REPO.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(repo) = *slot {
            return repo;
        }
        let listed = Command::new("git")
            .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(&root)
            .output();
        let names = match listed {
            Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
            other => panic!("git ls-files did not list the repository: {other:?}"),
        };
        let mut names: Vec<&str> = names.split('\0').filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        // A file that is listed but gone was just deleted.
        let files = names
            .into_iter()
            .filter_map(|name| std::fs::read(root.join(name)).ok().map(|bytes| File::new(name, bytes)))
            .collect();
        let repo: &'static Self = Box::leak(Box::new(Self { files }));
        *slot = Some(repo);
        repo
    }

    /// A repository of examples, for a rule's own tests.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File::new(path, text.as_bytes().to_vec())).collect();
        Self { files }
    }

    pub fn find(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    pub fn has_folder(&self, folder: &str) -> bool {
        self.files.iter().any(|file| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.has_extension("rs"))
    }

    /// The Rust files that a released binary is made of.
    pub fn released(&self) -> impl Iterator<Item = &File> {
        self.rust().filter(|file| !file.is_workshop() && file.name() != "build.rs")
    }

    /// Names of all crates, sorted.
    pub fn crates(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.files.iter().filter(|file| file.name() == "Cargo.toml").filter_map(File::krate).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
