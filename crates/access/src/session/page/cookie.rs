use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use kernel::{Id, Refusal};
use web::app::Credential;
use web::{App, Ask, guard};

use crate::secret::Secret;
use crate::session::{LONGEST, NewSession, device};

/// A session made at the door: the secret for the browser, the rest for the database.
pub(crate) struct Fresh {
    pub(crate) secret: Secret,
    pub(crate) session: NewSession,
}

/// A session for this browser, in place of the one that it has.
pub(crate) fn fresh(ask: &Ask, headers: &HeaderMap) -> Result<Fresh, Refusal> {
    let secret = Secret::new()?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let replaces = match ask.visitor.credential {
        Some(Credential::Session(hash)) => Some(hash),
        _ => None,
    };
    let session =
        NewSession { id: Id::new(), hash: secret.hash(), device: device::describe(agent), replaces };
    Ok(Fresh { secret, session })
}

/// Hands the secret to the browser: no script reads it, no other site sends it.
pub(crate) fn signed_in(app: &App, mut response: Response, secret: &Secret) -> Response {
    let age = LONGEST / kernel::Moment::SECOND;
    set(app, &mut response, &format!("{}; Max-Age={age}", secret.reveal()));
    // Whoever was believed to be nobody a moment ago is somebody now.
    app.forget_identities();
    response
}

pub(crate) fn signed_out(app: &App, mut response: Response) -> Response {
    set(app, &mut response, "; Max-Age=0");
    app.forget_identities();
    response
}

fn set(app: &App, response: &mut Response, value: &str) {
    let secure = if app.options.secure() { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}", guard::cookie_name(app));
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
