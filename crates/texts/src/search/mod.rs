//! Search that gives the same answers on both databases: words become tokens here, never in an engine.
//!
//! - [`analyse`] turns text into [`Token`]s: the word as written, its stem, the parts of a compound, whole addresses
//! - [`query`] reads what somebody typed into a [`Query`]: all terms must match, `"in quotes"` in this order, `start*`
//! - [`Document`] is a ticket's three columns, made into text for FTS5 and a literal for `tsvector`
//! - [`to_fts5`] and [`to_tsquery`] ask the same question of either database, in the [`Columns`] the reader may see
//! - `chunk`: where words begin and end; `encode`: tokens as letters and digits, so that no engine splits them again
//! - `swedish`, `english`: endings; `vocabulary`: our own nouns; `compound`: words made of words
//!
//! Deliberately absent: ranking. Order is the caller's (exact number, title hit, last activity), so that pages
//! are the same on both databases. The engines' own stemmers leave "nätverket" as it is.

mod analyse;
mod chunk;
mod compound;
mod document;
mod encode;
mod english;
mod query;
mod render;
mod stop_words;
mod swedish;
mod vocabulary;

pub use analyse::{Kind, Token, analyse};
pub use document::{Document, Indexed};
pub use query::{Match, Query, Term, query};
pub use render::{Columns, to_fts5, to_tsquery};

/// Raised whenever the same text gives other tokens than before: stored documents are then indexed anew.
pub const ANALYSER_VERSION: i64 = 1;
