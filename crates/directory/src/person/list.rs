use db::{Q, Tx};
use kernel::{Actor, Day, Id, Page, PageSize, Refusal};

use super::phone::e164;
use super::{Card, cards, store};
use crate::permissions::{READ_PEOPLE, READ_PROTECTED, allow};
use crate::words::sought;

/// What a list of people asks for. The list, its export and the API share it.
#[derive(Clone, Debug)]
pub struct Question {
    pub text: String,
    /// The unit and all below it on the day.
    pub unit: Option<Id>,
    pub day: Day,
    /// Protected identities, by alias, for those who may look behind them; otherwise they are in no list.
    pub protected: bool,
}

/// People in the order of their family names, a page at a time.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    question: &Question,
    after: Option<Id>,
    size: PageSize,
) -> Result<Page<Card>, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    if question.protected {
        allow(actor, &READ_PROTECTED)?;
    }
    let ids = ids(tx, question, after, size.probe())?;
    let mut found = cards(tx, &ids, question.day)?;
    let rows = ids.iter().filter_map(|id| found.remove(id)).collect();
    Ok(Page::cut(rows, size, |card: &Card| card.id.to_string()))
}

/// The whole list, for an export: what the pages would show one after the other.
pub fn export(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Vec<Card>, Refusal> {
    Page::all_rows(|after| {
        let after = after.and_then(|id| id.parse().ok());
        list(tx, actor, question, after, PageSize::LARGEST)
    })
}

/// How many the list holds: a figure that opens its rows.
pub fn count(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<i64, Refusal> {
    allow(actor, &READ_PEOPLE)?;
    let mut q = store::counted(question.protected);
    narrow(&mut q, question);
    Ok(store::count_of(tx, &q)?)
}

fn ids(tx: &mut Tx<'_>, question: &Question, after: Option<Id>, rows: i64) -> Result<Vec<Id>, Refusal> {
    let mut q = store::listed(question.protected);
    narrow(&mut q, question);
    Ok(store::page_of(tx, q, after, rows)?)
}

/// What the question asks for beyond everybody.
fn narrow(q: &mut Q, question: &Question) {
    match e164(&question.text) {
        Some(number) => store::has_number(q, &number),
        None => store::has_words(q, &sought(&question.text)),
    }
    if let Some(unit) = question.unit {
        store::belongs_to(q, unit, question.day);
    }
}
