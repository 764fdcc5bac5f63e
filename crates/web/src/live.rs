//! Live changes: `/handelser` streams "this topic changed" to open pages, which then fetch what they show
//! again with their reader's own rights. Nothing but a topic and a number is ever sent.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use db::facts::{self, Cursor};
use futures_util::StreamExt;
use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;

use crate::answer::Answer;
use crate::app::App;
use crate::ask::Ask;

/// A change on its way to open pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The slice and noun: `desk.ticket`.
    pub topic: String,
    /// The number that pages know it by, if it has one.
    pub number: Option<i64>,
}

/// Where the streams of this node listen.
#[derive(Clone, Debug)]
pub struct Hub(broadcast::Sender<Change>, tokio::sync::watch::Sender<bool>);

impl Default for Hub {
    fn default() -> Self {
        Self(broadcast::channel(1_024).0, tokio::sync::watch::channel(false).0)
    }
}

impl Hub {
    pub fn tell(&self, change: Change) {
        // Nobody listening is fine.
        let _ = self.0.send(change);
    }

    /// Ends every stream, so that a graceful stop does not wait for open pages.
    pub fn close(&self) {
        self.1.send_replace(true);
    }
}

/// The handler of `/handelser`.
pub async fn stream(ask: Ask) -> Answer {
    let mut closed = ask.app.live.1.subscribe();
    let changes = BroadcastStream::new(ask.app.live.0.subscribe())
        .map(|change| {
            Ok::<_, Infallible>(match change {
                Ok(change) => {
                    let number = change.number.map_or_else(|| "null".to_owned(), |n| n.to_string());
                    Event::default()
                        .event("change")
                        .data(format!("{{\"topic\":\"{}\",\"number\":{number}}}", change.topic))
                }
                // The page fell behind: it fetches everything it shows.
                Err(_) => Event::default().event("change").data("{\"topic\":\"all\",\"number\":null}"),
            })
        })
        .take_until(async move {
            let _ = closed.wait_for(|closed| *closed).await;
        });
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Ok(Sse::new(changes).keep_alive(alive).into_response())
}

/// Feeds the hub from the outbox: at once after a commit of this process, and every half second for
/// what other nodes and commands wrote.
pub async fn feed(app: App) {
    let mut changed = app.db.changed();
    let mut closed = app.live.1.subscribe();
    let mut cursor: Option<Cursor> = None;
    loop {
        tokio::select! {
            _ = changed.changed() => {}
            () = tokio::time::sleep(Duration::from_millis(500)) => {}
            _ = closed.wait_for(|closed| *closed) => return,
        }
        let from = cursor;
        let read = app.db.read(move |tx| match from {
            None => facts::last(tx).map(|last| (last, Vec::new())),
            Some(at) => {
                let kept = facts::after(tx, at, 500)?;
                let reached = kept.last().map_or(at, |fact| fact.cursor);
                Ok((reached, kept))
            }
        });
        match read.await {
            Ok((reached, kept)) => {
                cursor = Some(reached);
                for fact in kept {
                    let number = fact.data.get("number").and_then(serde_json::Value::as_i64);
                    app.live.tell(Change { topic: topic(&fact.name), number });
                }
            }
            Err(error) => {
                let error: db::DbError = error;
                tracing::warn!(%error, "live changes could not be read");
            }
        }
    }
}

/// `desk.ticket_resolved` is about the topic `desk.ticket`.
fn topic(fact: &str) -> String {
    fact.split('_').next().unwrap_or(fact).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_about_its_noun() {
        assert_eq!(topic("desk.ticket_resolved"), "desk.ticket");
        assert_eq!(topic("directory.person_edited"), "directory.person");
    }
}
