//! All SQL about services.

use db::{Json, Res, Row, Tx, p, sql};
use kernel::{Id, Refusal};

use super::{NewService, Service};

sql! {
    BY_ID = "SELECT id,slug,name,name_en,owner_group,about,about_en,audience,words,active,version FROM service WHERE id=$1";
    BY_SLUG = "SELECT id,slug,name,name_en,owner_group,about,about_en,audience,words,active,version FROM service WHERE slug=$1";
    ALL = "SELECT id,slug,name,name_en,owner_group,about,about_en,audience,words,active,version FROM service ORDER BY place,id";
    UPDATE = "UPDATE service SET name=$3,name_en=$4,owner_group=$5,about=$6,about_en=$7,audience=$8,words=$9,active=$10,version=version+1 WHERE id=$1 AND version=$2";
    COUNT = "SELECT COUNT(*) FROM service";
}

fn service(row: &Row<'_>) -> Res<Service> {
    let Json(words) = row.get(8)?;
    let words = words.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned));
    Ok(Service {
        id: row.get(0)?,
        slug: row.get(1)?,
        name: row.get(2)?,
        name_en: row.get(3)?,
        owner_group: row.get(4)?,
        about: row.get(5)?,
        about_en: row.get(6)?,
        audience: row.get(7)?,
        words: words.collect(),
        active: row.get(9)?,
        version: row.get(10)?,
    })
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Service>> {
    tx.maybe(&BY_ID, p![id], service)
}

pub fn by_slug(tx: &mut Tx<'_>, slug: &str) -> Res<Option<Service>> {
    tx.maybe(&BY_SLUG, p![slug], service)
}

/// Every service, ended ones too, in their own order: that in which [`super::guess`] reads them.
pub fn all(tx: &mut Tx<'_>) -> Res<Vec<Service>> {
    tx.query(&ALL, p![], service)
}

/// The service, or the refusal that says it is not there.
pub(super) fn known(tx: &mut Tx<'_>, id: Id) -> Result<Service, Refusal> {
    by_id(tx, id)?.ok_or(Refusal::not_found("not-found"))
}

/// False when the service's version is another.
pub(super) fn update(tx: &mut Tx<'_>, service: &Service) -> Res<bool> {
    let values = p![
        service.id,
        service.version,
        &service.name,
        &service.name_en,
        service.owner_group,
        &service.about,
        &service.about_en,
        &service.audience,
        serde_json::json!(service.words),
        service.active
    ];
    Ok(tx.exec(&UPDATE, values)? == 1)
}

/// Many at once, kept in the order in which they come.
pub fn insert_many(tx: &mut Tx<'_>, services: &[NewService]) -> Res<()> {
    let first: i64 = tx.one(&COUNT, p![], |row| row.get(0))?;
    let placed: Vec<(i64, &NewService)> = (first..).zip(services).collect();
    tx.batch(
        &placed,
        "INSERT INTO service(id,slug,name,name_en,owner_group,about,about_en,audience,words,active,place) VALUES",
        "",
        |(place, service)| {
            vec![
                service.id.into(),
                (&service.slug).into(),
                (&service.name).into(),
                (&service.name_en).into(),
                service.owner_group.into(),
                (&service.about).into(),
                (&service.about_en).into(),
                (&service.audience).into(),
                serde_json::json!(service.words).into(),
                true.into(),
                (*place).into(),
            ]
        },
    )?;
    Ok(())
}
