use clap::Subcommand;
use kernel::{Clock, Grant, Id, Role};

use super::open::{Opened, open};
use super::{Exit, Place, stop};

/// Accounts. Both commands print a link, good once and for 24 hours, where the password is chosen.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account for a mail address; a person with that address is connected to it
    Add {
        mail: String,
        /// The name shown in the account list [default: the person's, else the address]
        #[arg(long)]
        name: Option<String>,
        /// employee, first_line, supplier_agent, second_line, it_manager, department_head, politician, administrator or architect
        #[arg(long = "role", value_name = "ROLE", default_value = "employee", value_parser = role)]
        roles: Vec<Role>,
        /// The unit that the roles are for [default: the whole municipality]
        #[arg(long, value_name = "SLUG")]
        unit: Option<String>,
    },
    /// Print a new link for an account whose password is forgotten; every session of it ends when it is used
    Reset { mail: String },
}

pub(super) fn role(code: &str) -> Result<Role, String> {
    Role::parse(code).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("the roles are {}", known.join(", "))
    })
}

pub(super) fn run(place: &Place, words: &User) -> Exit {
    let opened = match open(place) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let exit = match words {
        User::Add { mail, name, roles, unit } => add(&opened, mail, name.as_deref(), roles, unit.as_deref()),
        User::Reset { mail } => reset(&opened, mail),
    };
    settle(&opened, exit)
}

/// Leaves the command's own writes in the database file. They are stored before that: when others keep the file busy,
/// what was done is still done, and must not be asked for again.
pub(super) fn settle(opened: &Opened, exit: Exit) -> Exit {
    if let Err(error) = opened.config.target.settle() {
        eprintln!("enhet: stored; it will be copied into the database file later: {error}");
    }
    exit
}

fn add(opened: &Opened, mail: &str, name: Option<&str>, roles: &[Role], unit: Option<&str>) -> Exit {
    let unit = match unit.map(|slug| unit_named(opened, slug)).transpose() {
        Ok(unit) => unit,
        Err(exit) => return exit,
    };
    let known = mail.to_owned();
    let person = match opened.db.read_now(move |tx| directory::person::by_mail(tx, &known)) {
        Ok(person) => person,
        Err(error) => return refused(&error.into()),
    };
    let label = name.map(str::to_owned).or_else(|| person.as_ref().map(directory::person::Person::full_name));
    let account = access::account::NewAccount {
        id: Id::new(),
        person: person.map(|person| person.id),
        login: mail.to_owned(),
        label: label.unwrap_or_else(|| mail.to_owned()),
        grants: roles.iter().map(|role| Grant { role: *role, unit }).collect(),
    };
    print_link(opened, access::cli::user_add(&opened.db, &opened.actor, Clock::real().now(), &account))
}

fn reset(opened: &Opened, mail: &str) -> Exit {
    print_link(opened, access::cli::user_reset(&opened.db, &opened.actor, Clock::real().now(), mail))
}

fn print_link(opened: &Opened, made: Result<String, kernel::Refusal>) -> Exit {
    match made {
        Ok(path) => {
            println!("{}{path}", opened.config.public_url.as_deref().unwrap_or_default());
            Exit::Done
        }
        Err(refusal) => refused(&refusal),
    }
}

pub(super) fn unit_named(opened: &Opened, slug: &str) -> Result<Id, Exit> {
    let name = slug.to_owned();
    match opened.db.read_now(move |tx| directory::unit::by_slug(tx, &name)) {
        Ok(Some(unit)) => Ok(unit.id),
        Ok(None) => Err(stop(Exit::Refused, format!("no unit is called {slug}"))),
        Err(error) => Err(refused(&error.into())),
    }
}

/// A refusal in English, for a terminal; the pages say it in the reader's language.
pub(super) fn refused(refusal: &kernel::Refusal) -> Exit {
    let exit = if refusal.kind == kernel::RefusalKind::Unavailable { Exit::TryAgain } else { Exit::Refused };
    stop(exit, crate::house::in_english(refusal))
}
