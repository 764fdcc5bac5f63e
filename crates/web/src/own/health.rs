use axum::response::IntoResponse;
use db::migrate;
use kernel::{Refusal, RefusalKind};
use serde_json::json;

use crate::answer::Answer;
use crate::ask::Ask;

/// Requests are answered.
pub(super) async fn alive(ask: Ask) -> Answer {
    Ok(axum::Json(json!({"status": "ok", "version": ask.app.options.version})).into_response())
}

/// The database answers, its tables are those of this version, and start-up work is done. Else 503, and why.
pub(super) async fn ready(ask: Ask) -> Answer {
    let pending = ask.app.db.read(migrate::pending).await?;
    if !pending.is_empty() {
        return Err(Refusal::new(RefusalKind::Unavailable, "migration-pending")
            .with("count", pending.len())
            .into());
    }
    if let Some(starting) = ask.app.starting() {
        let refusal = Refusal::new(RefusalKind::Unavailable, starting.code);
        return Err(refusal.with("done", starting.done).with("of", starting.of).into());
    }
    Ok(axum::Json(json!({"status": "ready", "version": ask.app.options.version})).into_response())
}
