use axum::extract::Path;
use kernel::{Day, Id, Page, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::{CalendarVersion, Revise, all, editions, revise};

/// One edition of a calendar.
#[derive(Serialize, ToSchema)]
pub struct Calendar {
    /// The calendar, the same for all its editions.
    pub id: String,
    /// This edition.
    pub version: String,
    pub number: i64,
    pub name: String,
    /// TOML, as `enhet calendar --definition` reads it.
    pub definition: String,
    /// The decision behind it.
    pub note: String,
    /// RFC 3339.
    pub valid_from: String,
    pub made_at: String,
}

/// A calendar: its latest edition, and all of them.
#[derive(Serialize, ToSchema)]
pub struct CalendarInFull {
    #[serde(flatten)]
    pub latest: Calendar,
    /// The latest first.
    pub editions: Vec<Calendar>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCalendar {
    pub name: String,
    /// TOML, as `enhet calendar --definition` reads it.
    pub definition: String,
    #[serde(default)]
    pub note: String,
    /// `2026-09-01`; today when not said.
    pub valid_from: Option<String>,
    /// The calendar that this is a new edition of; a new calendar when not said.
    pub calendar: Option<String>,
    /// The number of the edition that was read, with `calendar`.
    #[serde(default)]
    pub based_on: i64,
}

impl Calendar {
    fn of(version: &CalendarVersion) -> Self {
        let zone = version.open().definition().zone();
        Self {
            id: version.calendar.to_string(),
            version: version.id.to_string(),
            number: version.number,
            name: version.name.clone(),
            definition: version.definition.clone(),
            note: version.note.clone(),
            valid_from: version.valid_from.rfc3339(zone),
            made_at: version.made_at.rfc3339(zone),
        }
    }
}

pub async fn list(ask: Ask, query: Form) -> Answer {
    let size = api::limit(&query)?;
    let found = ask.read(|tx, actor, _| all(tx, actor)).await?;
    let after = query.maybe("after");
    let mut items: Vec<Calendar> = found.iter().map(|version| Calendar::of(version)).collect();
    if let Some(at) = after.and_then(|after| items.iter().position(|item| item.id == after)) {
        items.drain(..=at);
    }
    api::page(&Page::cut(items, size, |item| item.id.clone()))
}

pub async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("not-found"))?;
    let found = ask.read(move |tx, actor, _| editions(tx, actor, id)).await?;
    let latest = found.all.first().ok_or(Refusal::not_found("not-found"))?;
    let editions = found.all.iter().map(|version| Calendar::of(version)).collect();
    api::ok_versioned(&CalendarInFull { latest: Calendar::of(latest), editions }, latest.number)
}

pub async fn create(ask: Ask, Json(body): Json<NewCalendar>) -> Answer {
    let calendar = match &body.calendar {
        None => Id::new(),
        Some(id) => id.parse().map_err(|_| Refusal::invalid("calendar", "promise-calendar-unknown"))?,
    };
    let valid_from = match &body.valid_from {
        None => ask.now().local_day(),
        Some(day) => Day::parse(day).ok_or(Refusal::invalid("valid_from", "promise-day-unreadable"))?,
    };
    let input = Revise {
        id: Id::new(),
        calendar,
        based_on: body.based_on,
        name: body.name,
        definition: body.definition,
        note: body.note,
        valid_from,
    };
    let made = ask.write(move |tx, actor, now| revise(tx, actor, now, &input)).await?;
    api::created(&Calendar::of(&made), &format!("/api/v1/calendars/{}", made.calendar), made.number)
}
