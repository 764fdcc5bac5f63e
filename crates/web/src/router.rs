//! All addresses of all slices behind one stack of layers. The order matters and reads from the outside in.

use std::any::Any;

use axum::Router;
use axum::http::header::HeaderMap;
use axum::http::{Extensions, StatusCode, Version, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::{Refusal, RefusalKind};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::answer::Failure;
use crate::app::App;
use crate::{assets, csrf, guard, headers, problem, watch};

/// The whole web side of the house, ready to serve.
pub fn router(app: App) -> Router {
    let mut routes = Router::new().route("/tillgangar/{file}", axum::routing::get(assets::serve));
    for route in app.slices.iter().flat_map(|slice| &slice.routes) {
        routes = route.mount(routes);
    }
    let state = app.clone();
    routes
        .fallback(|| async { Failure(Refusal::not_found("not-found")) })
        .method_not_allowed_fallback(|| async {
            Failure(Refusal::new(RefusalKind::Invalid, "method-not-allowed"))
        })
        // Added last is met first: read this list from its end.
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(watch::patience))
        .layer(from_fn_with_state(state.clone(), csrf::needs_token))
        .layer(csrf::layer(&app))
        .layer(from_fn_with_state(state.clone(), guard::identify))
        .layer(from_fn_with_state(state.clone(), problem::explain))
        .layer(compression())
        .layer(from_fn_with_state(state.clone(), headers::set))
        .layer(from_fn_with_state(state, watch::note))
        .with_state(app)
}

fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    tracing::error!(cause, "a handler panicked");
    Failure(Refusal::new(RefusalKind::Fault, "fault")).into_response()
}

/// Text is packed on its way out; files and what is packed already are not.
fn compression() -> CompressionLayer<impl tower_http::compression::predicate::Predicate> {
    CompressionLayer::new().quality(CompressionLevel::Precise(5)).compress_when(is_text)
}

fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // An event stream is sent line by line; packing would hold lines back.
    let stream = kind.starts_with("text/event-stream");
    !stream && (kind.starts_with("text/") || kind.starts_with("application/json") || kind.contains("+json"))
}
