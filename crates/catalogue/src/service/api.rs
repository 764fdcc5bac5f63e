//! `/api/v1/services`.

use axum::extract::Path;
use axum::http::HeaderMap;
use directory::group;
use kernel::{Id, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::fields::Change;
use super::list::{self, Question};
use super::show::{self, Shown};
use super::{create, edit};

/// A service.
#[derive(Serialize, ToSchema)]
#[schema(as = Service)]
pub struct ServiceOut {
    id: String,
    slug: String,
    name: String,
    name_en: String,
    /// Slug of the group that owns it.
    owner_group: Option<String>,
    about: String,
    about_en: String,
    /// Who it is for: `all`, `school` …
    audience: String,
    /// Beginnings of Swedish words that point at it.
    words: Vec<String>,
    active: bool,
    version: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewService {
    name: String,
    /// Id or slug.
    owner_group: String,
    #[serde(default)]
    slug: Option<String>,
    #[serde(default)]
    name_en: Option<String>,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    about_en: Option<String>,
    #[serde(default)]
    audience: Option<String>,
    #[serde(default)]
    words: Option<Vec<String>>,
}

/// What is given is changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceChange {
    name: Option<String>,
    name_en: Option<String>,
    /// Id or slug.
    owner_group: Option<String>,
    about: Option<String>,
    about_en: Option<String>,
    audience: Option<String>,
    words: Option<Vec<String>>,
    /// false ends it.
    active: Option<bool>,
}

fn out(shown: Shown) -> ServiceOut {
    let service = shown.service;
    ServiceOut {
        id: service.id.to_string(),
        slug: service.slug,
        name: service.name,
        name_en: service.name_en,
        owner_group: shown.owner.map(|group| group.slug),
        about: service.about,
        about_en: service.about_en,
        audience: service.audience,
        words: service.words,
        active: service.active,
        version: service.version,
    }
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let (size, after) = (api::limit(&query)?, query.id("after"));
    let question = Question {
        text: query.text("q"),
        audience: query.maybe("audience"),
        ended: query.raw("ended") == "true",
    };
    let page = ask.read(move |tx, actor, _| list::list(tx, actor, &question, after, size)).await?;
    api::page(&page.map(out))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let shown = ask.read(move |tx, actor, _| show::show(tx, actor, &key)).await?;
    let version = shown.service.version;
    api::ok_versioned(&out(shown), version)
}

fn owner(tx: &mut db::Tx<'_>, key: &str) -> Result<Id, Refusal> {
    let found = group::show::find(tx, key);
    found.map(|group| group.id).map_err(|_| Refusal::invalid("owner_group", "catalogue-owner-missing"))
}

pub(crate) async fn add(ask: Ask, Json(new): Json<NewService>) -> Answer {
    let id = Id::new();
    let shown = ask
        .write(move |tx, actor, now| {
            let fields = Change {
                name: Some(new.name.clone()),
                name_en: new.name_en.clone(),
                owner_group: Some(owner(tx, &new.owner_group)?),
                about: new.about.clone(),
                about_en: new.about_en.clone(),
                audience: new.audience.clone(),
                words: new.words.clone(),
                active: None,
            };
            create(tx, actor, now, &create::Create { id, slug: new.slug.clone(), fields })?;
            show::show(tx, actor, &id.to_string())
        })
        .await?;
    let version = shown.service.version;
    api::created(&out(shown), &format!("/api/v1/services/{id}"), version)
}

pub(crate) async fn change(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(change): Json<ServiceChange>,
) -> Answer {
    let version = api::if_match(&headers)?;
    let shown = ask
        .write(move |tx, actor, now| {
            let id = show::show(tx, actor, &key)?.service.id;
            let owner_group = change.owner_group.as_deref().map(|key| owner(tx, key)).transpose()?;
            let change = Change {
                name: change.name.clone(),
                name_en: change.name_en.clone(),
                owner_group,
                about: change.about.clone(),
                about_en: change.about_en.clone(),
                audience: change.audience.clone(),
                words: change.words.clone(),
                active: change.active,
            };
            edit(tx, actor, now, &edit::Edit { id, version, change })?;
            show::show(tx, actor, &id.to_string())
        })
        .await?;
    let version = shown.service.version;
    api::ok_versioned(&out(shown), version)
}
