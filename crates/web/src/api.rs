//! What the REST faces share: JSON in with clear faults, versions as ETags, pages as keysets.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Page, PageSize, Refusal, RefusalKind};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::answer::{Answer, Failure};
use crate::app::App;
use crate::form::Form;

/// A JSON body read into `T`. An unknown member, a wrong type or broken JSON is refused with its place.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let typed = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !typed.is_some_and(|typed| typed.starts_with("application/json") || typed.contains("+json")) {
            return Err(Refusal::new(RefusalKind::Invalid, "json-expected").into());
        }
        let body = Bytes::from_request(request, app)
            .await
            .map_err(|_| Refusal::new(RefusalKind::TooLarge, "body-too-large"))?;
        let value = serde_json::from_slice(&body).map_err(|error| {
            Refusal::new(RefusalKind::Invalid, "json-unreadable")
                .with("line", error.line())
                .with("column", error.column())
                .with("detail", error.to_string())
        })?;
        Ok(Self(value))
    }
}

/// 200 with JSON.
pub fn ok(body: &impl Serialize) -> Answer {
    Ok(axum::Json(body).into_response())
}

/// 200 with JSON and its version as `ETag`.
pub fn ok_versioned(body: &impl Serialize, version: i64) -> Answer {
    Ok((StatusCode::OK, etag(version), axum::Json(body)).into_response())
}

/// 201 with JSON, its version and where it now is.
pub fn created(body: &impl Serialize, location: &str, version: i64) -> Answer {
    let place = HeaderValue::try_from(location).unwrap_or(HeaderValue::from_static("/api/v1"));
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], etag(version), axum::Json(body)).into_response())
}

/// 204.
pub fn no_content() -> Answer {
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A keyset page: `{"items": […], "next": "…" | null}`.
pub fn page<T: Serialize>(page: &Page<T>) -> Answer {
    ok(page)
}

fn etag(version: i64) -> [(header::HeaderName, HeaderValue); 1] {
    let value = HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""));
    [(header::ETAG, value)]
}

/// The version in `If-Match`. A change without one is refused (428), so that nobody overwrites unseen.
pub fn if_match(headers: &HeaderMap) -> Result<i64, Refusal> {
    headers
        .get(header::IF_MATCH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.trim().trim_start_matches("W/").trim_matches('"').parse().ok())
        .ok_or(Refusal::new(RefusalKind::Invalid, "if-match-needed"))
}

/// `limit` (1–200, 50 when not said) from a query.
pub fn limit(query: &Form) -> Result<PageSize, Refusal> {
    match query.maybe("limit") {
        None => Ok(PageSize::DEFAULT),
        Some(text) => text
            .parse()
            .ok()
            .and_then(PageSize::new)
            .ok_or_else(|| Refusal::invalid("limit", "limit-out-of-range").with("max", PageSize::MAX)),
    }
}

/// A response body that is already JSON.
pub fn raw(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}
