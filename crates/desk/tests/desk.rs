//! Stories of tickets, on both databases.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot go on has failed")]

#[path = "desk/town.rs"]
mod town;

#[path = "desk/import.rs"]
mod import;

#[path = "desk/begin.rs"]
mod begin;
#[path = "desk/room.rs"]
mod room;
#[path = "desk/work.rs"]
mod work;

#[path = "desk/beside.rs"]
mod beside;
#[path = "desk/files.rs"]
mod files;
#[path = "desk/hidden.rs"]
mod hidden;
#[path = "desk/lists.rs"]
mod lists;
#[path = "desk/past.rs"]
mod past;
#[path = "desk/rest.rs"]
mod rest;
#[path = "desk/rights.rs"]
mod rights;
#[path = "desk/same.rs"]
mod same;
#[path = "desk/words.rs"]
mod words;
