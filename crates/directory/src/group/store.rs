//! All SQL about support groups and their members.

use db::{Res, Row, Tx, p, sql};
use kernel::{Id, Moment, Refusal};

use super::{Group, Kind, Membership, NewGroup};

sql! {
    BY_ID = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE id=$1";
    BY_SLUG = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE slug=$1";
    ALL = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group ORDER BY valid_from,id";
    FALLBACK = "SELECT id,slug,name,name_en,kind,supplier,about,about_en,owner_unit,is_fallback,valid_from,valid_to,version FROM support_group WHERE is_fallback=$1 ORDER BY valid_from DESC,id LIMIT 1";
    UPDATE = "UPDATE support_group SET name=$3,name_en=$4,kind=$5,supplier=$6,about=$7,about_en=$8,owner_unit=$9,is_fallback=$10,version=version+1 WHERE id=$1 AND version=$2";
    TOUCH = "UPDATE support_group SET version=version+1 WHERE id=$1 AND version=$2";
    SET_END = "UPDATE support_group SET valid_to=$3,version=version+1 WHERE id=$1 AND version=$2";
    YIELD_FALLBACK = "UPDATE support_group SET is_fallback=$2 WHERE id<>$1 AND is_fallback=$3";
    END_MEMBERS = "UPDATE group_member SET valid_to=$2 WHERE support_group=$1 AND (valid_to IS NULL OR valid_to>$2)";
    END_MEMBER = "UPDATE group_member SET valid_to=$3 WHERE support_group=$1 AND person=$2 AND (valid_to IS NULL OR valid_to>$3)";
    LEAVE_ALL = "UPDATE group_member SET valid_to=$2 WHERE person=$1 AND (valid_to IS NULL OR valid_to>$2)";
    INSERT_MEMBER = "INSERT INTO group_member(support_group,person,valid_from) VALUES($1,$2,$3) ON CONFLICT(support_group,person,valid_from) DO UPDATE SET valid_to=NULL";
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

/// The group, or the refusal that says it is not there.
pub(super) fn known(tx: &mut Tx<'_>, id: Id) -> Result<Group, Refusal> {
    by_id(tx, id)?.ok_or(Refusal::not_found("not-found"))
}

/// False when the group's version is another.
pub(super) fn update(tx: &mut Tx<'_>, group: &Group) -> Res<bool> {
    let values = p![
        group.id,
        group.version,
        &group.name,
        &group.name_en,
        group.kind.code(),
        &group.supplier,
        &group.about,
        &group.about_en,
        group.owner_unit,
        group.fallback
    ];
    Ok(tx.exec(&UPDATE, values)? == 1)
}

pub(super) fn touch(tx: &mut Tx<'_>, id: Id, version: i64) -> Res<bool> {
    Ok(tx.exec(&TOUCH, p![id, version])? == 1)
}

pub(super) fn set_end(tx: &mut Tx<'_>, id: Id, version: i64, now: Moment) -> Res<bool> {
    Ok(tx.exec(&SET_END, p![id, version, now])? == 1)
}

/// Only one group takes what nobody else does.
pub(super) fn yield_fallback(tx: &mut Tx<'_>, to_this: Id) -> Res<()> {
    tx.exec(&YIELD_FALLBACK, p![to_this, false, true])?;
    Ok(())
}

pub(super) fn insert_member(tx: &mut Tx<'_>, group: Id, person: Id, now: Moment) -> Res<()> {
    tx.exec(&INSERT_MEMBER, p![group, person, now])?;
    Ok(())
}

pub(super) fn end_member(tx: &mut Tx<'_>, group: Id, person: Id, now: Moment) -> Res<()> {
    tx.exec(&END_MEMBER, p![group, person, now])?;
    Ok(())
}

pub(super) fn end_members(tx: &mut Tx<'_>, group: Id, now: Moment) -> Res<u64> {
    tx.exec(&END_MEMBERS, p![group, now])
}

pub(crate) fn leave_all(tx: &mut Tx<'_>, person: Id, now: Moment) -> Res<u64> {
    tx.exec(&LEAVE_ALL, p![person, now])
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
