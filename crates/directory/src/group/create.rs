use db::{DbError, Tx};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{Group, Kind, NewGroup, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::typed;

#[derive(Clone, Debug)]
pub struct Create {
    pub id: Id,
    pub kind: Kind,
    pub name: String,
    pub name_en: String,
    pub slug: Option<String>,
    pub supplier: String,
    pub about: String,
    pub about_en: String,
    pub owner_unit: Option<Id>,
    pub fallback: bool,
}

/// A new support group, from now on. One that takes what nobody else does takes that place from the one before.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Group, Refusal> {
    allow(actor, &EDIT)?;
    let group = NewGroup {
        id: input.id,
        slug: typed::slug_or(input.slug.as_deref(), &input.name)?,
        name: typed::needed("name", &input.name, typed::NAME)?,
        name_en: typed::line("name_en", &input.name_en, typed::NAME)?,
        kind: input.kind,
        supplier: supplier(input.kind, &input.supplier)?,
        about: typed::text("about", &input.about)?,
        about_en: typed::text("about_en", &input.about_en)?,
        owner_unit: input.owner_unit,
        fallback: input.fallback,
        valid_from: now,
        valid_to: None,
        members: Vec::new(),
    };
    if input.fallback {
        store::yield_fallback(tx, input.id)?;
    }
    match tx.nested(|tx| store::insert_many(tx, &[group])) {
        Err(DbError::Duplicate(_)) => return Err(Refusal::invalid("slug", "register-slug-taken")),
        Err(DbError::Reference(_)) => return Err(Refusal::invalid("owner_unit", "directory-unit-not-there")),
        other => other?,
    }
    let data = json!({ "kind": input.kind.code() });
    tell(tx, actor, now, "directory.group.create", "directory.group_created", input.id, &data)?;
    store::known(tx, input.id)
}

/// A supplier's group says whose it is; one of our own is nobody's.
pub(super) fn supplier(kind: Kind, typed: &str) -> Result<String, Refusal> {
    match kind {
        Kind::Internal => Ok(String::new()),
        Kind::Supplier => typed::needed("supplier", typed, typed::NAME),
    }
}
