//! The product put together: it lists the slices, opens the house and lets the commands in. `main` only calls [`cli::run`];
//! the rest is a library so that tests can walk every route.
//!
//! - [`cli`]: what can be said on the command line
//! - [`config`]: what the server is told
//! - [`slices`]: the list of all slices, bottom to top
//! - [`house`]: database, texts, clock and slices put together
//! - [`serve`]: the server, from start to stop; [`metrics`]: what it counts
//! - [`start`]: what the set-up wizard makes in an empty house
//! - [`demo`]: the invented municipality and its past

pub mod cli;
pub mod config;
pub mod demo;
pub mod house;
pub mod metrics;
pub mod serve;
pub mod slices;
pub mod start;
