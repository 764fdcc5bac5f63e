use db::{DbError, Tx};
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::fields::{Fields, check};
use super::{NewPerson, Person, store};
use crate::affiliation::{self, NewAffiliation};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;

#[derive(Clone, Debug)]
pub struct Create {
    pub id: Id,
    pub fields: Fields,
    pub affiliation: Option<NewAffiliation>,
}

/// A new person, with where they belong if that is known.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Create) -> Result<Person, Refusal> {
    allow(actor, &EDIT)?;
    let fields = check(&input.fields)?;
    let affiliations = match &input.affiliation {
        Some(new) => vec![affiliation::add::check(tx, new)?],
        None => Vec::new(),
    };
    let person = NewPerson {
        id: input.id,
        given: fields.given,
        family: fields.family,
        mail: fields.mail,
        phones: fields.phones,
        title: fields.title,
        lang: fields.lang,
        protected: fields.protected,
        affiliations,
    };
    match tx.nested(|tx| store::insert_many(tx, &[person])) {
        Err(DbError::Duplicate(_)) => return Err(mail_taken()),
        other => other?,
    }
    let data = json!({ "protected": input.fields.protected });
    tell(tx, actor, now, "directory.person.create", "directory.person_created", input.id, &data)?;
    store::known(tx, input.id)
}

pub(super) const fn mail_taken() -> Refusal {
    Refusal::invalid("mail", "directory-mail-taken")
}
