use db::Tx;
use kernel::{Actor, Page, PageSize, Refusal};

use super::{Fate, Incoming, Question, list};

/// All rows of the list.
pub(super) fn rows(tx: &mut Tx<'_>, actor: &Actor, fate: Option<Fate>) -> Result<Vec<Incoming>, Refusal> {
    Page::all_rows(|after| list(tx, actor, &Question { fate, after, size: PageSize::LARGEST }))
}
