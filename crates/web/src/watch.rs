//! What is known of a request afterwards: a number to ask about it by, a line in the log without anything personal
//! in it (the route's template, never the address itself), counts for `/metrics`, and a limit to patience.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Refusal, RefusalKind};

use crate::answer::Failure;
use crate::app::App;

pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest wait for the first byte of an answer. A stream answers at once and then goes on.
const PATIENCE: Duration = Duration::from_secs(60);

/// Counts since start, by class of status. Read by `/metrics`.
#[derive(Debug, Default)]
pub struct Tally {
    classes: [AtomicU64; 5],
    micros: AtomicU64,
}

impl Tally {
    fn add(&self, status: u16, took: Duration) {
        let class = usize::from(status / 100).saturating_sub(1);
        if let Some(count) = self.classes.get(class) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// As Prometheus reads it.
    pub fn text(&self) -> String {
        let mut out = String::from("# TYPE enhet_http_requests_total counter\n");
        for (class, count) in self.classes.iter().enumerate() {
            let count = count.load(Ordering::Relaxed);
            out.push_str(&format!("enhet_http_requests_total{{class=\"{}xx\"}} {count}\n", class + 1));
        }
        let micros = self.micros.load(Ordering::Relaxed);
        let (seconds, rest) = (micros / 1_000_000, micros % 1_000_000);
        out.push_str("# TYPE enhet_http_seconds_total counter\n");
        out.push_str(&format!("enhet_http_seconds_total {seconds}.{rest:06}\n"));
        out
    }
}

/// Gives the request its number and notes how it went.
pub(crate) async fn note(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let number = HeaderValue::try_from(number()).unwrap_or(HeaderValue::from_static("0"));
    // A number that came from outside is not believed: it would end up in the log.
    request.headers_mut().insert(REQUEST_ID, number.clone());
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let began = Instant::now();
    let mut response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    app.tally.add(status, took);
    let request_id = number.to_str().unwrap_or_default();
    let millis = took.as_millis();
    // While start-up work goes on, `/readyz` says no as it should.
    let starting = status == 503 && app.starting().is_some();
    if status >= 500 && !starting {
        tracing::error!(%method, route, status, millis, request_id, "answered");
    } else {
        tracing::debug!(%method, route, status, millis, request_id, "answered");
    }
    response.headers_mut().insert(REQUEST_ID, number);
    response
}

/// Ten signs without vowels, so that it can be read out over the phone and spells nothing.
fn number() -> String {
    const SIGNS: &[u8; 32] = b"0123456789bcdfghjkmnpqrstvwxzBCD";
    let mut bytes = [0_u8; 10];
    if getrandom::fill(&mut bytes).is_err() {
        return "0".to_owned();
    }
    bytes.iter().map(|byte| char::from(SIGNS.get(usize::from(byte % 29)).copied().unwrap_or(b'0'))).collect()
}

/// Gives up on a handler that does not answer. Files come at the pace of the sender's line.
pub(crate) async fn patience(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/")) {
        return next.run(request).await;
    }
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure(Refusal::new(RefusalKind::Unavailable, "too-slow")).into_response(),
    }
}
