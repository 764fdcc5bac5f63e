use axum::extract::Path;
use kernel::{Id, Page, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ask, Form, api};

use super::{Save, SavedView};
use crate::ticket::Question;

#[derive(Debug, Serialize, ToSchema)]
pub struct ViewShape {
    pub id: String,
    pub name: String,
    /// The filters as a query string: `status=open&assignee=me`.
    pub query: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    pub name: String,
    /// The filters as a query string.
    pub query: String,
}

impl ViewShape {
    fn of(view: SavedView) -> Self {
        Self { id: view.id.to_string(), name: view.name, query: view.query }
    }
}

pub async fn list(ask: Ask) -> Answer {
    let views = ask.read(|tx, actor, _| super::list(tx, actor)).await?;
    api::page(&Page { items: views.into_iter().map(ViewShape::of).collect(), next: None })
}

pub async fn save(ask: Ask, api::Json(new): api::Json<NewView>) -> Answer {
    let query = Form::parse(&new.query)?;
    let pairs = query.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let input = Save { id: Id::new(), name: new.name, question: Question::parse(pairs)? };
    let view = ask.write(move |tx, actor, now| super::save(tx, actor, now, &input)).await?;
    api::created(&ViewShape::of(view), "/api/v1/views", 1)
}

pub async fn remove(ask: Ask, Path(id): Path<String>) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("not-found"))?;
    ask.write(move |tx, actor, _| super::remove(tx, actor, id)).await?;
    api::no_content()
}
