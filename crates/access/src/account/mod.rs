//! Somebody who may sign in, or for whom a token stands, and the roles that they have.
//!
//! - [`Account`]; [`create`] makes one, [`insert_many`] many at once for imports and demos
//! - [`by_id`], [`by_login`], [`of_person`] find them
//! - [`list`] shows them to an administrator, [`edit`] gives one another name or address
//! - [`set_grants`] changes the roles, [`disable`] shuts the door and [`enable`] opens it again

pub(crate) mod api;
mod create;
mod disable;
mod edit;
mod find;
pub(crate) mod grants;
pub mod list;
mod login;
pub(crate) mod page;
pub(crate) mod store;

pub use create::{NewAccount, create, create_service, insert_many};
pub use disable::{disable, enable};
pub use edit::edit;
pub use find::{by_id, by_login, of_person};
pub use grants::set_grants;
pub use login::Login;

use kernel::{Grant, Id, Moment, Role};

#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub id: Id,
    pub person: Option<Id>,
    /// The mail address in small letters; the given name of a service account.
    pub login: String,
    /// The name that pages and the log show.
    pub label: String,
    pub grants: Vec<Grant>,
    pub disabled: bool,
    /// Only tokens stand for it.
    pub service: bool,
    /// When the password was chosen; none before the first time.
    pub password_at: Option<Moment>,
}

impl Account {
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }
}
