use db::Tx;
use kernel::{Actor, PageSize, Refusal};

use super::{Fate, Incoming, Question, list};

/// More rows than this are not read in a spreadsheet, and would hold the report lane too long.
const MOST: usize = 100_000;

/// All rows of the list, page by page.
pub(super) fn rows(tx: &mut Tx<'_>, actor: &Actor, fate: Option<Fate>) -> Result<Vec<Incoming>, Refusal> {
    let mut question = Question { fate, after: None, size: PageSize::new(PageSize::MAX).unwrap_or_default() };
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
