//! `enhet`: the binary. It lists the slices, opens the house and lets the commands in.
//!
//! - [`cli`]: what can be said on the command line
//! - [`config`]: what the server is told
//! - [`slices`]: the list of all slices, bottom to top
//! - [`house`]: database, texts, clock and slices put together
//! - [`serve`]: the server, from start to stop; [`metrics`]: what it counts
//! - [`start`]: what the set-up wizard makes in an empty house
//! - [`demo`]: the invented municipality and its past

mod cli;
mod config;
mod demo;
mod house;
mod metrics;
mod serve;
mod slices;
mod start;

fn main() -> std::process::ExitCode {
    cli::run().into()
}
