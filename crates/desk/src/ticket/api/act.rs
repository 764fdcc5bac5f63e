use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Id, Refusal};
use web::{Answer, Ask, api};

use super::door::{number, seen};
use super::shape::{
    Assignment, NewClosure, NewHold, NewLink, NewMessage, NewNote, NewResolution, Said, Standing,
};
use crate::follower::{self, Follow};
use crate::link::{self, Connect, LinkKind};
use crate::message::{self, AddMessage, AddNote, Note};
use crate::ticket::{
    self, Assign, Close, Hold, HoldFor, Outcome, Ref, Reopen, Resolve, Resume, Ticket, Undo,
};

fn note(text: String) -> Note {
    Note::new(Id::new(), text)
}

fn standing(ask: &Ask, ticket: &Ticket) -> Answer {
    api::ok_versioned(&Standing::of(ticket, ask.words().zone()), ticket.version)
}

fn unknown(field: &'static str, value: &str) -> Refusal {
    Refusal::invalid(field, "desk-filter-unknown").with("value", value)
}

pub async fn assign(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<Assignment>,
) -> Answer {
    let input = Assign {
        number: number(&path)?,
        seen: seen(&headers)?,
        group: new.group.map(|by| Ref::parse(&by)),
        assignee: new.assignee.map(|by| by.map(|by| Ref::parse(&by))),
        note: new.note.map(note),
    };
    let ticket = ask.write(move |tx, actor, now| ticket::assign(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

/// Takes back the closing or assignment that gave the ticket the version in `If-Match`.
pub async fn undo(ask: Ask, Path(path): Path<String>, headers: HeaderMap) -> Answer {
    let input = Undo { number: number(&path)?, version: api::if_match(&headers)? };
    let ticket = ask.write(move |tx, actor, now| ticket::undo(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn hold(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<NewHold>,
) -> Answer {
    let waits_for = HoldFor::parse(&new.reason).ok_or_else(|| unknown("reason", &new.reason))?;
    let input =
        Hold { number: number(&path)?, seen: seen(&headers)?, waits_for, message: new.message.map(note) };
    let ticket = ask.write(move |tx, actor, now| ticket::hold(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn resume(ask: Ask, Path(path): Path<String>, headers: HeaderMap) -> Answer {
    let input = Resume { number: number(&path)?, seen: seen(&headers)? };
    let ticket = ask.write(move |tx, actor, now| ticket::resume(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn resolve(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<NewResolution>,
) -> Answer {
    let input = Resolve {
        number: number(&path)?,
        seen: seen(&headers)?,
        message: note(new.message),
        cause: new.cause.map(note),
    };
    let ticket = ask.write(move |tx, actor, now| ticket::resolve(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn reopen(ask: Ask, Path(path): Path<String>, headers: HeaderMap) -> Answer {
    let input = Reopen { number: number(&path)?, seen: seen(&headers)?, message: None };
    let ticket = ask.write(move |tx, actor, now| ticket::reopen(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn close(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<NewClosure>,
) -> Answer {
    let parse = |code: String| Outcome::parse(&code).ok_or_else(|| unknown("outcome", &code));
    let input = Close {
        number: number(&path)?,
        seen: seen(&headers)?,
        outcome: new.outcome.map(parse).transpose()?,
        note: new.note.map(note),
    };
    let ticket = ask.write(move |tx, actor, now| ticket::close(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn add_message(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<NewMessage>,
) -> Answer {
    let input = AddMessage {
        number: number(&path)?,
        seen: seen(&headers)?,
        note: note(new.text),
        reopen: new.reopen,
        speaker: None,
    };
    let id = input.note.id;
    let ticket = ask.write(move |tx, actor, now| message::add_message(tx, actor, now, &input)).await?;
    said(id, &ticket)
}

pub async fn add_note(
    ask: Ask,
    Path(path): Path<String>,
    headers: HeaderMap,
    api::Json(new): api::Json<NewNote>,
) -> Answer {
    let input = AddNote { number: number(&path)?, seen: seen(&headers)?, note: note(new.text) };
    let id = input.note.id;
    let ticket = ask.write(move |tx, actor, now| message::add_note(tx, actor, now, &input)).await?;
    said(id, &ticket)
}

fn said(id: Id, ticket: &Ticket) -> Answer {
    let said = Said { id: id.to_string(), status: ticket.stage.code(), version: ticket.version };
    let tag = [(header::ETAG, format!("\"{}\"", ticket.version))];
    Ok((StatusCode::CREATED, tag, axum::Json(said)).into_response())
}

pub async fn link(ask: Ask, Path(path): Path<String>, api::Json(new): api::Json<NewLink>) -> Answer {
    let kind = LinkKind::parse(&new.kind).ok_or_else(|| unknown("kind", &new.kind))?;
    let input = Connect { number: number(&path)?, kind, other: new.other };
    let ticket = ask.write(move |tx, actor, now| link::link(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

pub async fn unlink(ask: Ask, Path((path, kind, other)): Path<(String, String, String)>) -> Answer {
    let gone = || Refusal::not_found("desk-link-unknown");
    let kind = LinkKind::parse(&kind).ok_or_else(gone)?;
    let input = Connect { number: number(&path)?, kind, other: other.parse().map_err(|_| gone())? };
    let ticket = ask.write(move |tx, actor, now| link::unlink(tx, actor, now, &input)).await?;
    standing(&ask, &ticket)
}

fn follower(path: &str, person: &str) -> Result<Follow, Refusal> {
    let person = (person != "me").then(|| Ref::parse(person));
    Ok(Follow { number: number(path)?, person })
}

pub async fn follow(ask: Ask, Path((path, person)): Path<(String, String)>) -> Answer {
    let input = follower(&path, &person)?;
    ask.write(move |tx, actor, now| follower::follow(tx, actor, now, &input)).await?;
    api::no_content()
}

pub async fn unfollow(ask: Ask, Path((path, person)): Path<(String, String)>) -> Answer {
    let input = follower(&path, &person)?;
    ask.write(move |tx, actor, now| follower::unfollow(tx, actor, now, &input)).await?;
    api::no_content()
}
