//! `/api/v1/devices`.

use axum::extract::{Path, RawQuery};
use axum::http::HeaderMap;
use directory::{person, unit};
use kernel::{Day, Id, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::{self, Json};
use web::{Answer, Ask, Form};

use super::fields::Change;
use super::list::{self, HolderName, Listed, Question};
use super::show::{self, Shown};
use super::{Holder, State, create, edit, hand_over, take_back};

/// A device in a list.
#[derive(Serialize, ToSchema)]
pub struct DeviceLine {
    id: String,
    number: String,
    /// Slug of the kind.
    kind: String,
    model: String,
    place: String,
    /// `in_use`, `in_stock`, `repair`, `lost` or `retired`.
    state: String,
    holder: Option<HolderOut>,
}

/// Whose it is: a person's or a unit's id. Both are null for a protected identity, or for a reader who may not read people.
#[derive(Serialize, ToSchema)]
#[schema(as = DeviceHolder)]
pub struct HolderOut {
    person: Option<String>,
    unit: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Device)]
pub struct DeviceOut {
    id: String,
    number: String,
    /// Slug of the kind.
    kind: String,
    model: String,
    serial: String,
    place: String,
    /// `in_use`, `in_stock`, `repair`, `lost` or `retired`.
    state: String,
    /// Slug of the unit that answers for it.
    unit: Option<String>,
    notes: String,
    holder: Option<HolderOut>,
    version: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDevice {
    number: String,
    /// Slug of the kind.
    kind: String,
    #[serde(default)]
    model: Option<String>,
    #[serde(default)]
    serial: Option<String>,
    #[serde(default)]
    place: Option<String>,
    /// `in_stock` when not said.
    #[serde(default)]
    state: Option<String>,
    /// Id or slug of the unit that answers for it.
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    notes: Option<String>,
}

/// What is given is changed; an empty text takes it away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviceChange {
    number: Option<String>,
    kind: Option<String>,
    model: Option<String>,
    serial: Option<String>,
    place: Option<String>,
    state: Option<String>,
    /// Id or slug; empty for none.
    unit: Option<String>,
    notes: Option<String>,
}

/// To whom: `person` (id or mail address) or `unit` (id or slug), from a day on (today when not said).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHolder {
    person: Option<String>,
    unit: Option<String>,
    from: Option<String>,
}

fn holder(name: &HolderName) -> HolderOut {
    match name {
        HolderName::Person(card) => HolderOut { person: Some(card.id.to_string()), unit: None },
        HolderName::Unit(unit) => HolderOut { person: None, unit: Some(unit.id.to_string()) },
        HolderName::Somebody | HolderName::Protected => HolderOut { person: None, unit: None },
    }
}

fn line(listed: Listed) -> DeviceLine {
    DeviceLine {
        id: listed.line.id.to_string(),
        number: listed.line.number,
        kind: listed.line.kind.slug,
        model: listed.line.model,
        place: listed.line.place,
        state: listed.line.state.code().to_owned(),
        holder: listed.holder.as_ref().map(holder),
    }
}

fn out(shown: Shown) -> DeviceOut {
    let holder = shown.holder().map(holder);
    let device = shown.device;
    DeviceOut {
        id: device.id.to_string(),
        number: device.number,
        kind: device.kind,
        model: device.model,
        serial: device.serial,
        place: device.place,
        state: device.state.code().to_owned(),
        unit: shown.unit.map(|unit| unit.slug),
        notes: device.notes,
        holder,
        version: device.version,
    }
}

fn state(code: &str) -> Result<State, Refusal> {
    State::parse(code).ok_or(Refusal::invalid("state", "inventory-state-unknown"))
}

fn day(text: &str) -> Result<Day, Refusal> {
    Day::parse(text).ok_or(Refusal::invalid("from", "register-date-unreadable"))
}

/// The id of the unit that a key names; none for an empty key.
fn unit_of(tx: &mut db::Tx<'_>, key: &str) -> Result<Option<Id>, Refusal> {
    if key.is_empty() { Ok(None) } else { unit::show::find(tx, key).map(|unit| Some(unit.id)) }
}

