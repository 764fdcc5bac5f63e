use db::{DbError, Tx};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::create::supplier;
use super::{Group, Kind, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

/// What is given is changed; the rest stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub kind: Option<Kind>,
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub supplier: Option<String>,
    pub about: Option<String>,
    pub about_en: Option<String>,
    pub owner_unit: Option<Option<Id>>,
    pub fallback: Option<bool>,
}

#[derive(Clone, Debug)]
pub struct Edit {
    pub id: Id,
    pub version: i64,
    pub change: Change,
}

/// Corrects what a group is called and what it does.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Group, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.id)?;
    let change = &input.change;
    let kind = change.kind.unwrap_or(was.kind);
    let group = Group {
        kind,
        name: typed::needed("name", change.name.as_deref().unwrap_or(&was.name), typed::NAME)?,
        name_en: typed::line("name_en", change.name_en.as_deref().unwrap_or(&was.name_en), typed::NAME)?,
        supplier: supplier(kind, change.supplier.as_deref().unwrap_or(&was.supplier))?,
        about: typed::text("about", change.about.as_deref().unwrap_or(&was.about))?,
        about_en: typed::text("about_en", change.about_en.as_deref().unwrap_or(&was.about_en))?,
        owner_unit: change.owner_unit.unwrap_or(was.owner_unit),
        fallback: change.fallback.unwrap_or(was.fallback),
        version: input.version,
        ..was
    };
    if group.fallback {
        store::yield_fallback(tx, input.id)?;
    }
    match tx.nested(|tx| store::update(tx, &group)) {
        Err(DbError::Reference(_)) => return Err(Refusal::invalid("owner_unit", "directory-unit-not-there")),
        Ok(false) => return Err(typed::stale()),
        other => other?,
    };
    tell(tx, actor, now, "directory.group.edit", "directory.group_edited", input.id, &json!({}))?;
    store::known(tx, input.id)
}
