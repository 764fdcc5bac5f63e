use db::{DbError, Tx};
use kernel::Id;

use super::{Account, Login, store};

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Result<Option<Account>, DbError> {
    store::by_id(tx, id)
}

/// By what was typed: case and space around it do not matter.
pub fn by_login(tx: &mut Tx<'_>, login: &str) -> Result<Option<Account>, DbError> {
    store::by_login(tx, &Login::fold(login))
}

/// A person may have several, as one for daily work and one for administration.
pub fn of_person(tx: &mut Tx<'_>, person: Id) -> Result<Vec<Account>, DbError> {
    store::of_person(tx, person)
}
