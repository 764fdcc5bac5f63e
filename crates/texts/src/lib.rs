//! Everything a reader reads, in Swedish and English: sentences, numbers, dates, order, search words.
//!
//! - [`Texts`] holds every slice's embedded Fluent files, checked once at start ([`Source`], [`TextsError`])
//! - [`Words`] is the copyable handle a page carries: a language, the texts and a time zone; [`Arg`] fills a text
//! - `numbers`: groups, per cent, file sizes, lists
//! - `dates`: dates, times of day, "i dag", timelines
//! - `promise`: how much time is left or over, and how long things take
//! - [`search`]: the tokens of a document and of a question, the same for both databases
//! - [`sort_key`] puts names in Swedish order; [`fold`] forgives case, hyphens and (in its second form) dots and rings
//!
//! Deliberately absent: any sentence. Those stand in `texts/sv.ftl` and `texts/en.ftl`.

mod dates;
mod ftl;
mod numbers;
mod order;
mod promise;
mod registry;
pub mod search;
mod words;

pub use order::{Folded, fold, sort_key};
pub use registry::{Fault, Source, Texts, TextsError};
pub use words::{Arg, Words};
