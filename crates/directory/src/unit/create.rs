use db::{DbError, Tx};
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::{Hanging, Kind, NewUnit, Unit, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

#[derive(Clone, Debug)]
pub struct Create {
    pub id: Id,
    pub kind: Kind,
    pub name: String,
    pub name_en: String,
    pub code: String,
    /// Made from the name when not given.
    pub slug: Option<String>,
    /// Needed by all but a municipality.
    pub parent: Option<Id>,
    pub valid_from: Day,
}

/// A new unit under another, from a day on.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Unit, Refusal> {
    allow(actor, &EDIT)?;
    let parents = match input.parent {
        Some(parent) => {
            hangs_on(tx, parent, input.valid_from)?;
            vec![Hanging { parent, valid_from: input.valid_from, valid_to: None }]
        }
        None if input.kind == Kind::Municipality => Vec::new(),
        None => return Err(Refusal::invalid("parent", "directory-parent-missing")),
    };
    let unit = NewUnit {
        id: input.id,
        slug: typed::slug_or(input.slug.as_deref(), &input.name)?,
        kind: input.kind,
        name: typed::needed("name", &input.name, typed::NAME)?,
        name_en: typed::line("name_en", &input.name_en, typed::NAME)?,
        code: typed::line("code", &input.code, typed::NAME)?,
        valid_from: input.valid_from,
        valid_to: None,
        parents,
    };
    match tx.nested(|tx| store::insert_many(tx, &[unit])) {
        Err(DbError::Duplicate(_)) => return Err(Refusal::invalid("slug", "register-slug-taken")),
        other => other?,
    }
    let data = json!({ "kind": input.kind.code(), "parent": input.parent });
    tell(tx, actor, now, "directory.unit.create", "directory.unit_created", input.id, &data)?;
    store::known(tx, input.id)
}

/// Refuses a parent that is not there on the day.
pub(super) fn hangs_on(tx: &mut Tx<'_>, parent: Id, day: Day) -> Result<(), Refusal> {
    match store::by_id(tx, parent)? {
        Some(unit) if unit.is_on(day) => Ok(()),
        _ => Err(Refusal::invalid("parent", "directory-parent-not-there").with("day", day)),
    }
}
