//! The one place where a refusal is said: a page in the visitor's room and language, a part of a page for script, or
//! problem+json (RFC 9457) under `/api/`. Also what the layers below refuse with a bare status comes out here.

mod json;
mod page;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::{Actor, Channel, Lang, Refusal, RefusalKind};

pub use json::body as json_body;
pub use page::body as page_body;

use crate::answer::{self, status};
use crate::app::App;
use crate::ask::{Ask, Visitor};
use crate::form::{Form, is_local};
use crate::guard;
use crate::said::Said;

/// So long a form is kept beside the request, so that its text can be shown again when something fails.
const KEPT: usize = 256 * 1024;

/// Seconds after which it is worth trying again.
const RETRY: &str = "5";

pub(crate) async fn explain(State(app): State<App>, request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let back = referer(request.headers());
    let fallback = stranger(&app, &request);
    let (request, form) = kept(request).await;
    let mut response = next.run(request).await;
    let visitor = response.extensions_mut().remove::<Visitor>().unwrap_or(fallback);
    let Some(refusal) = refusal(&mut response) else {
        let page = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if visitor.said.is_some() && page && !visitor.fragment {
            Said::forget(&mut response);
        }
        return response;
    };
    let ask = Ask { app, visitor };
    let mut answer = if guard::is_api(&path) || is_probe(&path) {
        json::response(&ask, &refusal)
    } else if refusal.kind == RefusalKind::SignInNeeded
        && matches!(method, Method::GET | Method::HEAD)
        && !ask.visitor.fragment
    {
        sign_in_first(&ask)
    } else {
        let text = form.as_ref().map(page::written).unwrap_or_default();
        page::response(&ask, &refusal, &text, back.as_deref())
    };
    if matches!(refusal.kind, RefusalKind::Unavailable | RefusalKind::TooMany) {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY));
    }
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow);
    }
    answer
}

/// Machines ask here; they read JSON.
fn is_probe(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

/// What was refused: by a handler with a code, or by a layer or an extractor with a bare status.
fn refusal(response: &mut Response) -> Option<Refusal> {
    if let Some(refusal) = response.extensions_mut().remove::<Refusal>() {
        return Some(refusal);
    }
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let typed =
        response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !typed.is_empty() && !typed.starts_with("text/plain") {
        // A page or JSON of its own, as a form shown again with its errors.
        return None;
    }
    Some(match status {
        StatusCode::FORBIDDEN => Refusal::forbidden("csrf-failed"),
        StatusCode::NOT_FOUND => Refusal::not_found("not-found"),
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new(RefusalKind::TooLarge, "body-too-large"),
        StatusCode::TOO_MANY_REQUESTS => Refusal::new(RefusalKind::TooMany, "too-many-requests"),
        StatusCode::SERVICE_UNAVAILABLE => Refusal::new(RefusalKind::Unavailable, "too-slow"),
        _ if status.is_server_error() => Refusal::new(RefusalKind::Fault, "fault"),
        _ => Refusal::new(RefusalKind::Invalid, "request-unreadable"),
    })
}

/// To the sign-in page and then back to where the visitor was going.
fn sign_in_first(ask: &Ask) -> Response {
    let to = percent_encoding::utf8_percent_encode(&ask.visitor.path, percent_encoding::NON_ALPHANUMERIC);
    let to = if ask.visitor.path == "/" { "/logga-in".to_owned() } else { format!("/logga-in?till={to}") };
    answer::see_other(&to).unwrap_or_default()
}

/// The form that a page sent, beside the untouched request. Files are not held.
async fn kept(request: Request) -> (Request, Option<Form>) {
    if !is_short_form(request.headers()) {
        return (request, None);
    }
    let (parts, body) = request.into_parts();
    // A body that breaks off is refused by whoever reads it: it is empty then.
    let bytes: Bytes = axum::body::to_bytes(body, KEPT).await.unwrap_or_default();
    let form = std::str::from_utf8(&bytes).ok().and_then(|text| Form::parse(text).ok());
    (Request::from_parts(parts, Body::from(bytes)), form)
}

fn is_short_form(headers: &HeaderMap) -> bool {
    let of = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let is_form =
        of(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let length = of(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    is_form && length.is_some_and(|length| length <= KEPT)
}

/// Path of our own page that the request came from.
fn referer(headers: &HeaderMap) -> Option<String> {
    let (of, host) =
        (headers.get(header::REFERER)?.to_str().ok()?, headers.get(header::HOST)?.to_str().ok()?);
    let (_, rest) = of.split_once("://")?;
    let path = rest.strip_prefix(host)?;
    is_local(path).then(|| path.to_owned())
}

/// Nobody in particular, for what goes wrong before anyone is found.
fn stranger(app: &App, request: &Request) -> Visitor {
    let lang = guard::cookie(request.headers(), "lang").and_then(Lang::parse).unwrap_or_default();
    Visitor {
        actor: Actor::nobody(Channel::Page, lang),
        identity: None,
        credential: None,
        words: app.words(lang),
        now: app.clock.now(),
        path: "/".to_owned(),
        address: None,
        request_id: String::new(),
        said: None,
        fragment: false,
    }
}

/// What a refusal of this kind is called, as a heading.
pub(crate) fn title_key(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::Invalid => "web-problem-invalid",
        RefusalKind::SignInNeeded => "web-problem-sign-in",
        RefusalKind::Forbidden => "web-problem-forbidden",
        RefusalKind::NotFound => "web-problem-not-found",
        RefusalKind::Conflict => "web-problem-conflict",
        RefusalKind::Stale => "web-problem-stale",
        RefusalKind::TooLarge => "web-problem-too-large",
        RefusalKind::TooMany => "web-problem-too-many",
        RefusalKind::Unavailable => "web-problem-unavailable",
        RefusalKind::Fault => "web-problem-fault",
    }
}

/// The status of a refusal; a wrong method has one of its own.
pub(crate) fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.code {
        "method-not-allowed" => StatusCode::METHOD_NOT_ALLOWED,
        "if-match-needed" => StatusCode::PRECONDITION_REQUIRED,
        _ => status(refusal.kind),
    }
}
