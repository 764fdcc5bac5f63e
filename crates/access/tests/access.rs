//! Stories of who may come in, as what, and what is written down about it.

#![expect(clippy::expect_used, reason = "a story whose ground cannot be laid stops there")]

#[path = "access/accounts.rs"]
mod accounts;
#[path = "access/pages.rs"]
mod pages;
#[path = "access/sign_in.rs"]
mod sign_in;
#[path = "access/start.rs"]
mod start;
#[path = "access/story.rs"]
mod story;
#[path = "access/tokens.rs"]
mod tokens;
