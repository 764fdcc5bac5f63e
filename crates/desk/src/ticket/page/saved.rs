//! A question kept under a name, and forgotten again.

use axum::extract::Path;
use kernel::{Id, Refusal};
use web::{Answer, Ask, Form, Said};

use super::asked;
use super::queue::PATH;
use crate::ticket::Question;
use crate::view::{self, Save};

pub(crate) async fn keep(ask: Ask, form: Form) -> Answer {
    let pairs = form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let pairs = pairs.filter(|(name, _)| *name != "name");
    let input = Save { id: Id::new(), name: form.text("name"), question: Question::parse(pairs)? };
    let to = asked::address(PATH, &input.question);
    let saved = ask.write(move |tx, actor, now| view::save(tx, actor, now, &input)).await?;
    Said::new("desk-said-view-kept").with("name", saved.name.as_str()).see_other(&to)
}

pub(crate) async fn forget(ask: Ask, Path(id): Path<String>) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("not-found"))?;
    ask.write(move |tx, actor, _| view::remove(tx, actor, id)).await?;
    Said::new("desk-said-view-gone").see_other(PATH)
}
