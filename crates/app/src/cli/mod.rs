//! The commands. Each turns words into one call and its outcome into lines and an exit code.
//!
//! - [`Command`]: what can be said; `enhet --help` prints it
//! - [`Exit`]: what a program that calls us may rely on
//! - `demo`, `serve`, `migrate`, `import`, `calendar`, `user`, `token`, `mail`: one file a command

mod calendar;
mod import;
mod mail;
mod migrate;
mod open;
mod serve;
mod token;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::Flags;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All was done.
    Done,
    /// Some input or a rule said no.
    Refused,
    /// Wrong usage, definition or configuration.
    Usage,
    /// A mail that will never be taken (sysexits EX_DATAERR).
    BadData,
    /// Try again later (sysexits EX_TEMPFAIL).
    TryAgain,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Refused => 1,
            Exit::Usage => 2,
            Exit::BadData => 65,
            Exit::TryAgain => 75,
        })
    }
}

/// One IT organisation for a municipality: tickets, promises, catalogue, inventory.
#[derive(Debug, Parser)]
#[command(name = "enhet", version, propagate_version = true, disable_help_subcommand = true)]
pub struct Words {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Debug, Args)]
struct Place {
    /// Folder for the database and everything else that is kept [default: enhet-data; env: ENHET_DATA]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Configuration file [default: DIR/enhet.toml]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// In whose name a change is audited: an account, or any name [default: the operating system's user]
    #[arg(long = "as", global = true, value_name = "ACCOUNT")]
    acting_as: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the invented municipality of Ljusvik, with its past written up to today
    Demo(serve::Demo),
    /// Serve pages and API
    Serve(serve::Serve),
    /// Bring the database's tables forward
    Migrate,
    /// Count with a calendar's opening hours; needs no database
    #[command(subcommand)]
    Calendar(calendar::Calendar),
    /// Take over what another system holds
    #[command(subcommand)]
    Import(import::Import),
    /// Accounts
    #[command(subcommand)]
    User(user::User),
    /// API tokens
    #[command(subcommand)]
    Token(token::Token),
    /// Mail that comes in
    #[command(subcommand)]
    Mail(mail::Mail),
}

impl Place {
    fn flags(&self) -> Flags {
        Flags { config: self.config.clone(), listen: None, data: self.data.clone() }
    }
}

/// Runs what the command line says.
pub fn run() -> Exit {
    let words = Words::parse();
    let place = &words.place;
    match &words.command {
        Command::Demo(demo) => serve::demo(place, demo),
        Command::Serve(serve) => serve::serve(place, serve),
        Command::Migrate => migrate::run(place),
        Command::Calendar(calendar) => calendar::run(calendar),
        Command::Import(words) => import::run(place, words),
        Command::User(user) => user::run(place, user),
        Command::Token(token) => token::run(place, token),
        Command::Mail(mail) => mail::run(place, mail),
    }
}

/// Says what stopped a command, on standard error.
fn stop(exit: Exit, why: impl std::fmt::Display) -> Exit {
    eprintln!("enhet: {why}");
    exit
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Words::command().debug_assert();
    }
}
