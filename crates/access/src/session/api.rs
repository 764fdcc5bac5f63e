use axum::extract::Path;
use kernel::{Id, Refusal};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ask, api};

use super::Session;
use crate::real_time::real_now;
use crate::session;

/// Who asks, and what they may.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    #[schema(value_type = Option<String>)]
    account: Option<Id>,
    #[schema(value_type = Option<String>)]
    person: Option<Id>,
    name: String,
    roles: Vec<MyRole>,
    #[schema(value_type = Vec<String>)]
    groups: Vec<Id>,
    language: &'static str,
    /// A token acts, not somebody who signed in.
    token: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MyRole {
    role: &'static str,
    /// The unit that it is limited to, with what lies below it.
    #[schema(value_type = Option<String>)]
    unit: Option<Id>,
}

/// One device where the account is signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct MySession {
    #[schema(value_type = String)]
    id: Id,
    device: String,
    began_at: String,
    used_at: String,
    ends_at: String,
    /// The one that asks.
    current: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MySessions {
    items: Vec<MySession>,
}

pub(crate) async fn me(ask: Ask) -> Answer {
    let actor = ask.actor();
    api::ok(&Me {
        account: actor.account,
        person: actor.person,
        name: actor.label.clone(),
        roles: actor
            .grants
            .iter()
            .map(|grant| MyRole { role: grant.role.code(), unit: grant.unit })
            .collect(),
        groups: actor.groups.clone(),
        language: ask.lang().code(),
        token: ask.visitor.identity.as_ref().is_some_and(|identity| identity.is_token),
    })
}

pub(crate) async fn list(ask: Ask) -> Answer {
    let account = ask.actor().account.ok_or(Refusal::not_found("access-account-unknown"))?;
    let now = real_now();
    let found = ask.read(move |tx, actor, _| session::of_account(tx, actor, now, account)).await?;
    let current = ask.visitor.identity.as_ref().and_then(|identity| identity.session);
    let item = |session: Session| MySession {
        id: session.id,
        current: current == Some(session.id),
        device: session.device,
        began_at: session.began_at.rfc3339(ask.app.zone),
        used_at: session.used_at.rfc3339(ask.app.zone),
        ends_at: session.ends_at.rfc3339(ask.app.zone),
    };
    api::ok(&MySessions { items: found.into_iter().map(item).collect() })
}

pub(crate) async fn end(ask: Ask, Path(id): Path<String>) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("access-session-unknown"))?;
    let now = real_now();
    ask.write(move |tx, actor, _| session::end(tx, actor, now, id)).await?;
    ask.app.forget_identities();
    api::no_content()
}
