//! All SQL about support groups and their members.

use db::{Res, Row, Tx, p, sql};
use kernel::{Id, Moment};

use super::{Group, Kind, Membership, NewGroup};

sql! {
    BY_ID = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE id=$1";
    BY_SLUG = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE slug=$1";
    ALL = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group ORDER BY valid_from,id";
    FALLBACK = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE is_fallback=$1 ORDER BY valid_from DESC,id LIMIT 1";
    OF_PERSON = "SELECT DISTINCT m.support_group FROM group_member m JOIN support_group g ON g.id=m.support_group WHERE m.person=$1 AND m.valid_from<=$2 AND (m.valid_to IS NULL OR m.valid_to>$2) AND (g.valid_to IS NULL OR g.valid_to>$2) ORDER BY m.support_group";
    MEMBERS = "SELECT p.id FROM person p WHERE p.id IN (SELECT m.person FROM group_member m WHERE m.support_group=$1 AND m.valid_from<=$2 AND (m.valid_to IS NULL OR m.valid_to>$2)) ORDER BY p.sort_key,p.id";
}

fn group(row: &Row<'_>) -> Res<Group> {
    let kind: String = row.get(4)?;
    Ok(Group {
        id: row.get(0)?,
        slug: row.get(1)?,
        name: row.get(2)?,
        name_en: row.get(3)?,
        kind: Kind::parse(&kind).unwrap_or(Kind::Internal),
        supplier: row.get(5)?,
        about: row.get(6)?,
        about_en: row.get(7)?,
        owner_unit: row.get(8)?,
        fallback: row.get(9)?,
        valid_from: row.get(10)?,
        valid_to: row.get(11)?,
        version: row.get(12)?,
    })
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Group>> {
    tx.maybe(&BY_ID, p![id], group)
}

pub fn by_slug(tx: &mut Tx<'_>, slug: &str) -> Res<Option<Group>> {
    tx.maybe(&BY_SLUG, p![slug], group)
}

/// Every group, ended ones too ([`Group::is_at`] tells), by name.
pub fn all(tx: &mut Tx<'_>) -> Res<Vec<Group>> {
    let mut groups = tx.query(&ALL, p![], group)?;
    groups.sort_by_cached_key(|group| texts::sort_key(&group.name));
    Ok(groups)
}

pub fn fallback(tx: &mut Tx<'_>) -> Res<Option<Group>> {
    tx.maybe(&FALLBACK, p![true], group)
}

/// The groups that the person works in now.
pub fn of_person(tx: &mut Tx<'_>, person: Id, now: Moment) -> Res<Vec<Id>> {
    tx.query(&OF_PERSON, p![person, now], |row| row.get(0))
}

/// Who works in the group now, by name.
pub fn members(tx: &mut Tx<'_>, group: Id, now: Moment) -> Res<Vec<Id>> {
    tx.query(&MEMBERS, p![group, now], |row| row.get(0))
}

/// Many at once, with their members.
pub fn insert_many(tx: &mut Tx<'_>, groups: &[NewGroup]) -> Res<()> {
    tx.batch(
        groups,
        "INSERT INTO support_group(id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to) VALUES",
        "",
        |group| {
            vec![
                group.id.into(),
                (&group.slug).into(),
                (&group.name).into(),
                (&group.name_en).into(),
                group.kind.code().into(),
                (&group.supplier).into(),
                (&group.about).into(),
                (&group.about_en).into(),
                group.owner_unit.into(),
                group.fallback.into(),
                group.valid_from.into(),
                group.valid_to.into(),
            ]
        },
    )?;
    let members: Vec<(Id, &Membership)> =
        groups.iter().flat_map(|group| group.members.iter().map(|member| (group.id, member))).collect();
    tx.batch(
        &members,
        "INSERT INTO group_member(support_group,person,valid_from,valid_to) VALUES",
        "",
        |(group, member)| {
            vec![group.into(), member.person.into(), member.valid_from.into(), member.valid_to.into()]
        },
    )?;
    Ok(())
}
