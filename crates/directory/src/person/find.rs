use db::{Res, Tx};
use kernel::{Actor, Day, Id, Refusal};

use super::phone::e164;
use super::{Card, cards, store};
use crate::permissions::{READ_PEOPLE, allow};
use crate::words::sought;

/// People by the beginnings of their names, their mail address or their whole phone number, in the order of names.
/// A protected identity is never found.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, text: &str, day: Day, limit: i64) -> Result<Vec<Card>, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    let ids = matching(tx, text, limit)?;
    let mut found = cards(tx, &ids, day)?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The ids of those whom [`find`] would show, for lists of things that people hold.
pub fn matching(tx: &mut Tx<'_>, text: &str, limit: i64) -> Res<Vec<Id>> {
    if let Some(number) = e164(text) {
        let called = store::by_phone(tx, &number)?;
        let open = called.into_iter().filter(|person| !person.protected).map(|person| person.id);
        return Ok(open.take(usize::try_from(limit).unwrap_or(0)).collect());
    }
    let sought = sought(text);
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let mut q = store::listed(false);
    store::has_words(&mut q, &sought);
    store::page_of(tx, q, None, limit)
}
