use db::{DbError, Tx};
use directory::permissions::allow;
use directory::{tell, typed};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::fields::{Change, changed};
use super::{NewService, Service, store};
use crate::permissions::EDIT;

#[derive(Clone, Debug)]
pub struct Create {
    pub id: Id,
    /// Made from the name when not given.
    pub slug: Option<String>,
    pub fields: Change,
}

/// A new service, last in the order.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Service, Refusal> {
    allow(actor, &EDIT)?;
    let Some(owner_group) = input.fields.owner_group else {
        return Err(Refusal::invalid("owner_group", "catalogue-owner-missing"));
    };
    let blank = Service {
        id: input.id,
        slug: String::new(),
        name: String::new(),
        name_en: String::new(),
        owner_group,
        about: String::new(),
        about_en: String::new(),
        audience: super::AUDIENCE_ALL.to_owned(),
        words: Vec::new(),
        active: true,
        version: 0,
    };
    let service = changed(&blank, &input.fields)?;
    let new = NewService {
        id: input.id,
        slug: typed::slug_or(input.slug.as_deref(), &service.name)?,
        name: service.name,
        name_en: service.name_en,
        owner_group,
        about: service.about,
        about_en: service.about_en,
        audience: service.audience,
        words: service.words,
    };
    placed(tx.nested(|tx| store::insert_many(tx, &[new])))?;
    let data = json!({ "owner_group": owner_group });
    tell(tx, actor, now, "catalogue.service.create", "catalogue.service_created", input.id, &data)?;
    store::known(tx, input.id)
}

/// Says which field the database refused.
pub(super) fn placed<T>(result: Result<T, DbError>) -> Result<T, Refusal> {
    match result {
        Err(DbError::Duplicate(_)) => Err(Refusal::invalid("slug", "register-slug-taken")),
        Err(DbError::Reference(_)) => Err(Refusal::invalid("owner_group", "catalogue-owner-missing")),
        other => Ok(other?),
    }
}
