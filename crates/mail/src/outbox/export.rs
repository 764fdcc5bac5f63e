use db::Tx;
use kernel::{Actor, Page, PageSize, Refusal};

use super::{Outgoing, Question, State, list};

/// All rows of the list.
pub(super) fn rows(tx: &mut Tx<'_>, actor: &Actor, state: Option<State>) -> Result<Vec<Outgoing>, Refusal> {
    Page::all_rows(|after| list(tx, actor, &Question { state, after, size: PageSize::LARGEST }))
}
