use db::Tx;
use kernel::{Actor, Moment, PageSize, Refusal};

use super::list::list;
use super::{Line, Question};

/// More rows than this in one file belong in a report.
pub const MOST: usize = 100_000;

/// Every row that the question is about, with the reader's own rights: what a list shows page by page.
pub fn export(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
) -> Result<Vec<Line>, Refusal> {
    let size = PageSize::new(PageSize::MAX).unwrap_or_default();
    let mut question = Question { size, after: None, ..question.clone() };
    let mut all = Vec::new();
    loop {
        let page = list(tx, actor, now, &question)?;
        all.extend(page.items);
        match page.next {
            Some(next) if all.len() < MOST => question.after = Some(next),
            _ => return Ok(all),
        }
    }
}
