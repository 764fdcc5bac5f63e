//! Stories of who may come in, as what, and what is written down about it.

#[path = "access/accounts.rs"]
mod accounts;
#[path = "access/story.rs"]
mod story;
