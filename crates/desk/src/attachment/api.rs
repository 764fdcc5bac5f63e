use axum::body::{Body, Bytes};
use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use futures_util::stream;
use kernel::{Id, Page, Refusal};
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{self, Sent};
use web::{Answer, Ask, Failure, answer, api};

use super::{Attach, Attachment, Begin, PIECE, append, attach, begin, finish, limit_for, piece, read};
use crate::ticket::api::number;

/// A file of a ticket.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileView {
    pub id: String,
    pub name: String,
    pub content_type: String,
    pub bytes: i64,
    pub sha256: Option<String>,
    /// The message that it came with.
    pub message: Option<String>,
    pub internal: bool,
}

impl FileView {
    fn of(file: Attachment) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name,
            content_type: file.content_type,
            bytes: file.bytes,
            sha256: file.sha256,
            message: file.message.map(|id| id.to_string()),
            internal: file.internal,
        }
    }
}

/// Keeps what came with a form, piece by piece so that a large file never holds up the others. The ids go into the
/// operation that the form is about. Every face that takes files uses this.
pub async fn keep_sent(ask: &Ask, files: Vec<Sent>) -> Result<Vec<Id>, Failure> {
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        kept.push(keep(ask, file).await?.id);
    }
    Ok(kept)
}

async fn keep(ask: &Ask, file: Sent) -> Result<Attachment, Failure> {
    let (id, bytes) = (Id::new(), file.bytes);
    let input = Begin {
        id,
        name: file.name,
        content_type: file.content_type,
        bytes: i64::try_from(bytes.len()).ok(),
    };
    ask.write(move |tx, actor, now| begin(tx, actor, now, &input)).await?;
    for (n, from) in (0_i64..).zip((0..bytes.len()).step_by(PIECE)) {
        let piece: Bytes = bytes.slice(from..bytes.len().min(from + PIECE));
        ask.write(move |tx, actor, _| append(tx, actor, id, n, &piece)).await?;
    }
    let (length, sum) = (bytes.len() as i64, super::sha256_of(&bytes));
    Ok(ask.write(move |tx, actor, _| finish(tx, actor, id, length, &sum)).await?)
}

pub async fn add(ask: Ask, Path(path): Path<String>, request: Request) -> Answer {
    let number = number(&path)?;
    let limit = u64::try_from(limit_for(ask.actor())).unwrap_or(0);
    let sent = upload::read(request, limit).await?;
    if let Some(refusal) = sent.refused {
        return Err(refusal.into());
    }
    if sent.files.is_empty() {
        return Err(Refusal::invalid("file", "desk-file-empty").into());
    }
    let internal = sent.form.text("internal") == "true";
    let files = keep_sent(&ask, sent.files).await?;
    let input = Attach { number, files: files.clone(), internal };
    ask.write(move |tx, actor, now| attach(tx, actor, now, &input)).await?;
    let of = move |tx: &mut db::Tx<'_>, actor: &kernel::Actor, _| -> Result<Vec<Attachment>, Refusal> {
        files.iter().map(|id| read(tx, actor, *id)).collect()
    };
    let items = ask.read(of).await?.into_iter().map(FileView::of).collect();
    Ok((StatusCode::CREATED, axum::Json(Page { items, next: None::<String> })).into_response())
}

pub async fn list(ask: Ask, Path(path): Path<String>) -> Answer {
    let number = number(&path)?;
    let files = ask.read(move |tx, actor, _| super::list(tx, actor, number)).await?;
    api::page(&Page { items: files.into_iter().map(FileView::of).collect(), next: None })
}

/// The file as a download, whatever it says that it is, in pieces as they are read.
pub async fn download(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    send(ask, &id).await
}

/// The same for a page's link, which names the file alone.
pub async fn page_download(ask: Ask, Path(id): Path<String>) -> Answer {
    send(ask, &id).await
}

async fn send(ask: Ask, id: &str) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("desk-file-unknown"))?;
    let file = ask.read(move |tx, actor, _| read(tx, actor, id)).await?;
    let (name, content_type, length) = (file.name.clone(), file.content_type.clone(), file.bytes);
    let pieces = stream::unfold((ask, file, 0_i64), |(ask, file, n)| async move {
        let of = file.clone();
        let read = ask.read(move |tx, _, _| piece(tx, &of, n)).await;
        match read {
            Ok(Some(bytes)) => Some((Ok(bytes), (ask, file, n + 1))),
            Ok(None) => None,
            Err(refusal) => Some((Err(refusal), (ask, file, n + 1))),
        }
    });
    let mut response = answer::download(&name, &content_type, Body::from_stream(pieces))?;
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    Ok(response)
}
