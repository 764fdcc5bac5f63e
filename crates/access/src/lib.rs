//! Who may come in, as what, and what everybody did.
//!
//! - [`account`]: somebody who may sign in, or for whom a token stands, with roles ([`account::Account`])
//! - [`password`]: chosen by a one-time link, kept as argon2id
//! - [`session`]: signed in on a device, eight hours idle and seven days at most; [`Gate`] tells the web who it is
//! - [`token`]: a key for programs; [`secret`]: what keys, links and sessions are made of
//! - [`settings`]: what somebody chose for themselves
//! - [`audit`]: every change leaves a line in the log
//! - [`start`]: the first start of an empty house
//! - [`permissions`], [`cli`], [`slice`]: what administrators may do, the commands, and everything for the app

pub mod account;
mod admin_page;
pub mod audit;
pub mod cli;
pub mod password;
pub mod permissions;
mod real_time;
mod room_page;
mod routes;
pub mod secret;
pub mod session;
pub mod settings;
pub mod start;
pub mod token;

pub use audit::audit;
pub use session::Gate;

use db::{DbError, Tx};
use kernel::{Id, Lang, Moment};
use web::{MenuItem, Room, Slice};

/// Units with their names in the reader's language, on the day of the moment.
pub type UnitNames = fn(&mut Tx<'_>, Lang, Moment) -> Result<Vec<(Id, String)>, DbError>;

/// What this slice asks of those above it; the app hands it in.
#[derive(Clone, Copy)]
pub struct Wiring {
    /// What else a first start makes: units, people, a group, opening hours, a promise.
    pub on_start: start::Hook,
    /// The units that a role can be limited to, by name.
    pub units: UnitNames,
    /// The person with this mail address.
    pub person_by_mail: fn(&mut Tx<'_>, &str) -> Result<Option<Id>, DbError>,
}

/// Every sentence that this slice says.
pub const TEXTS: texts::Source = texts::Source {
    slice: "access",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice(wiring: Wiring) -> Slice {
    Slice {
        name: "access",
        routes: routes::routes(wiring),
        texts: Some(TEXTS),
        menu: menu(),
        jobs: vec![jobs::Job { name: "access.sweep_sessions", every_seconds: 3_600, run: session::sweep }],
        ..Slice::default()
    }
}

fn menu() -> Vec<MenuItem> {
    let item = |label, href, icon, order, need: &'static kernel::Permission| MenuItem {
        label,
        href,
        icon,
        room: Room::Reading,
        need: need.into(),
        group: Some("access-admin"),
        go: None,
        order,
    };
    vec![
        item("access-menu-admin", "/admin", "i-home", 60, &permissions::ADMINISTER),
        item("access-accounts", "/admin/roller", "i-key", 61, &permissions::ADMINISTER),
        item("access-log", "/admin/logg", "i-list", 90, &permissions::READ_LOG),
    ]
}
