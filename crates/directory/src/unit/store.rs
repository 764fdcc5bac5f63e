//! All SQL about units.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, V, p, sql};
use kernel::{Day, Id, Refusal};

use super::{Hanging, Kind, NewUnit, Unit, UnitName};

sql! {
    BY_ID = "SELECT u.id,u.slug,u.kind,u.name,u.name_en,(SELECT l.parent FROM unit_parent l WHERE l.unit=u.id ORDER BY l.valid_from DESC LIMIT 1),u.code,u.valid_from,u.valid_to,u.version FROM unit u WHERE u.id=$1";
    BY_SLUG = "SELECT u.id,u.slug,u.kind,u.name,u.name_en,(SELECT l.parent FROM unit_parent l WHERE l.unit=u.id ORDER BY l.valid_from DESC LIMIT 1),u.code,u.valid_from,u.valid_to,u.version FROM unit u WHERE u.slug=$1";
    ALL = "SELECT u.id,u.slug,u.kind,u.name,u.name_en,l.parent,u.code,u.valid_from,u.valid_to,u.version FROM unit u LEFT JOIN unit_parent l ON l.unit=u.id AND l.valid_from<=$1 AND (l.valid_to IS NULL OR l.valid_to>$1) WHERE u.valid_from<=$1 AND (u.valid_to IS NULL OR u.valid_to>$1) ORDER BY u.sort_key,u.id";
    COMMITTEE = "WITH RECURSIVE up(id,kind,depth) AS (SELECT u.id,u.kind,0 FROM unit u WHERE u.id=$1 UNION ALL SELECT u.id,u.kind,up.depth+1 FROM up JOIN unit_parent l ON l.unit=up.id AND l.valid_from<=$2 AND (l.valid_to IS NULL OR l.valid_to>$2) JOIN unit u ON u.id=l.parent WHERE up.kind<>'committee' AND up.depth<32) SELECT id FROM up WHERE kind='committee' ORDER BY depth LIMIT 1";
    BELOW = "WITH RECURSIVE down(id) AS (SELECT u.id FROM unit u WHERE u.id=$1 UNION SELECT l.unit FROM down JOIN unit_parent l ON l.parent=down.id AND l.valid_from<=$2 AND (l.valid_to IS NULL OR l.valid_to>$2)) SELECT id FROM down";
    UPDATE = "UPDATE unit SET kind=$3,name=$4,name_en=$5,code=$6,sort_key=$7,version=version+1 WHERE id=$1 AND version=$2";
    TOUCH = "UPDATE unit SET version=version+1 WHERE id=$1 AND version=$2";
    SET_END = "UPDATE unit SET valid_to=$3,version=version+1 WHERE id=$1 AND version=$2";
    FORGET_HANGINGS = "DELETE FROM unit_parent WHERE unit=$1 AND valid_from>=$2";
    CUT_HANGING = "UPDATE unit_parent SET valid_to=$2 WHERE unit=$1 AND valid_from<$2 AND (valid_to IS NULL OR valid_to>$2)";
    INSERT_HANGING = "INSERT INTO unit_parent(unit,parent,valid_from,valid_to) VALUES($1,$2,$3,$4)";
    CHILDREN_AFTER = "SELECT COUNT(DISTINCT c.id) FROM unit_parent l JOIN unit c ON c.id=l.unit WHERE l.parent=$1 AND (l.valid_to IS NULL OR l.valid_to>$2) AND (c.valid_to IS NULL OR c.valid_to>$2)";
    HANGINGS = "SELECT parent,valid_from,valid_to FROM unit_parent WHERE unit=$1 ORDER BY valid_from";
}

fn unit(row: &Row<'_>) -> Res<Unit> {
    let kind: String = row.get(2)?;
    Ok(Unit {
        id: row.get(0)?,
        slug: row.get(1)?,
        // A newer version may know more kinds; a place of work is what all of them are.
        kind: Kind::parse(&kind).unwrap_or(Kind::Workplace),
        name: row.get(3)?,
        name_en: row.get(4)?,
        parent: row.get(5)?,
        code: row.get(6)?,
        valid_from: row.get(7)?,
        valid_to: row.get(8)?,
        version: row.get(9)?,
    })
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Unit>> {
    tx.maybe(&BY_ID, p![id], unit)
}

pub fn by_slug(tx: &mut Tx<'_>, slug: &str) -> Res<Option<Unit>> {
    tx.maybe(&BY_SLUG, p![slug], unit)
}

/// The organisation as it is on that day, in the order of names.
pub fn all(tx: &mut Tx<'_>, day: Day) -> Res<Vec<Unit>> {
    tx.query(&ALL, p![day], unit)
}

/// The names of many; ids that are no unit's are left out.
pub fn names(tx: &mut Tx<'_>, ids: &[Id]) -> Res<HashMap<Id, UnitName>> {
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut q = Q::new("SELECT u.id,u.slug,u.kind,u.name,u.name_en FROM unit u WHERE u.id IN ");
        q.list(ids);
        found.extend(tx.query_q(&q, |row| unit_name(row, 0))?.into_iter().map(|name| (name.id, name)));
    }
    Ok(found)
}

