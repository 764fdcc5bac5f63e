//! All SQL about who belongs where.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, p, sql};
use kernel::{Day, Id};

use super::{Affiliation, Kind, Main, NewAffiliation};
use crate::unit::store::{on_day, unit_name};

sql! {
    OF_PERSON = "SELECT a.id,a.person,a.kind,a.title,a.percent,a.is_main,a.valid_from,a.valid_to,u.id,u.slug,u.kind,u.name,u.name_en FROM affiliation a JOIN unit u ON u.id=a.unit WHERE a.person=$1 ORDER BY a.valid_from DESC,a.is_main DESC,a.id";
    YIELD_MAIN = "UPDATE affiliation SET is_main=$3 WHERE person=$1 AND id<>$2 AND (valid_to IS NULL OR valid_to>$4)";
    YIELD_MAIN_BEFORE = "UPDATE affiliation SET is_main=$3 WHERE person=$1 AND id<>$2 AND (valid_to IS NULL OR valid_to>$4) AND valid_from<$5";
    UPDATE = "UPDATE affiliation SET unit=$3,kind=$4,title=$5,percent=$6,is_main=$7,valid_from=$8,valid_to=$9 WHERE person=$1 AND id=$2";
    SET_END = "UPDATE affiliation SET valid_to=$2 WHERE id=$1";
    END_AT_UNIT = "UPDATE affiliation SET valid_to=CASE WHEN valid_from>$2 THEN valid_from ELSE $2 END WHERE unit=$1 AND (valid_to IS NULL OR valid_to>$2)";
    END_OF_PERSON = "UPDATE affiliation SET valid_to=CASE WHEN valid_from>$2 THEN valid_from ELSE $2 END WHERE person=$1 AND (valid_to IS NULL OR valid_to>$2)";
    MAIN_UNIT = "SELECT a.unit FROM affiliation a JOIN unit u ON u.id=a.unit WHERE a.person=$1 AND a.valid_from<=$2 AND (a.valid_to IS NULL OR a.valid_to>$2) AND u.valid_from<=$2 AND (u.valid_to IS NULL OR u.valid_to>$2) ORDER BY a.is_main DESC,a.valid_from,a.id LIMIT 1";
}

fn affiliation(row: &Row<'_>) -> Res<Affiliation> {
    let kind: String = row.get(2)?;
    Ok(Affiliation {
        id: row.get(0)?,
        person: row.get(1)?,
        unit: unit_name(row, 8)?,
        kind: Kind::parse(&kind).unwrap_or(Kind::Assignment),
        title: row.get(3)?,
        percent: row.get(4)?,
        main: row.get(5)?,
        valid_from: row.get(6)?,
        valid_to: row.get(7)?,
    })
}

/// All of a person's, past and coming too, newest first.
pub fn of_person(tx: &mut Tx<'_>, person: Id) -> Res<Vec<Affiliation>> {
    tx.query(&OF_PERSON, p![person], affiliation)
}

/// The unit that the person mainly belongs to on that day; an ended unit is nobody's.
pub fn main_unit(tx: &mut Tx<'_>, person: Id, day: Day) -> Res<Option<Id>> {
    tx.maybe(&MAIN_UNIT, p![person, day], |row| row.get(0))
}

/// The same for many, with the unit's names and the title there.
pub fn main_of(tx: &mut Tx<'_>, people: &[Id], day: Day) -> Res<HashMap<Id, Main>> {
    let mut q = Q::new(
        "SELECT a.person,a.title,u.id,u.slug,u.kind,u.name,u.name_en FROM affiliation a JOIN unit u ON u.id=a.unit WHERE",
    );
    on_day(&mut q, "a", day);
    q.sql(" AND");
    on_day(&mut q, "u", day);
    q.sql(" AND a.person IN ").list(people).sql(" ORDER BY a.is_main DESC,a.valid_from,a.id");
    let rows =
        tx.query_q(&q, |row| Ok((row.get(0)?, Main { title: row.get(1)?, unit: unit_name(row, 2)? })))?;
    let mut found = HashMap::with_capacity(people.len());
    for (person, main) in rows {
        found.entry(person).or_insert(main);
    }
    Ok(found)
}

/// Takes the main place from what overlaps the span, so that one day has one main affiliation.
pub(super) fn yield_main(tx: &mut Tx<'_>, person: Id, to_this: Id, from: Day, to: Option<Day>) -> Res<()> {
    match to {
        None => tx.exec(&YIELD_MAIN, p![person, to_this, false, from])?,
        Some(to) => tx.exec(&YIELD_MAIN_BEFORE, p![person, to_this, false, from, to])?,
    };
    Ok(())
}

/// False when the person has no such affiliation.
pub(super) fn update(tx: &mut Tx<'_>, person: Id, new: &NewAffiliation) -> Res<bool> {
    let values = p![
        person,
        new.id,
        new.unit,
        new.kind.code(),
        &new.title,
        new.percent,
        new.main,
        new.valid_from,
        new.valid_to
    ];
    Ok(tx.exec(&UPDATE, values)? == 1)
}

pub(super) fn set_end(tx: &mut Tx<'_>, id: Id, to: Day) -> Res<()> {
    tx.exec(&SET_END, p![id, to])?;
    Ok(())
}

/// Ends what runs on past the day; what had not begun then holds on no day. Answers how many.
pub(crate) fn end_at_unit(tx: &mut Tx<'_>, unit: Id, to: Day) -> Res<u64> {
    tx.exec(&END_AT_UNIT, p![unit, to])
}

pub(crate) fn end_of_person(tx: &mut Tx<'_>, person: Id, to: Day) -> Res<u64> {
    tx.exec(&END_OF_PERSON, p![person, to])
}

/// Many at once; the first of each pair is the person.
pub fn insert_many(tx: &mut Tx<'_>, affiliations: &[(Id, &NewAffiliation)]) -> Res<()> {
    tx.batch(
        affiliations,
        "INSERT INTO affiliation(id,person,unit,kind,title,percent,is_main,valid_from,valid_to) VALUES",
        "",
        |(person, new)| {
            vec![
                new.id.into(),
                person.into(),
                new.unit.into(),
                new.kind.code().into(),
                (&new.title).into(),
                new.percent.into(),
                new.main.into(),
                new.valid_from.into(),
                new.valid_to.into(),
            ]
        },
    )?;
    Ok(())
}
