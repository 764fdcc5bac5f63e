use db::Tx;
use kernel::{Actor, PageSize, Refusal};

use super::{Outgoing, Question, State, list};

/// More rows than this are not read in a spreadsheet, and would hold the report lane too long.
const MOST: usize = 100_000;

/// All rows of the list, page by page.
pub(super) fn rows(tx: &mut Tx<'_>, actor: &Actor, state: Option<State>) -> Result<Vec<Outgoing>, Refusal> {
    let mut question =
        Question { state, after: None, size: PageSize::new(PageSize::MAX).unwrap_or_default() };
    let mut rows = Vec::new();
    loop {
        let page = list(tx, actor, &question)?;
        rows.extend(page.items);
        if page.next.is_none() || rows.len() >= MOST {
            return Ok(rows);
        }
        question.after = page.next;
    }
}
