//! `/losenord/{secret}`: choose a password by a one-time link. Looking at the page does not use the link up.

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use web::answer::{html, html_with, see_other, status};
use web::page::Frame;
use web::page::components::Button;
use web::page::forms::Fields;
use web::page::layout::{csrf_field, front_door};
use web::{Answer, Ask, Form};

use super::{LinkFor, SetByLink, link_is_for, set_by_link};
use crate::real_time::real_now;
use crate::secret;
use crate::session::page::{fresh, signed_in};
use crate::session::return_path;

pub(crate) async fn show(ask: Ask, Path(link): Path<String>) -> Answer {
    let found = look(&ask, &link).await?;
    let frame = ask.frame(ask.words().t("access-choose-password"));
    html(page(&ask, &frame, &link, &found, &Form::default(), None))
}

async fn look(ask: &Ask, link: &str) -> Result<LinkFor, Refusal> {
    let hash = secret::hash(link);
    ask.app.db.read(move |tx| link_is_for(tx, real_now(), &hash)).await
}

pub(crate) async fn submit(ask: Ask, Path(link): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    let fresh = fresh(&ask, &headers)?;
    let input = SetByLink {
        link: secret::hash(&link),
        password: form.raw("password").to_owned(),
        organisation: ask.app.site().organisation.clone(),
        session: fresh.session,
        lang: ask.lang(),
    };
    match set_by_link(&ask.app.db, real_now(), input).await {
        Ok(_) => Ok(signed_in(&ask.app, see_other(return_path::START)?, &fresh.secret)),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let found = look(&ask, &link).await?;
            let frame = Frame { errors: true, ..ask.frame(ask.words().t("access-choose-password")) };
            html_with(status(refusal.kind), page(&ask, &frame, &link, &found, &form, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(
    ask: &Ask,
    frame: &Frame,
    link: &str,
    found: &LinkFor,
    form: &Form,
    refusal: Option<&Refusal>,
) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, form, refusal);
    let login = found.account.login.as_str();
    front_door(
        frame,
        html! {
            div class="panel" {
                (fields.summary())
                h1 { (w.t("access-choose-password")) }
                p { (w.with("access-choose-password-for", &[("login", login.into())])) }
                form method="post" action={ "/losenord/" (link) } novalidate {
                    (csrf_field(&frame.csrf))
                    // For the browser's own password store: it then knows which account this is.
                    input type="hidden" name="username" value=(login) autocomplete="username";
                    (fields.text("password", w.t("access-password-new")).kind("password").autocomplete("new-password").hint(w.t("access-password-hint")))
                    (Button::submit(w.t("access-choose-password-do")).primary().full())
                }
                p class="small" { (w.with("access-link-until", &[("when", w.when(found.ends_at, real_now()).into())])) }
            }
        },
    )
}
