//! `/api/v1/units`: the organisation of any day (`date=2026-03-31`; today when not said).

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Day, Id, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::list::{self, Question};
use super::{Kind, Unit, create, edit, end, hang, show};

/// A node of the organisation.
#[derive(Serialize, ToSchema)]
#[schema(as = Unit)]
pub struct UnitOut {
    id: String,
    slug: String,
    /// `municipality`, `committee`, `department`, `section`, `school` …
    kind: String,
    name: String,
    name_en: String,
    code: String,
    /// Id of the unit it hangs under on the day asked for.
    parent: Option<String>,
    /// The first day, `2026-03-01`.
    valid_from: String,
    /// The first day on which it no longer is.
    valid_to: Option<String>,
    version: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUnit {
    kind: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    slug: Option<String>,
    /// Id or slug; needed by all but a municipality.
    #[serde(default)]
    parent: Option<String>,
    valid_from: String,
}

/// What is given is changed. A new parent holds from `from`; `valid_to` ends the unit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitChange {
    kind: Option<String>,
    name: Option<String>,
    name_en: Option<String>,
    code: Option<String>,
    /// Id or slug of the unit it hangs under from `from` on.
    parent: Option<String>,
    from: Option<String>,
    valid_to: Option<String>,
}

fn out(unit: &Unit) -> UnitOut {
    UnitOut {
        id: unit.id.to_string(),
        slug: unit.slug.clone(),
        kind: unit.kind.code().to_owned(),
        name: unit.name.clone(),
        name_en: unit.name_en.clone(),
        code: unit.code.clone(),
        parent: unit.parent.map(|id| id.to_string()),
        valid_from: unit.valid_from.to_string(),
        valid_to: unit.valid_to.map(|day| day.to_string()),
        version: unit.version,
    }
}

fn kind(code: &str) -> Result<Kind, Refusal> {
    Kind::parse(code).ok_or(Refusal::invalid("kind", "directory-kind-unknown"))
}

fn day(field: &'static str, text: &str) -> Result<Day, Refusal> {
    Day::parse(text).ok_or(Refusal::invalid(field, "register-date-unreadable"))
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let (size, after) = (api::limit(&query)?, query.id("after"));
    let on = query.maybe("date").map(|text| day("date", &text)).transpose()?;
    let kind = query.maybe("kind").map(|code| kind(&code)).transpose()?;
    let question = Question { day: on.unwrap_or_else(|| ask.now().local_day()), text: query.text("q"), kind };
    let page = ask.read(move |tx, actor, _| list::list(tx, actor, &question, after, size)).await?;
    api::page(&page.map(|unit| out(&unit)))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let unit = ask.read(move |tx, _, _| show::find(tx, &key)).await?;
    api::ok_versioned(&out(&unit), unit.version)
}

pub(crate) async fn add(ask: Ask, Json(new): Json<NewUnit>) -> Answer {
    let (kind, valid_from) = (kind(&new.kind)?, day("valid_from", &new.valid_from)?);
    let id = Id::new();
    let unit = ask
        .write(move |tx, actor, now| {
            let parent = match &new.parent {
                Some(key) => Some(show::find(tx, key)?.id),
                None => None,
            };
            let input = create::Create {
                id,
                kind,
                name: new.name.clone(),
                name_en: new.name_en.clone(),
                code: new.code.clone(),
                slug: new.slug.clone(),
                parent,
                valid_from,
            };
            create(tx, actor, now, &input)
        })
        .await?;
    api::created(&out(&unit), &format!("/api/v1/units/{}", unit.id), unit.version)
}

pub(crate) async fn change(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(change): Json<UnitChange>,
) -> Answer {
    let version = api::if_match(&headers)?;
    let kind = change.kind.as_deref().map(kind).transpose()?;
    let from = change.from.as_deref().map(|text| day("from", text)).transpose()?;
    let to = change.valid_to.as_deref().map(|text| day("valid_to", text)).transpose()?;
    let unit = ask
        .write(move |tx, actor, now| {
            let id = show::find(tx, &key)?.id;
            let (name, name_en, code) = (change.name.clone(), change.name_en.clone(), change.code.clone());
            let mut unit = edit(tx, actor, now, &edit::Edit { id, version, kind, name, name_en, code })?;
            if let Some(parent) = &change.parent {
                let parent = show::find(tx, parent)?.id;
                let from = from.unwrap_or_else(|| now.local_day());
                unit = hang(tx, actor, now, &hang::Hang { id, version: unit.version, parent, from })?;
            }
            if let Some(to) = to {
                unit = end(tx, actor, now, &end::End { id, version: unit.version, to })?;
            }
            Ok::<_, Refusal>(unit)
        })
        .await?;
    api::ok_versioned(&out(&unit), unit.version)
}
