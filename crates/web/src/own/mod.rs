//! The addresses that belong to no business word.
//!
//! - [`start`]: `/` leads to where the visitor works · [`language`]: the other language
//! - [`search`]: `/sok` and the palette · [`accessibility`]: the statement that every foot links to
//! - [`health`]: for those who watch the server · the OpenAPI document · [`sheet`]: all components, in a demo

mod accessibility;
mod health;
mod language;
mod search;
mod sheet;
mod start;

use axum::response::IntoResponse;

use crate::answer::Answer;
use crate::ask::Ask;
use crate::route::{OPEN, SIGNED_IN, Slice, get};
use crate::{TEXTS, live, openapi};

/// Web's own routes and texts, listed by the app like any slice.
pub fn slice() -> Slice {
    Slice {
        name: "web",
        texts: Some(TEXTS),
        routes: vec![
            get("/", OPEN, start::show),
            get("/sprak/{lang}", OPEN, language::choose),
            get("/tillganglighet", OPEN, accessibility::show),
            get("/sok", SIGNED_IN, search::show),
            get("/handelser", SIGNED_IN, live::stream),
            get("/healthz", OPEN, health::alive),
            get("/readyz", OPEN, health::ready),
            get("/api/v1/openapi.json", OPEN, document),
            get("/robots.txt", OPEN, robots),
            get("/admin/sheet", OPEN, sheet::show),
        ],
        ..Slice::default()
    }
}

async fn document(ask: Ask) -> Answer {
    Ok(axum::Json(openapi::document(&ask.app.slices, ask.app.options.version)).into_response())
}

/// Nothing here is for search engines.
async fn robots() -> Answer {
    Ok("User-agent: *\nDisallow: /\n".into_response())
}
