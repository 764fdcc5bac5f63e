use db::Tx;
use kernel::{Actor, Id, Refusal};

use super::{find, store};
use crate::permissions::{READ_PEOPLE, allow};

/// Whom a typed text names: an id, a mail address, a number or a name that only one person has.
/// Refused in the field that it was typed in.
pub fn resolve(tx: &mut Tx<'_>, actor: &Actor, field: &'static str, text: &str) -> Result<Id, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    let text = text.trim();
    if let Ok(id) = text.parse::<Id>()
        && store::by_id(tx, id)?.is_some()
    {
        return Ok(id);
    }
    if let Some(person) = store::by_mail(tx, text)?.filter(|person| !person.protected) {
        return Ok(person.id);
    }
    match find::matching(tx, text, 2)?.as_slice() {
        [one] => Ok(*one),
        [] => Err(Refusal::invalid(field, "directory-person-unknown")),
        _ => Err(Refusal::invalid(field, "directory-person-many")),
    }
}
