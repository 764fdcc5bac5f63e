use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use kernel::{Lang, Refusal};

use crate::answer::{Answer, see_other};
use crate::ask::Ask;
use crate::form::{Form, is_local};

/// A year.
const KEPT: &str = "31536000";

/// The same page in another language. This browser remembers it; so does the account, when the page that asked is ours.
pub(super) async fn choose(ask: Ask, Path(lang): Path<String>, headers: HeaderMap, query: Form) -> Answer {
    let lang = Lang::parse(&lang).ok_or(Refusal::not_found("not-found"))?;
    let ours = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin");
    if ours && ask.visitor.identity.is_some() {
        let identify = ask.app.identify.share();
        ask.write(move |tx, actor, now| identify.choose_language(tx, actor, now, lang)).await?;
        ask.app.forget_identities();
    }
    let to = query.maybe("till").filter(|to| is_local(to)).unwrap_or_else(|| "/".to_owned());
    let mut answer = see_other(&to)?;
    let secure = if ask.app.options.secure() { "; Secure" } else { "" };
    let cookie = format!("lang={}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Lax{secure}", lang.code());
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}
