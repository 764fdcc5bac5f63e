//! What a handler answers with. A refusal travels as it is to the one place that says it: `crate::problem`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use db::DbError;
use kernel::{Refusal, RefusalKind};
use maud::Markup;

/// The result of every handler.
pub type Answer = Result<Response, Failure>;

/// A refusal on its way to the visitor.
#[derive(Clone, Debug)]
pub struct Failure(pub Refusal);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind).into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

/// The one place where a kind becomes a status.
pub fn status(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::SignInNeeded => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::Stale => StatusCode::PRECONDITION_FAILED,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        RefusalKind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A page.
pub fn html(markup: Markup) -> Answer {
    Ok(markup.into_response())
}

/// A page with a status of its own, as a form that is shown again with its errors (422).
pub fn html_with(status: StatusCode, markup: Markup) -> Answer {
    Ok((status, markup).into_response())
}

/// On to another page after a form was taken (303, so that reloading does not send it again).
pub fn see_other(to: &str) -> Answer {
    let location = HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static("/"));
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}

/// A file to keep, never shown inside our pages: sandboxed and not sniffed.
pub fn download(name: &str, content_type: &str, body: impl Into<axum::body::Body>) -> Answer {
    let encoded = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    let ascii: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
    let value = |text: &str| HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("attachment"));
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::try_from(content_type).unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    Ok(response)
}
