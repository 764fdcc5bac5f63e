use db::{DbError, Tx};
use kernel::{Actor, Id, Lang, Moment, Refusal};
use serde_json::json;

use super::create::mail_taken;
use super::fields::{Fields, check};
use super::{Person, store};
use crate::permissions::{EDIT, READ_PROTECTED, allow};
use crate::tell::tell;
use crate::typed;

/// What is given is changed; the rest stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub given: Option<String>,
    pub family: Option<String>,
    /// Empty takes it away.
    pub mail: Option<String>,
    pub phones: Option<Vec<String>>,
    pub title: Option<String>,
    pub lang: Option<Option<Lang>>,
    pub protected: Option<bool>,
}

#[derive(Clone, Debug)]
pub struct Edit {
    pub id: Id,
    pub version: i64,
    pub change: Change,
}

/// Corrects what is known of a person. A protected identity is changed only by who may read it.
pub fn edit(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Edit) -> Result<Person, Refusal> {
    allow(actor, &EDIT)?;
    let was = store::known(tx, input.id)?;
    if was.protected {
        allow(actor, &READ_PROTECTED)?;
    }
    let fields = check(&overlaid(&was, &input.change))?;
    let becomes = Person {
        given: fields.given,
        family: fields.family,
        mail: fields.mail,
        phones: fields.phones,
        title: fields.title,
        lang: fields.lang,
        protected: fields.protected,
        version: input.version,
        ..was.clone()
    };
    match tx.nested(|tx| store::update(tx, &becomes)) {
        Err(DbError::Duplicate(_)) => return Err(mail_taken()),
        Ok(false) => return Err(typed::stale()),
        other => other?,
    };
    let data = json!({ "changed": changed(&was, &becomes), "protected": becomes.protected });
    tell(tx, actor, now, "directory.person.edit", "directory.person_edited", input.id, &data)?;
    store::known(tx, input.id)
}

fn overlaid(was: &Person, change: &Change) -> Fields {
    let text = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let phones = || was.phones.iter().map(|phone| phone.shown.clone()).collect();
    Fields {
        given: text(&change.given, &was.given),
        family: text(&change.family, &was.family),
        mail: text(&change.mail, was.mail.as_deref().unwrap_or_default()),
        phones: change.phones.clone().unwrap_or_else(phones),
        title: text(&change.title, &was.title),
        lang: change.lang.unwrap_or(was.lang),
        protected: change.protected.unwrap_or(was.protected),
    }
}

/// Which fields, for the log; never what stood in them.
fn changed(was: &Person, is: &Person) -> Vec<&'static str> {
    let all = [
        ("name", was.given != is.given || was.family != is.family),
        ("mail", was.mail != is.mail),
        ("phones", was.phones != is.phones),
        ("title", was.title != is.title),
        ("lang", was.lang != is.lang),
        ("protected", was.protected != is.protected),
    ];
    all.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
}
