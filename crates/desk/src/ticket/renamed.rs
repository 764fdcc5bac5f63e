//! Search finds a ticket by the name and mail address of who asked. When the register learns another name, or that an
//! identity is protected, their tickets are read again: an alias that the old name leads to protects nobody.

use db::Tx;
use db::facts::Kept;
use jobs::{Listener, Trouble};
use kernel::Moment;

use super::index::{Words, write};
use super::store;

pub(crate) const LISTENER: Listener =
    Listener { name: "desk.reword_tickets", hears: &["directory.person_edited"], hear };

/// What search knows a person by.
const KNOWN_BY: [&str; 3] = ["name", "mail", "protected"];

fn hear(tx: &mut Tx<'_>, fact: &Kept, now: Moment) -> Result<(), Trouble> {
    let changed = fact.data.get("changed").and_then(|changed| changed.as_array());
    let concerns = |field: &serde_json::Value| field.as_str().is_some_and(|field| KNOWN_BY.contains(&field));
    if !changed.is_some_and(|changed| changed.iter().any(concerns)) {
        return Ok(());
    }
    for (head, prose) in store::prose_of(tx, fact.subject)? {
        let words = Words::of(tx, &head.requester, now)?;
        write(tx, head.number, &head.title, &head.description, &words, &prose);
    }
    Ok(())
}
