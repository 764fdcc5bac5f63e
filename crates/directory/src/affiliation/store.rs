//! All SQL about who belongs where.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, p, sql};
use kernel::{Day, Id};

use super::{Affiliation, Kind, Main, NewAffiliation};
use crate::unit::store::on_day;
use crate::unit::{Kind as UnitKind, UnitName};

sql! {
    OF_PERSON = "SELECT a.id,a.person,a.kind,a.title,a.percent,a.is_main,a.valid_from,a.valid_to,u.id,u.slug,u.kind,u.name,u.name_en FROM affiliation a JOIN unit u ON u.id=a.unit WHERE a.person=$1 ORDER BY a.valid_from DESC,a.is_main DESC,a.id";
    MAIN_UNIT = "SELECT a.unit FROM affiliation a JOIN unit u ON u.id=a.unit WHERE a.person=$1 AND a.valid_from<=$2 AND (a.valid_to IS NULL OR a.valid_to>$2) AND u.valid_from<=$2 AND (u.valid_to IS NULL OR u.valid_to>$2) ORDER BY a.is_main DESC,a.valid_from,a.id LIMIT 1";
}

fn unit_name(row: &Row<'_>, at: usize) -> Res<UnitName> {
    let kind: String = row.get(at + 2)?;
    Ok(UnitName {
        id: row.get(at)?,
        slug: row.get(at + 1)?,
        kind: UnitKind::parse(&kind).unwrap_or(UnitKind::Workplace),
        name: row.get(at + 3)?,
        name_en: row.get(at + 4)?,
    })
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
