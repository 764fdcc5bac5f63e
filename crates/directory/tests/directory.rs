//! Stories of people, units and groups, on both databases.

#![expect(clippy::expect_used, reason = "a story whose beginnings cannot be laid stops there")]

#[path = "directory/bulk.rs"]
mod bulk;
#[path = "directory/groups.rs"]
mod groups;
#[path = "directory/pages.rs"]
mod pages;
#[path = "directory/people.rs"]
mod people;
#[path = "directory/same_answers.rs"]
mod same_answers;
#[path = "directory/story.rs"]
mod story;
#[path = "directory/units.rs"]
mod units;
