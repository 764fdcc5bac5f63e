use std::io::Read;

use clap::Subcommand;

use super::open::open;
use super::{Exit, Place, stop};

/// Mail that comes in.
#[derive(Debug, Subcommand)]
pub enum Mail {
    /// Take one mail from standard input; a mail server can pipe into this
    Receive {
        /// Print the outcome as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(place: &Place, words: &Mail) -> Exit {
    let Mail::Receive { json } = words;
    let mut bytes = Vec::new();
    // One byte more than is taken, so that a larger mail is seen as such without being held.
    let most = u64::try_from(mail::inbound::SIZE_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    if let Err(error) = std::io::stdin().lock().take(most).read_to_end(&mut bytes) {
        return stop(Exit::TryAgain, format!("the mail could not be read: {error}"));
    }
    let opened = match open(place) {
        // A mail server holds the mail and tries again, whatever is wrong with us.
        Err(_) => return Exit::TryAgain,
        Ok(opened) => opened,
    };
    let (text, code) = mail::cli::receive(&opened.db, opened.clock.now(), bytes, *json);
    println!("{text}");
    let exit = match code {
        0 => Exit::Done,
        65 => Exit::BadData,
        _ => Exit::TryAgain,
    };
    super::user::settle(&opened, exit)
}