/// Reads id, slug, kind, name and English name from a column on.
pub(crate) fn unit_name(row: &Row<'_>, at: usize) -> Res<UnitName> {
    let kind: String = row.get(at + 2)?;
    Ok(UnitName {
        id: row.get(at)?,
        slug: row.get(at + 1)?,
        kind: Kind::parse(&kind).unwrap_or(Kind::Workplace),
        name: row.get(at + 3)?,
        name_en: row.get(at + 4)?,
    })
}

/// The committee that answers for the unit on that day: itself, or the nearest above.
pub fn committee_of(tx: &mut Tx<'_>, unit: Id, day: Day) -> Res<Option<Id>> {
    tx.maybe(&COMMITTEE, p![unit, day], |row| row.get(0))
}

/// The unit and all that hang below it on that day.
pub fn below(tx: &mut Tx<'_>, unit: Id, day: Day) -> Res<Vec<Id>> {
    tx.query(&BELOW, p![unit, day], |row| row.get(0))
}

/// Under which units it has hung, oldest first.
pub(super) fn hangings(tx: &mut Tx<'_>, unit: Id) -> Res<Vec<Hanging>> {
    tx.query(&HANGINGS, p![unit], |row| {
        Ok(Hanging { parent: row.get(0)?, valid_from: row.get(1)?, valid_to: row.get(2)? })
    })
}

/// The unit, or the refusal that says it is not there.
pub(super) fn known(tx: &mut Tx<'_>, id: Id) -> Result<Unit, Refusal> {
    by_id(tx, id)?.ok_or(Refusal::not_found("not-found"))
}

/// False when the unit's version is another.
pub(super) fn update(tx: &mut Tx<'_>, unit: &Unit) -> Res<bool> {
    let key = texts::sort_key(&unit.name);
    let values = p![unit.id, unit.version, unit.kind.code(), &unit.name, &unit.name_en, &unit.code, key];
    Ok(tx.exec(&UPDATE, values)? == 1)
}

pub(super) fn touch(tx: &mut Tx<'_>, id: Id, version: i64) -> Res<bool> {
    Ok(tx.exec(&TOUCH, p![id, version])? == 1)
}

pub(super) fn set_end(tx: &mut Tx<'_>, id: Id, version: i64, to: Day) -> Res<bool> {
    Ok(tx.exec(&SET_END, p![id, version, to])? == 1)
}

/// Lets the unit hang nowhere from the day on.
pub(super) fn cut_hangings(tx: &mut Tx<'_>, unit: Id, from: Day) -> Res<()> {
    tx.exec(&FORGET_HANGINGS, p![unit, from])?;
    tx.exec(&CUT_HANGING, p![unit, from])?;
    Ok(())
}

pub(super) fn insert_hanging(tx: &mut Tx<'_>, unit: Id, parent: Id, from: Day, to: Option<Day>) -> Res<()> {
    tx.exec(&INSERT_HANGING, p![unit, parent, from, to])?;
    Ok(())
}

/// How many units hang under it on or after the day.
pub(super) fn children_after(tx: &mut Tx<'_>, unit: Id, day: Day) -> Res<i64> {
    tx.one(&CHILDREN_AFTER, p![unit, day], |row| row.get(0))
}

/// Many at once, parents before children.
pub fn insert_many(tx: &mut Tx<'_>, units: &[NewUnit]) -> Res<()> {
    tx.batch(
        units,
        "INSERT INTO unit(id,slug,kind,name,name_en,code,sort_key,valid_from,valid_to) VALUES",
        "",
        |unit| {
            vec![
                unit.id.into(),
                (&unit.slug).into(),
                unit.kind.code().into(),
                (&unit.name).into(),
                (&unit.name_en).into(),
                (&unit.code).into(),
                texts::sort_key(&unit.name).into(),
                unit.valid_from.into(),
                unit.valid_to.into(),
            ]
        },
    )?;
    let hangings: Vec<(Id, &Hanging)> =
        units.iter().flat_map(|unit| unit.parents.iter().map(|hanging| (unit.id, hanging))).collect();
    tx.batch(
        &hangings,
        "INSERT INTO unit_parent(unit,parent,valid_from,valid_to) VALUES",
        "",
        |(unit, hanging)| {
            vec![unit.into(), hanging.parent.into(), hanging.valid_from.into(), hanging.valid_to.into()]
        },
    )?;
    Ok(())
}

/// ` column IN (the unit and all below it that day)`, for the lists of other concepts.
pub(crate) fn within(q: &mut Q, column: &str, unit: Id, day: Day) {
    q.sql(&format!(" {column} IN (WITH RECURSIVE down(id) AS (SELECT u.id FROM unit u WHERE u.id="));
    q.v(unit).sql(" UNION SELECT l.unit FROM down JOIN unit_parent l ON l.parent=down.id AND l.valid_from<=");
    q.v(day).sql(" AND (l.valid_to IS NULL OR l.valid_to>").v(day).sql(")) SELECT id FROM down)");
}

/// ` prefix.valid_from <= day < prefix.valid_to`.
pub(crate) fn on_day(q: &mut Q, table: &str, day: Day) {
    q.sql(&format!(" {table}.valid_from<=")).v(V::from(day));
    q.sql(&format!(" AND ({table}.valid_to IS NULL OR {table}.valid_to>")).v(V::from(day)).sql(")");
}
