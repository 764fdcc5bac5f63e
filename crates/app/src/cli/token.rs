use clap::Subcommand;
use kernel::{Clock, Role};

use super::open::{Opened, open};
use super::user::{refused, role, settle, unit_named};
use super::{Exit, Place, stop};

/// API tokens.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Print a new token, alone on its line; it is shown this once
    Create {
        /// What the token is for; without --person also the name of the account that it acts as
        #[arg(long)]
        name: String,
        #[arg(long, value_parser = role)]
        role: Role,
        /// Act as this person, never with more than their own rights and this role
        #[arg(long, value_name = "MAIL")]
        person: Option<String>,
        /// The unit that the role is for [default: the whole municipality]
        #[arg(long, value_name = "SLUG")]
        unit: Option<String>,
        /// How long it works
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=730))]
        days: u16,
    },
}

pub(super) fn run(place: &Place, words: &Token) -> Exit {
    let opened = match open(place) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let Token::Create { name, role, person, unit, days } = words;
    let exit = create(&opened, name, *role, (person.as_deref(), unit.as_deref()), *days);
    settle(&opened, exit)
}

fn create(opened: &Opened, name: &str, role: Role, whose: (Option<&str>, Option<&str>), days: u16) -> Exit {
    let (person, unit) = whose;
    let unit = match unit.map(|slug| unit_named(opened, slug)).transpose() {
        Ok(unit) => unit,
        Err(exit) => return exit,
    };
    let person = match person.map(|mail| person_with(opened, mail)).transpose() {
        Ok(person) => person,
        Err(exit) => return exit,
    };
    let token = access::cli::NewToken { name: name.to_owned(), role, unit, days, person };
    match access::cli::token_create(&opened.db, &opened.actor, Clock::real().now(), &token) {
        Ok(secret) => {
            println!("{secret}");
            Exit::Done
        }
        Err(refusal) => refused(&refusal),
    }
}

fn person_with(opened: &Opened, mail: &str) -> Result<access::cli::TokenPerson, Exit> {
    let known = mail.to_owned();
    match opened.db.read_now(move |tx| directory::person::by_mail(tx, &known)) {
        Ok(Some(person)) => {
            Ok(access::cli::TokenPerson { id: person.id, mail: mail.to_owned(), label: person.name() })
        }
        Ok(None) => Err(stop(Exit::Refused, format!("no person has the address {mail}"))),
        Err(error) => Err(refused(&error.into())),
    }
}
