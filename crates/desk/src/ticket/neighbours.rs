use db::Tx;
use kernel::{Actor, Moment, PageSize, Refusal};

use super::list::{briefs, filters};
use super::{Question, Scope, Sort, store};

/// Where one ticket stands in a list, and which stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// From 1; none when it is not in the list, or too far down in it.
    pub place: Option<usize>,
    pub of: usize,
    /// The list is longer than was looked through.
    pub more: bool,
    pub previous: Option<i64>,
    /// The first of the list for a ticket that has left it.
    pub next: Option<i64>,
}

/// Nobody leafs further than this.
const LOOKED_THROUGH: usize = 500;

pub fn neighbours(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
    number: i64,
) -> Result<Neighbours, Refusal> {
    let mut numbers = numbers(tx, actor, now, question)?;
    let more = numbers.len() > LOOKED_THROUGH;
    numbers.truncate(LOOKED_THROUGH);
    let at = numbers.iter().position(|other| *other == number);
    let beside = |at: usize| numbers.get(at).copied();
    Ok(Neighbours {
        place: at.map(|at| at + 1),
        of: numbers.len(),
        more,
        previous: at.and_then(|at| at.checked_sub(1)).and_then(beside),
        next: beside(at.map_or(0, |at| at + 1)),
    })
}

/// The list's numbers in its order, one more than is looked through. Of a search, its first page.
fn numbers(tx: &mut Tx<'_>, actor: &Actor, now: Moment, question: &Question) -> Result<Vec<i64>, Refusal> {
    if question.q.is_some() {
        let size = PageSize::new(PageSize::MAX).unwrap_or_default();
        let page = briefs(tx, actor, now, &Question { size, after: None, ..question.clone() })?;
        return Ok(page.items.iter().map(|brief| brief.number).collect());
    }
    let filters = filters(tx, actor, now, question)?;
    let sort = if question.sort == Sort::Due && !question.only_open() { Sort::Number } else { question.sort };
    Ok(store::numbers(tx, &Scope::of(actor), &filters, sort, LOOKED_THROUGH as i64 + 1)?)
}
