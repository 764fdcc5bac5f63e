//! The house rules as tests: what ARCHITECTURE.md says, a machine checks, and its message says what to do instead.
//!
//! A rule is a module with one `check` that reads the [`Repo`] and returns [`Finding`]s; `tests/tidy.rs` runs them
//! all. Each rule's own tests show that it fails on a bad example, so that none can rot into silence.
//!
//! How large
//! - [`sizes`]: files and functions
//!
//! Who may call whom
//! - [`edges`]: the crates, read from their manifests
//! - [`manifests`]: one place for versions, no dependency that nobody uses
//! - [`drivers`]: only `db` knows an engine
//! - [`sql`]: statements only in `store.rs`
//! - [`faces`]: pages, API and CLI only translate; pure files touch nothing
//! - [`environment`]: one file reads the environment, one crate prints
//!
//! What people read
//! - [`texts`]: every sentence in both languages, used, and without banned words
//! - [`language`]: no Swedish and no sentence in Rust
//! - [`markup`]: nothing inline that the content policy would block
//! - [`assets`]: scripts and styles that ask no other host and run no text
//!
//! What stays true over time
//! - [`migrations`]: released ones never change
//! - [`architecture`]: the tree on paper is the tree on disk
//! - [`documents`]: links lead somewhere
//! - [`scripts`]: `bin/` stays short and says what it does
//! - [`names`]: no file or type called after nothing
//! - [`leftovers`]: nothing half done, nothing silenced
//! - [`portable`]: no machine, registry or real person in a tracked file

mod finding;
mod repo;
mod source;

pub mod architecture;
pub mod assets;
pub mod documents;
pub mod drivers;
pub mod edges;
pub mod environment;
pub mod faces;
pub mod language;
pub mod leftovers;
pub mod manifests;
pub mod markup;
pub mod migrations;
pub mod names;
pub mod portable;
pub mod scripts;
pub mod sizes;
pub mod sql;
pub mod texts;

pub use finding::{Finding, report};
pub use repo::{File, Repo};
pub use source::{Comment, Kind, Token};
