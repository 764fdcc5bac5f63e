use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Actor, Id};
use sha2::{Digest, Sha256};
use web::{Answer, Ask, api};

use super::door::number;
use super::shape::{KindCode, LevelCode, NewTicket, Standing, TicketEdit};
use crate::ticket::{self, Asker, Create, Edit, Kind, Level, Ref, Source};

impl From<KindCode> for Kind {
    fn from(code: KindCode) -> Self {
        match code {
            KindCode::Incident => Self::Incident,
            KindCode::ServiceRequest => Self::ServiceRequest,
        }
    }
}

impl From<LevelCode> for Level {
    fn from(code: LevelCode) -> Self {
        match code {
            LevelCode::Low => Self::Low,
            LevelCode::Medium => Self::Medium,
            LevelCode::High => Self::High,
        }
    }
}

pub async fn create(ask: Ask, headers: HeaderMap, api::Json(new): api::Json<NewTicket>) -> Answer {
    let repeated = idempotent_id(&headers, ask.actor());
    let input = Create {
        description: new.description,
        impact: new.impact.into(),
        urgency: new.urgency.into(),
        asker: new.requester.map(|by| Asker::Person(Ref::parse(&by))),
        service: new.service.map(|by| Ref::parse(&by)),
        device: new.device.map(|by| Ref::parse(&by)),
        group: new.group.map(|by| Ref::parse(&by)),
        again: repeated.is_some(),
        ..Create::new(repeated.unwrap_or_default(), new.kind.into(), new.title, Source::Api)
    };
    let ticket = ask.write(move |tx, actor, now| ticket::create(tx, actor, now, &input)).await?;
    let place = format!("/api/v1/tickets/{}", ticket.number);
    api::created(&Standing::of(&ticket, ask.words().zone()), &place, ticket.version)
}

/// A caller that repeats an `Idempotency-Key` names the same ticket: its id is made from the key and the account.
fn idempotent_id(headers: &HeaderMap, actor: &Actor) -> Option<Id> {
    let key = headers.get("idempotency-key")?.as_bytes();
    let account = actor.account.map(|id| *id.as_bytes()).unwrap_or_default();
    let digest = Sha256::new().chain_update(account).chain_update(key).finalize();
    let mut bytes: [u8; 16] = digest.get(..16)?.try_into().ok()?;
    // A UUID of version 8: made by the application's own rule.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    Some(Id::from_bytes(bytes))
}

pub async fn edit(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<TicketEdit>,
) -> Answer {
    let input = Edit {
        number: number(&path)?,
        seen: api::if_match(&headers)?,
        title: new.title,
        kind: new.kind.map(Kind::from),
        impact: new.impact.map(Level::from),
        urgency: new.urgency.map(Level::from),
        service: new.service.map(|by| by.map(|by| Ref::parse(&by))),
        device: new.device.map(|by| by.map(|by| Ref::parse(&by))),
        asker: new.requester.map(|by| Asker::Person(Ref::parse(&by))),
    };
    let ticket = ask.write(move |tx, actor, now| ticket::edit(tx, actor, now, &input)).await?;
    api::ok_versioned(&Standing::of(&ticket, ask.words().zone()), ticket.version)
}
