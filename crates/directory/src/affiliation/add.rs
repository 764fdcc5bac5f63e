use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use serde_json::json;

use super::{NewAffiliation, store};
use crate::permissions::{EDIT, allow};
use crate::tell::tell;
use crate::{days, person, typed, unit};

#[derive(Clone, Debug)]
pub struct Add {
    pub person: Id,
    /// The person's version.
    pub version: i64,
    pub new: NewAffiliation,
}

/// Somebody begins at a unit. A new main affiliation takes that place from those it overlaps.
pub fn add(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Add) -> Result<(), Refusal> {
    allow(actor, &EDIT)?;
    let new = check(tx, &input.new)?;
    person::touch(tx, input.person, input.version)?;
    if new.main {
        store::yield_main(tx, input.person, new.id, new.valid_from, new.valid_to)?;
    }
    store::insert_many(tx, &[(input.person, &new)])?;
    let data = json!({ "affiliation": new.id, "unit": new.unit, "kind": new.kind.code() });
    tell(tx, actor, now, "directory.affiliation.add", "directory.person_edited", input.person, &data)
}

/// What may stand in the register: a unit that is there on the first day, days in order, 1 to 100 per cent.
pub(crate) fn check(tx: &mut Tx<'_>, new: &NewAffiliation) -> Result<NewAffiliation, Refusal> {
    days::in_order(new.valid_from, new.valid_to)?;
    let there = unit::by_id(tx, new.unit)?.is_some_and(|unit| unit.is_on(new.valid_from));
    if !there {
        return Err(Refusal::invalid("unit", "directory-unit-not-there"));
    }
    if new.percent.is_some_and(|percent| !(1..=100).contains(&percent)) {
        return Err(Refusal::invalid("percent", "directory-percent-out-of-range"));
    }
    Ok(NewAffiliation { title: typed::line("role", &new.title, typed::NAME)?, ..new.clone() })
}
