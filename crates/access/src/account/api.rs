use kernel::{Grant, Id, Refusal, Role};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ask, Form, api};

use super::Account;
use super::list::{self, Question, State};

/// An account as administrators see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct AccountShown {
    #[schema(value_type = String)]
    id: Id,
    #[schema(value_type = Option<String>)]
    person: Option<Id>,
    login: String,
    name: String,
    roles: Vec<RoleShown>,
    disabled: bool,
    /// Only tokens stand for it.
    service: bool,
    password_chosen_at: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct RoleShown {
    role: &'static str,
    /// The unit that it is limited to, with what lies below it.
    #[schema(value_type = Option<String>)]
    unit: Option<Id>,
}

impl From<&Grant> for RoleShown {
    fn from(grant: &Grant) -> Self {
        Self { role: grant.role.code(), unit: grant.unit }
    }
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let question = Question {
        text: query.text("q"),
        role: read(&query, "role", Role::parse)?,
        state: read(&query, "state", State::parse)?.unwrap_or_default(),
        after: read(&query, "after", |text| text.parse().ok())?,
        size: api::limit(&query)?,
    };
    let zone = ask.app.zone;
    let found = ask.read(move |tx, actor, _| list::list(tx, actor, &question)).await?;
    api::page(&found.map(|account: Account| AccountShown {
        roles: account.grants.iter().map(RoleShown::from).collect(),
        id: account.id,
        person: account.person,
        login: account.login,
        name: account.label,
        disabled: account.disabled,
        service: account.service,
        password_chosen_at: account.password_at.map(|at| at.rfc3339(zone)),
    }))
}

/// A filter; one that cannot be read is refused, since leaving it out would show more than was asked for.
pub(crate) fn read<T>(
    query: &Form,
    name: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Refusal> {
    query
        .maybe(name)
        .map(|text| parse(&text).ok_or(Refusal::invalid(name, "access-filter-unreadable").with("name", name)))
        .transpose()
}
