use std::sync::Arc;

use kernel::Page;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ask, Form, api};

use super::{PRIORITIES, PromiseVersion, all};

/// One edition of a promise.
#[derive(Serialize, ToSchema)]
pub struct Promise {
    /// The promise, the same for all its editions.
    pub id: String,
    /// This edition.
    pub version: String,
    pub number: i64,
    pub name: String,
    /// The edition of the calendar that it counts by.
    pub calendar_version: String,
    pub goals: Vec<PromisedGoal>,
    /// What pauses the resolution clock: `user`, `manager`, `delivery`, `planned_change`, `supplier`.
    pub pauses: Vec<String>,
    /// The decision behind it.
    pub note: String,
    /// RFC 3339.
    pub valid_from: String,
    /// What begins now is promised by it.
    pub current: bool,
}

/// Minutes of open time; null is no promise.
#[derive(Serialize, ToSchema)]
pub struct PromisedGoal {
    pub priority: u8,
    pub response: Option<u32>,
    pub resolution: Option<u32>,
}

impl Promise {
    fn of(version: &PromiseVersion, current: bool) -> Self {
        let goals = (1..=PRIORITIES).map(|priority| {
            let goal = version.goal(priority);
            PromisedGoal { priority, response: goal.response, resolution: goal.resolution }
        });
        Self {
            id: version.promise.to_string(),
            version: version.id.to_string(),
            number: version.number,
            name: version.name.clone(),
            calendar_version: version.calendar.id.to_string(),
            goals: goals.collect(),
            pauses: version.terms.pauses.iter().map(|reason| reason.code().to_owned()).collect(),
            note: version.note.clone(),
            valid_from: version.valid_from.rfc3339(version.calendar.open().definition().zone()),
            current,
        }
    }
}

pub async fn list(ask: Ask, query: Form) -> Answer {
    let size = api::limit(&query)?;
    let found = ask.read(all).await?;
    let of = |version: &Arc<PromiseVersion>| Promise::of(version, found.current == Some(version.id));
    let mut items: Vec<Promise> = found.all.iter().map(of).collect();
    let after = query.maybe("after");
    if let Some(at) = after.and_then(|after| items.iter().position(|item| item.version == after)) {
        items.drain(..=at);
    }
    api::page(&Page::cut(items, size, |item| item.version.clone()))
}
