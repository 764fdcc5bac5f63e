use db::Tx;
use kernel::{Actor, Id, Page, PageSize, Refusal};

use super::{Outgoing, State, store};
use crate::permissions::{ADMINISTER, allow};
use crate::place;

/// Which of our mails are asked for, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub state: Option<State>,
    pub after: Option<String>,
    pub size: PageSize,
}

pub fn list(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Page<Outgoing>, Refusal> {
    allow(actor, &ADMINISTER)?;
    let after = question.after.as_deref().map(place::read).transpose()?;
    let rows = store::page(tx, question.state, after, question.size.probe())?;
    Ok(Page::cut(rows, question.size, |mail| place::write(mail.made_at, mail.id)))
}

pub fn show(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Outgoing, Refusal> {
    allow(actor, &ADMINISTER)?;
    store::by_id(tx, id)?.ok_or(Refusal::not_found("mail-unknown"))
}

/// How many there are of each state.
pub(crate) fn counts(tx: &mut Tx<'_>) -> Result<Vec<(State, i64)>, Refusal> {
    let counted = store::counts(tx)?;
    let of =
        |state: State| counted.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, count)| *count);
    Ok(State::ALL.into_iter().map(|state| (state, of(state))).collect())
}
