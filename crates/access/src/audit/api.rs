use kernel::{Id, Moment};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::{Answer, Ask, Form, api};

use super::list::{self, Line, Question};
use crate::account::api::read;

/// A line of the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct LineShown {
    id: i64,
    at: String,
    #[schema(value_type = Option<String>)]
    account: Option<Id>,
    #[schema(value_type = Option<String>)]
    person: Option<Id>,
    label: String,
    /// page, api, cli, mail or job.
    channel: String,
    act: String,
    #[schema(value_type = String)]
    subject: Id,
    #[schema(value_type = Object)]
    detail: Value,
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let id = |text: &str| text.parse::<Id>().ok();
    let moment = |text: &str| text.parse::<jiff::Timestamp>().ok().map(Moment::from_timestamp);
    let question = Question {
        act: query.text("act"),
        account: read(&query, "account", id)?,
        subject: read(&query, "subject", id)?,
        from: read(&query, "from", moment)?,
        until: read(&query, "until", moment)?,
        after: read(&query, "after", |text| text.parse().ok())?,
        size: api::limit(&query)?,
    };
    let zone = ask.app.zone;
    let found = ask.report(move |tx, actor, _| list::list(tx, actor, &question)).await?;
    api::page(&found.map(|line: Line| LineShown {
        id: line.id,
        at: line.at.rfc3339(zone),
        account: line.account,
        person: line.person,
        label: line.label,
        channel: line.channel,
        act: line.act,
        subject: line.subject,
        detail: line.detail,
    }))
}
