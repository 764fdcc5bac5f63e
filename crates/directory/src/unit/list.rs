use db::Tx;
use kernel::{Actor, Day, Id, Page, PageSize, Refusal};

use super::{Kind, Unit, store};
use crate::permissions::{READ_UNITS, allow};
use crate::words;

/// What a list of units asks for.
#[derive(Clone, Debug)]
pub struct Question {
    pub day: Day,
    pub text: String,
    pub kind: Option<Kind>,
}

/// Units of a day in the order of names. An organisation is read whole: it has hundreds of units, not thousands.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    question: &Question,
    after: Option<Id>,
    size: PageSize,
) -> Result<Page<Unit>, Refusal> {
    allow(actor, &READ_UNITS)?;
    let mut units = store::all(tx, question.day)?;
    units.retain(|unit| {
        question.kind.is_none_or(|kind| unit.kind == kind)
            && words::matches(&question.text, [unit.name.as_str(), &unit.name_en, &unit.code])
    });
    Ok(Page::of_whole(units, after, size, |unit| unit.id))
}

/// The organisation of a day as a tree: each unit with its depth, parents before children, by name.
pub fn tree(tx: &mut Tx<'_>, actor: &Actor, day: Day) -> Result<Vec<(usize, Unit)>, Refusal> {
    allow(actor, &READ_UNITS)?;
    let units = store::all(tx, day)?;
    let there = |id: Id| units.iter().any(|unit| unit.id == id);
    let mut rows = Vec::with_capacity(units.len());
    let tops = units.iter().filter(|unit| unit.parent.is_none_or(|parent| !there(parent)));
    for top in tops {
        branch(&units, top, 0, &mut rows);
    }
    Ok(rows)
}

fn branch(units: &[Unit], unit: &Unit, depth: usize, rows: &mut Vec<(usize, Unit)>) {
    rows.push((depth, unit.clone()));
    // No unit comes twice, whatever the data say.
    for child in units.iter().filter(|child| child.parent == Some(unit.id)) {
        if !rows.iter().any(|(_, known)| known.id == child.id) {
            branch(units, child, depth + 1, rows);
        }
    }
}
