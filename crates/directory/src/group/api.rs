//! `/api/v1/groups`.

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Id, Moment, Refusal};
use serde::{Deserialize, Serialize};
use texts::Words;
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::edit::{Change, Edit};
use super::list::{self, Question};
use super::show;
use super::{Group, Kind, create, edit};

/// A support group.
#[derive(Serialize, ToSchema)]
#[schema(as = Group)]
pub struct GroupOut {
    id: String,
    slug: String,
    /// `internal` or `supplier`.
    kind: String,
    name: String,
    name_en: String,
    supplier: String,
    about: String,
    about_en: String,
    /// Id of the unit that answers for it.
    owner_unit: Option<String>,
    /// Takes what no other group is named for.
    fallback: bool,
    valid_from: String,
    valid_to: Option<String>,
    version: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGroup {
    kind: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    slug: Option<String>,
    #[serde(default)]
    supplier: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    about_en: String,
    /// Id or slug.
    #[serde(default)]
    owner_unit: Option<String>,
    #[serde(default)]
    fallback: bool,
}

/// What is given is changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupChange {
    kind: Option<String>,
    name: Option<String>,
    name_en: Option<String>,
    supplier: Option<String>,
    about: Option<String>,
    about_en: Option<String>,
    /// Id or slug.
    owner_unit: Option<String>,
    fallback: Option<bool>,
}

fn out(w: Words, group: &Group) -> GroupOut {
    let at = |moment: Moment| moment.rfc3339(w.zone());
    GroupOut {
        id: group.id.to_string(),
        slug: group.slug.clone(),
        kind: group.kind.code().to_owned(),
        name: group.name.clone(),
        name_en: group.name_en.clone(),
        supplier: group.supplier.clone(),
        about: group.about.clone(),
        about_en: group.about_en.clone(),
        owner_unit: group.owner_unit.map(|id| id.to_string()),
        fallback: group.fallback,
        valid_from: at(group.valid_from),
        valid_to: group.valid_to.map(at),
        version: group.version,
    }
}

fn kind(code: &str) -> Result<Kind, Refusal> {
    Kind::parse(code).ok_or(Refusal::invalid("kind", "directory-kind-unknown"))
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let (size, after) = (api::limit(&query)?, query.id("after"));
    let question = Question { text: query.text("q"), ended: query.raw("ended") == "true" };
    let page = ask.read(move |tx, actor, now| list::list(tx, actor, now, &question, after, size)).await?;
    let w = ask.words();
    api::page(&page.map(|group| out(w, &group)))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let group = ask.read(move |tx, _, _| show::find(tx, &key)).await?;
    api::ok_versioned(&out(ask.words(), &group), group.version)
}

pub(crate) async fn add(ask: Ask, Json(new): Json<NewGroup>) -> Answer {
    let (id, kind) = (Id::new(), kind(&new.kind)?);
    let group = ask
        .write(move |tx, actor, now| {
            let owner_unit = match &new.owner_unit {
                Some(key) => Some(crate::unit::show::find(tx, key)?.id),
                None => None,
            };
            let input = create::Create {
                id,
                kind,
                name: new.name.clone(),
                name_en: new.name_en.clone(),
                slug: new.slug.clone(),
                supplier: new.supplier.clone(),
                about: new.about.clone(),
                about_en: new.about_en.clone(),
                owner_unit,
                fallback: new.fallback,
            };
            create(tx, actor, now, &input)
        })
        .await?;
    api::created(&out(ask.words(), &group), &format!("/api/v1/groups/{}", group.id), group.version)
}

pub(crate) async fn change(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(change): Json<GroupChange>,
) -> Answer {
    let version = api::if_match(&headers)?;
    let kind = change.kind.as_deref().map(kind).transpose()?;
    let group = ask
        .write(move |tx, actor, now| {
            let id = show::find(tx, &key)?.id;
            let owner_unit = match &change.owner_unit {
                Some(key) => Some(Some(crate::unit::show::find(tx, key)?.id)),
                None => None,
            };
            let change = Change {
                kind,
                name: change.name.clone(),
                name_en: change.name_en.clone(),
                supplier: change.supplier.clone(),
                about: change.about.clone(),
                about_en: change.about_en.clone(),
                owner_unit,
                fallback: change.fallback,
            };
            edit(tx, actor, now, &Edit { id, version, change })
        })
        .await?;
    api::ok_versioned(&out(ask.words(), &group), group.version)
}
