use db::Tx;
use directory::person;
use kernel::{Actor, Id, Page, PageSize, Refusal};

use super::{Fate, Incoming, store};
use crate::inbound::parse;
use crate::permissions::{ADMINISTER, allow};
use crate::place;

/// Which of the mails that came in are asked for, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub fate: Option<Fate>,
    pub after: Option<String>,
    pub size: PageSize,
}

pub fn list(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Page<Incoming>, Refusal> {
    allow(actor, &ADMINISTER)?;
    let after = question.after.as_deref().map(place::read).transpose()?;
    let mut rows = store::page(tx, question.fate, after, question.size.probe())?;
    for row in &mut rows {
        veil(tx, row)?;
    }
    Ok(Page::cut(rows, question.size, |mail| place::write(mail.received_at, mail.id)))
}

/// One mail of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub mail: Incoming,
    /// What it says, when it was only filed. A mail that is in a ticket is read there, by those who may read the ticket.
    pub text: Option<String>,
}

pub fn show(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Shown, Refusal> {
    allow(actor, &ADMINISTER)?;
    let mut mail = store::by_id(tx, id)?.ok_or(Refusal::not_found("mail-unknown"))?;
    let veiled = veil(tx, &mut mail)?;
    let text = match mail.fate {
        Fate::Filed if !veiled => Some(parse(&store::raw(tx, id)?).text),
        _ => None,
    };
    Ok(Shown { mail, text })
}

/// Of a protected person the log shows the alias, and nothing that they wrote. True when it was one.
fn veil(tx: &mut Tx<'_>, mail: &mut Incoming) -> Result<bool, Refusal> {
    let Some(id) = mail.person else { return Ok(false) };
    let Some(person) = person::by_id(tx, id)?.filter(|person| person.protected) else { return Ok(false) };
    mail.from_name = Some(person.name());
    mail.from_mail = None;
    mail.subject.clear();
    mail.message_id.clear();
    Ok(true)
}

/// How many there are of each outcome.
pub(crate) fn counts(tx: &mut Tx<'_>) -> Result<Vec<(Fate, i64)>, Refusal> {
    let counted = store::counts(tx)?;
    let of = |fate: Fate| counted.iter().find(|(code, _)| code == fate.code()).map_or(0, |(_, count)| *count);
    Ok(Fate::ALL.into_iter().map(|fate| (fate, of(fate))).collect())
}