pub(crate) async fn list(ask: Ask, query: Form) -> Answer {
    let (size, after) = (api::limit(&query)?, query.id("after"));
    let state = query.maybe("state").map(|code| state(&code)).transpose()?;
    let page = ask
        .read(move |tx, actor, now| {
            let question = Question {
                text: query.text("q"),
                kind: query.maybe("kind"),
                state,
                unit: unit_of(tx, &query.text("unit"))?,
                day: now.local_day(),
            };
            list::list(tx, actor, &question, after, size)
        })
        .await?;
    api::page(&page.map(line))
}

pub(crate) async fn one(ask: Ask, Path(key): Path<String>) -> Answer {
    let shown = ask.read(move |tx, actor, now| show::show(tx, actor, now, &key)).await?;
    let version = shown.device.version;
    api::ok_versioned(&out(shown), version)
}

pub(crate) async fn add(ask: Ask, Json(new): Json<NewDevice>) -> Answer {
    let id = Id::new();
    let state = new.state.as_deref().map(state).transpose()?;
    let shown = ask
        .write(move |tx, actor, now| {
            let unit = unit_of(tx, new.unit.as_deref().unwrap_or_default())?;
            let fields = Change {
                number: Some(new.number.clone()),
                kind: Some(new.kind.clone()),
                model: new.model.clone(),
                serial: new.serial.clone(),
                place: new.place.clone(),
                state,
                unit: Some(unit),
                notes: new.notes.clone(),
            };
            create(tx, actor, now, &create::Create { id, fields })?;
            show::show(tx, actor, now, &id.to_string())
        })
        .await?;
    let version = shown.device.version;
    api::created(&out(shown), &format!("/api/v1/devices/{id}"), version)
}

pub(crate) async fn change(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(change): Json<DeviceChange>,
) -> Answer {
    let version = api::if_match(&headers)?;
    let state = change.state.as_deref().map(state).transpose()?;
    let shown = ask
        .write(move |tx, actor, now| {
            let id = show::show(tx, actor, now, &key)?.device.id;
            let unit = change.unit.as_deref().map(|key| unit_of(tx, key)).transpose()?;
            let change = Change {
                number: change.number.clone(),
                kind: change.kind.clone(),
                model: change.model.clone(),
                serial: change.serial.clone(),
                place: change.place.clone(),
                state,
                unit,
                notes: change.notes.clone(),
            };
            edit(tx, actor, now, &edit::Edit { id, version, change })?;
            show::show(tx, actor, now, &id.to_string())
        })
        .await?;
    let version = shown.device.version;
    api::ok_versioned(&out(shown), version)
}

pub(crate) async fn hand(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    Json(new): Json<NewHolder>,
) -> Answer {
    let (id, version) = (Id::new(), api::if_match(&headers)?);
    let from = new.from.as_deref().map(day).transpose()?;
    let shown = ask
        .write(move |tx, actor, now| {
            let device = show::show(tx, actor, now, &key)?.device.id;
            let to = match (&new.person, &new.unit) {
                (Some(person), None) => Holder::Person(person::resolve(tx, actor, "person", person)?),
                (None, Some(unit)) => Holder::Unit(unit::show::find(tx, unit)?.id),
                _ => return Err(Refusal::invalid("holder", "inventory-holder-unknown")),
            };
            let from = from.unwrap_or_else(|| now.local_day());
            hand_over(tx, actor, now, &hand_over::HandOver { id, device, version, to, from })?;
            show::show(tx, actor, now, &device.to_string())
        })
        .await?;
    let version = shown.device.version;
    api::ok_versioned(&out(shown), version)
}

/// Nobody holds it any more; it goes to the stock unless the query says otherwise.
pub(crate) async fn take(
    ask: Ask,
    Path(key): Path<String>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Answer {
    let version = api::if_match(&headers)?;
    let query = Form::parse(&query.unwrap_or_default())?;
    let becomes = query.maybe("state").map(|code| state(&code)).transpose()?.unwrap_or(State::InStock);
    let from = query.maybe("from").map(|text| day(&text)).transpose()?;
    let shown = ask
        .write(move |tx, actor, now| {
            let device = show::show(tx, actor, now, &key)?.device.id;
            let from = from.unwrap_or_else(|| now.local_day());
            let place = query.text("place");
            take_back(tx, actor, now, &take_back::TakeBack { device, version, from, state: becomes, place })?;
            show::show(tx, actor, now, &device.to_string())
        })
        .await?;
    let version = shown.device.version;
    api::ok_versioned(&out(shown), version)
}
