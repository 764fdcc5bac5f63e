//! Stories of people, units and groups, on both databases.

#[path = "directory/bulk.rs"]
mod bulk;
