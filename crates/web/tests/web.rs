//! The way in and out of the house, told with a small slice that knows nothing of tickets.
#![expect(clippy::expect_used, clippy::panic, reason = "a story stops where it goes wrong")]

#[path = "web/toy.rs"]
mod toy;

#[path = "web/doors.rs"]
mod doors;
#[path = "web/pages.rs"]
mod pages;
#[path = "web/problems.rs"]
mod problems;
#[path = "web/sheet.rs"]
mod sheet;
