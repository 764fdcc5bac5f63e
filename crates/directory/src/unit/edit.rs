use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{Kind, Unit, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

/// What is given is changed; the rest stays.
#[derive(Clone, Debug)]
pub struct Edit {
    pub id: Id,
    pub version: i64,
    pub kind: Option<Kind>,
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub code: Option<String>,
}

/// Corrects what a unit is called and what it is. Where it hangs is [`super::hang`]'s.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Unit, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.id)?;
    let unit = Unit {
        kind: input.kind.unwrap_or(was.kind),
        name: typed::needed("name", input.name.as_deref().unwrap_or(&was.name), typed::NAME)?,
        name_en: typed::line("name_en", input.name_en.as_deref().unwrap_or(&was.name_en), typed::NAME)?,
        code: typed::line("code", input.code.as_deref().unwrap_or(&was.code), typed::NAME)?,
        version: input.version,
        ..was
    };
    if !store::update(tx, &unit)? {
        return Err(typed::stale());
    }
    tell(tx, actor, now, "directory.unit.edit", "directory.unit_edited", input.id, &json!({}))?;
    store::known(tx, input.id)
}
