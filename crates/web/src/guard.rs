//! Who comes in: the credential becomes an identity once per request, and each route checks its own permission.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Actor, Channel, Lang, Refusal, RefusalKind};
use sha2::{Digest, Sha256};

use crate::answer::Failure;
use crate::app::{App, Credential, Identity};
use crate::ask::Visitor;
use crate::route::Need;
use crate::said::Said;

/// The name of the session cookie: with `__Host-` where users come by https.
pub fn cookie_name(app: &App) -> &'static str {
    if app.options.secure() { "__Host-enhet" } else { "enhet" }
}

/// Hashes a secret as it is kept: the database never holds one that works.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Runs for every request: finds out who asks and in which language, and hands it on.
pub(crate) async fn identify(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let now = app.clock.now();
    let api = is_api(request.uri().path());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let credential = credential(&app, request.headers());
    let by_hand = is_by_hand(&request);
    // Sign-in lives in real time, also in a demo whose clock is moved.
    let found = match credential {
        Some(credential) => app.identity(credential, kernel::Clock::real().now(), by_hand).await,
        None => Ok(None),
    };
    let (identity, failed) = match found {
        Ok(identity) => (identity, None),
        Err(error) => (None, Some(Failure::from(error))),
    };
    let unknown_token = matches!(credential, Some(Credential::Token(_))) && identity.is_none();
    let visitor = visitor(&app, &request, identity, api, peer, now, credential);
    request.extensions_mut().insert(visitor.clone());
    let mut response = match failed {
        Some(failure) => failure.into_response(),
        None if unknown_token => {
            Failure(Refusal::new(RefusalKind::SignInNeeded, "token-unknown")).into_response()
        }
        None => next.run(request).await,
    };
    // For `problem`, which says a refusal in the visitor's own language.
    response.extensions_mut().insert(visitor);
    response
}

fn visitor(
    app: &App,
    request: &Request,
    identity: Option<Arc<Identity>>,
    api: bool,
    peer: Option<IpAddr>,
    now: kernel::Moment,
    credential: Option<Credential>,
) -> Visitor {
    let lang = language(request, identity.as_deref());
    let channel = if api { Channel::Api } else { Channel::Page };
    let actor = match &identity {
        Some(identity) => Actor { lang, channel, ..identity.actor.clone() },
        None => Actor::nobody(channel, lang),
    };
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    Visitor {
        actor,
        identity,
        credential,
        words: app.words(lang),
        now,
        path,
        address: client_address(app, request.headers(), peer),
        request_id: request
            .headers()
            .get("x-request-id")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned(),
        said: Said::read(request.headers()),
        fragment: request.headers().contains_key("x-enhet-part"),
    }
}

/// What an open page does by itself does not keep its session from growing idle.
fn is_by_hand(request: &Request) -> bool {
    let part = request.headers().get("x-enhet-part").and_then(|part| part.to_str().ok());
    !matches!(part, Some("live" | "presence")) && request.uri().path() != "/handelser"
}

/// A person's own choice, then this browser's (`lang` cookie), then what the browser asks for.
fn language(request: &Request, identity: Option<&Identity>) -> Lang {
    identity
        .and_then(|identity| identity.preferences.lang)
        .or_else(|| cookie(request.headers(), "lang").and_then(Lang::parse))
        .or_else(|| {
            let accepted = request.headers().get(header::ACCEPT_LANGUAGE)?;
            Lang::accepted(accepted.to_str().ok()?)
        })
        .unwrap_or_default()
}

fn credential(app: &App, headers: &HeaderMap) -> Option<Credential> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| Credential::Token(hash(token.trim())));
    bearer.or_else(|| cookie(headers, cookie_name(app)).map(|secret| Credential::Session(hash(secret))))
}

/// The value of a cookie, from any of the request's Cookie headers.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The visitor's address; the last hop that no trusted proxy named is believed.
fn client_address(app: &App, headers: &HeaderMap, peer: Option<IpAddr>) -> Option<IpAddr> {
    let peer = peer?;
    if !app.options.proxies.contains(&peer) {
        return Some(peer);
    }
    let hops: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|hop| hop.trim().parse().ok())
        .collect();
    hops.iter().rev().find(|hop| !app.options.proxies.contains(hop)).copied().or(Some(peer))
}

/// Stands before each handler with that route's need.
pub(crate) async fn permit(State(need): State<Need>, request: Request, next: Next) -> Response {
    let Some(visitor) = request.extensions().get::<Visitor>() else {
        return Failure::from(Refusal::new(RefusalKind::Fault, "fault")).into_response();
    };
    if need.is_met(&visitor.actor) {
        return next.run(request).await;
    }
    let refusal = if visitor.actor.is_nobody() {
        Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed")
    } else {
        Refusal::forbidden("no-permission")
    };
    if let Need::May(permission) = need {
        tracing::info!(permission = permission.code, request_id = %visitor.request_id, "denied");
    }
    Failure::from(refusal).into_response()
}

pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}
