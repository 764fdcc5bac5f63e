//! What every answer carries. A handler that says otherwise (a download with its own policy) is believed.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

/// Everything from ourselves, nothing inline, nothing framed: what an attacker gets into a page stays text.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                          font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What only a document heeds. A first page brings five assets with it, and each byte of theirs counts.
const NOT_ON_ASSETS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Two years, for this name alone: what else the municipality has under it is not ours to say.
const ONLY_HTTPS: &str = "max-age=63072000";

/// Nothing personal stays in a cache. Text typed into a form survives the way back all the same:
/// drafts are kept by script, and a refused form comes back filled in.
const NOT_KEPT: &str = "no-store";

pub(crate) async fn set(State(app): State<App>, request: Request, next: Next) -> Response {
    let asset = request.uri().path().starts_with(crate::assets::PREFIX);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    for (name, value) in ALWAYS {
        put(name, value);
    }
    if !asset {
        for (name, value) in NOT_ON_ASSETS {
            put(name, value);
        }
    }
    put(header::CACHE_CONTROL, NOT_KEPT);
    if app.options.secure() {
        put(header::STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    response
}
