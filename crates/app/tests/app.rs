//! The whole product: every route as every role, every statement, every page, and what the binary promises to those who
//! call it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on has failed"
)]

#[path = "app/calendar.rs"]
mod calendar;
#[path = "app/commands.rs"]
mod commands;
#[path = "app/demo.rs"]
mod demo;
#[path = "app/http.rs"]
mod http;
#[path = "app/migrations.rs"]
mod migrations;
#[path = "app/pages.rs"]
mod pages;
#[path = "app/program.rs"]
mod program;
#[path = "app/rest.rs"]
mod rest;
#[path = "app/routes.rs"]
mod routes;
#[path = "app/serve.rs"]
mod serve;
#[path = "app/statements.rs"]
mod statements;
#[path = "app/town.rs"]
mod town;
