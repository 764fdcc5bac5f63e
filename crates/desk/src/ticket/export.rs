use db::Tx;
use kernel::{Actor, Moment, Page, PageSize, Refusal};

use super::list::list;
use super::{Line, Question};

/// Every row that the question is about, with the reader's own rights: what a list shows page by page.
pub fn export(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
) -> Result<Vec<Line>, Refusal> {
    let mut question = Question { size: PageSize::LARGEST, ..question.clone() };
    Page::all_rows(|after| {
        question.after = after;
        list(tx, actor, now, &question)
    })
}
