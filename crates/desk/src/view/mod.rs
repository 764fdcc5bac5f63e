//! Saved views: a question that somebody wants to ask again, under a name of their own.

pub mod api;
mod store;

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use crate::permissions::WORK;
use crate::ticket::Question;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub id: Id,
    pub name: String,
    /// The question as an address line, encoded.
    pub query: String,
}

#[derive(Clone, Debug)]
pub struct Save {
    pub id: Id,
    pub name: String,
    pub question: Question,
}

/// More than this is a list of views, not a menu.
const MOST: usize = 30;

/// Keeps a view. The same name again replaces what it asked.
pub fn save(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Save) -> Result<SavedView, Refusal> {
    let account = account(actor)?;
    let name = input.name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Refusal::invalid("name", "desk-view-name"));
    }
    let views = store::of_account(tx, account)?;
    if views.len() >= MOST && !views.iter().any(|view| view.name == name) {
        return Err(Refusal::conflict("desk-view-too-many").with("limit", MOST));
    }
    let view = SavedView { id: input.id, name: name.to_owned(), query: query(&input.question) };
    store::put(tx, account, &view, now)?;
    Ok(view)
}

pub fn list(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<SavedView>, Refusal> {
    Ok(store::of_account(tx, account(actor)?)?)
}

pub fn remove(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<(), Refusal> {
    if store::delete(tx, account(actor)?, id)? { Ok(()) } else { Err(Refusal::not_found("not-found")) }
}

fn account(actor: &Actor) -> Result<Id, Refusal> {
    match actor.account {
        Some(account) if actor.may(&WORK) => Ok(account),
        _ => Err(Refusal::forbidden("no-permission")),
    }
}

/// `status=open&assignee=me`
fn query(question: &Question) -> String {
    let escape = |text: &str| {
        let mut out = String::with_capacity(text.len());
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' => {
                    out.push(char::from(byte));
                }
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
        out
    };
    let pairs: Vec<String> =
        question.pairs().iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
    pairs.join("&")
}
