//! Stories of tickets, on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on has failed"
)]

#[path = "desk/town.rs"]
mod town;

#[path = "desk/begin.rs"]
mod begin;
#[path = "desk/work.rs"]
mod work;
