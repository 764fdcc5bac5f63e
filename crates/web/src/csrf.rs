//! Nobody else's page may act in a visitor's name. Works without script, in two steps:
//!
//! 1. The browser says where a form was sent from (`Sec-Fetch-Site`, or `Origin`); from elsewhere is refused. All
//!    browsers since 2020 say it, and it covers files and JSON as well as forms ([`layer`]).
//! 2. A client that says neither but brings a session cookie must show the token that our forms carry: field `csrf`,
//!    or header `x-csrf-token` ([`needs_token`]). The token follows from the session, so nothing is stored.
//!
//! Requests with an API token are not asked: no browser sends one by itself. Cookies are `SameSite=Lax` besides.

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::{StreamExt, stream};
use kernel::Refusal;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tower_http::csrf::CsrfLayer;

use crate::answer::Failure;
use crate::app::{App, Credential};
use crate::ask::Visitor;
use crate::form::Form;

/// The field stands first in our forms, so it is found in the beginning of any body.
const LOOKED_THROUGH: usize = 64 * 1024;

pub(crate) fn layer(app: &App) -> CsrfLayer {
    let layer = CsrfLayer::new();
    match app.options.public_url.as_deref().map(origin) {
        // A proxy may have written another host than the one that visitors see.
        Some(origin) => layer.clone().add_trusted_origin(origin).unwrap_or(layer),
        None => layer,
    }
}

/// `https://enhet.example.se/` → `https://enhet.example.se`
fn origin(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    format!("{scheme}://{}", rest.split('/').next().unwrap_or_default()).to_lowercase()
}

/// The token for the forms of this visitor; empty when nobody is signed in. Different each time it is written,
/// so that packed pages give nothing away about it.
pub fn token(visitor: &Visitor) -> String {
    let Some(Credential::Session(session)) = visitor.credential else { return String::new() };
    let mut mask = [0_u8; 32];
    if getrandom::fill(&mut mask).is_err() {
        return String::new();
    }
    let mut out = mask.to_vec();
    out.extend(mask.iter().zip(secret(&session)).map(|(mask, byte)| mask ^ byte));
    URL_SAFE_NO_PAD.encode(out)
}

fn secret(session: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"enhet csrf");
    hash.update(session);
    hash.finalize().into()
}

fn fits(session: &[u8; 32], token: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(token.trim()) else { return false };
    let Some((mask, masked)) = bytes.split_at_checked(32) else { return false };
    let plain: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
    masked.len() == 32 && bool::from(plain.ct_eq(&secret(session)))
}

pub(crate) async fn needs_token(State(_): State<App>, request: Request, next: Next) -> Response {
    let session = match request.extensions().get::<Visitor>().and_then(|visitor| visitor.credential) {
        Some(Credential::Session(session)) => session,
        _ => return next.run(request).await,
    };
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let headers = request.headers();
    let told = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    let shown = headers
        .get("x-csrf-token")
        .and_then(|value| value.to_str().ok())
        .is_some_and(|token| fits(&session, token));
    if safe || told || shown {
        return next.run(request).await;
    }
    let (request, beginning) = begun(request).await;
    if carried(&request, &beginning).is_some_and(|token| fits(&session, &token)) {
        return next.run(request).await;
    }
    Failure(Refusal::forbidden("csrf-failed")).into_response()
}

/// The request as it was, and the beginning of its body.
async fn begun(request: Request) -> (Request, Bytes) {
    let (parts, body) = request.into_parts();
    let mut rest = body.into_data_stream();
    let (mut read, mut chunks) = (Vec::new(), Vec::new());
    while read.len() < LOOKED_THROUGH {
        let Some(chunk) = rest.next().await else { break };
        let failed = chunk.is_err();
        if let Ok(bytes) = &chunk {
            read.extend_from_slice(bytes);
        }
        chunks.push(chunk);
        if failed {
            break;
        }
    }
    let body = Body::from_stream(stream::iter(chunks).chain(rest));
    (Request::from_parts(parts, body), Bytes::from(read))
}

fn carried(request: &Request, beginning: &[u8]) -> Option<String> {
    let kind = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    let text = String::from_utf8_lossy(beginning);
    if kind.starts_with("application/x-www-form-urlencoded") {
        return Form::parse(&text).ok()?.maybe("csrf");
    }
    let (_, after) = text.split_once("name=\"csrf\"\r\n\r\n")?;
    after.split("\r\n").next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visitor_token(session: [u8; 32]) -> String {
        let mask = [7_u8; 32];
        let mut out = mask.to_vec();
        out.extend(mask.iter().zip(secret(&session)).map(|(mask, byte)| mask ^ byte));
        URL_SAFE_NO_PAD.encode(out)
    }

    #[test]
    fn a_token_fits_its_own_session_only() {
        let token = visitor_token([1; 32]);
        assert!(fits(&[1; 32], &token));
        assert!(!fits(&[2; 32], &token));
        assert!(!fits(&[1; 32], ""));
        assert!(!fits(&[1; 32], &token[..40]));
    }

    #[test]
    fn an_origin_is_written_as_browsers_do() {
        assert_eq!(origin("https://Enhet.ljusvik.se/start"), "https://enhet.ljusvik.se");
        assert_eq!(origin("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
    }
}
