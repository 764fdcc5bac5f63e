//! `/api/v1/people`. A protected identity is its id and alias only, and is in no list.

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Id, Lang, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::edit::{Change, Edit};
use super::fields::Fields;
use super::list::{self, Question};
use super::show::{self, Shown};
use super::{Card, create, edit};
use crate::affiliation::Affiliation;
use crate::page::id_of;

/// A person in a list.
#[derive(Serialize, ToSchema)]
pub struct PersonLine {
    id: String,
    name: String,
    mail: Option<String>,
    phone: Option<String>,
    title: String,
    /// Slug of the main unit today.
    unit: Option<String>,
}

/// A person. Of a protected identity `name` is the alias, and all else is null or empty.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
pub struct PersonOut {
    id: String,
    name: String,
    protected: bool,
    given: Option<String>,
    family: Option<String>,
    mail: Option<String>,
    /// As written.
    phones: Vec<String>,
    title: String,
    /// `sv` or `en`.
    language: Option<String>,
    affiliations: Vec<AffiliationOut>,
    version: i64,
}

/// Where a person belongs, from one day to another.
#[derive(Serialize, ToSchema)]
#[schema(as = Affiliation)]
pub struct AffiliationOut {
    id: String,
    /// Slug of the unit.
    unit: String,
    /// `employment`, `enrolment` or `assignment`.
    kind: String,
    title: String,
    percent: Option<i64>,
    main: bool,
    /// The first day, `2026-03-01`.
    valid_from: String,
    /// The first day on which it no longer holds.
    valid_to: Option<String>,
}

/// What may be known of a new person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    given: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    phones: Vec<String>,
    #[serde(default)]
    title: String,
    /// `sv` or `en`.
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    protected: bool,
}

/// What is given is changed; an empty text takes it away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    given: Option<String>,
    family: Option<String>,
    mail: Option<String>,
    phones: Option<Vec<String>>,
    title: Option<String>,
    /// `sv`, `en`, or empty for none.
    language: Option<String>,
    protected: Option<bool>,
}

fn line(card: Card) -> PersonLine {
    PersonLine {
        id: card.id.to_string(),
        name: card.name,
        mail: card.mail,
        phone: card.phone,
        title: card.title,
        unit: card.unit.map(|unit| unit.slug),
    }
}

fn affiliation(one: &Affiliation) -> AffiliationOut {
    AffiliationOut {
        id: one.id.to_string(),
        unit: one.unit.slug.clone(),
        kind: one.kind.code().to_owned(),
        title: one.title.clone(),
        percent: one.percent,
        main: one.main,
        valid_from: one.valid_from.to_string(),
        valid_to: one.valid_to.map(|day| day.to_string()),
    }
}

fn out(shown: &Shown) -> PersonOut {
    let open = shown.open.as_ref();
    PersonOut {
        id: shown.card.id.to_string(),
        name: shown.card.name.clone(),
        protected: shown.card.protected,
        given: open.map(|open| open.person.given.clone()),
        family: open.map(|open| open.person.family.clone()),
        mail: open.and_then(|open| open.person.mail.clone()),
        phones: open.iter().flat_map(|open| &open.person.phones).map(|phone| phone.shown.clone()).collect(),
        title: shown.card.title.clone(),
        language: open.and_then(|open| open.person.lang).map(|lang| lang.code().to_owned()),
        affiliations: open.iter().flat_map(|open| &open.affiliations).map(affiliation).collect(),
        version: shown.version,
    }
}

fn language(code: &str) -> Result<Option<Lang>, Refusal> {
    match code {
        "" => Ok(None),
        code => Lang::parse(code).map(Some).ok_or(Refusal::invalid("language", "directory-language-unknown")),
    }
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let (size, after) = (api::limit(&query)?, query.id("after"));
    let (text, unit) = (query.text("q"), query.maybe("unit"));
    let page = ask
        .read(move |tx, actor, now| {
            let unit = match &unit {
                Some(key) => Some(crate::unit::show::find(tx, key)?.id),
                None => None,
            };
            let question = Question { text: text.clone(), unit, day: now.local_day(), protected: false };
            list::list(tx, actor, &question, after, size)
        })
        .await?;
    api::page(&page.map(line))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let id = id_of(&key)?;
    let shown = ask.read(move |tx, actor, now| show::show(tx, actor, now, id)).await?;
    api::ok_versioned(&out(&shown), shown.version)
}

pub(crate) async fn add(ask: Ask, Json(new): Json<NewPerson>) -> Answer {
    let id = Id::new();
    let fields = Fields {
        given: new.given,
        family: new.family,
        mail: new.mail,
        phones: new.phones,
        title: new.title,
        lang: language(new.language.as_deref().unwrap_or_default())?,
        protected: new.protected,
    };
    let input = create::Create { id, fields, affiliation: None };
    let shown = ask
        .write(move |tx, actor, now| {
            create(tx, actor, now, &input)?;
            show::show(tx, actor, now, id)
        })
        .await?;
    api::created(&out(&shown), &format!("/api/v1/people/{id}"), shown.version)
}

pub(crate) async fn change(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(change): Json<PersonChange>,
) -> Answer {
    let (id, version) = (id_of(&key)?, api::if_match(&headers)?);
    let change = Change {
        given: change.given,
        family: change.family,
        mail: change.mail,
        phones: change.phones,
        title: change.title,
        lang: change.language.as_deref().map(language).transpose()?,
        protected: change.protected,
    };
    let input = Edit { id, version, change };
    let shown = ask
        .write(move |tx, actor, now| {
            edit(tx, actor, now, &input)?;
            show::show(tx, actor, now, id)
        })
        .await?;
    api::ok_versioned(&out(&shown), shown.version)
}
