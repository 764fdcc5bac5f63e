use axum::http::HeaderMap;
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, see_other, status};
use web::app::Credential;
use web::page::components::Button;
use web::page::forms::Fields;
use web::page::layout::{csrf_field, front_door};
use web::page::{Frame, Icon, icon};
use web::{Answer, Ask, Form};

use super::{fresh, signed_in, signed_out};
use crate::real_time::real_now;
use crate::session::{self, Ended, SignIn, return_path};
use crate::start;

pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    if ask.visitor.identity.is_some() {
        return see_other(return_path::local(query.raw("till")).unwrap_or(return_path::START));
    }
    let ended = why_ended(&ask).await?;
    let empty_house = ask.app.db.read(start::needed).await?;
    let frame = ask.frame(ask.words().t("access-sign-in-title"));
    html(page(&ask, &frame, &query, Shown { ended, empty_house, refusal: None }))
}

async fn why_ended(ask: &Ask) -> Result<Option<Ended>, Refusal> {
    let Some(Credential::Session(hash)) = ask.visitor.credential else { return Ok(None) };
    Ok(ask.app.db.read(move |tx| session::why_ended(tx, real_now(), &hash)).await?)
}

pub(crate) async fn submit(ask: Ask, headers: HeaderMap, form: Form) -> Answer {
    let fresh = fresh(&ask, &headers)?;
    let input = SignIn {
        login: form.text("login"),
        password: form.raw("password").to_owned(),
        address: ask.visitor.address,
        session: fresh.session,
        lang: ask.lang(),
    };
    match session::sign_in(&ask.app.db, real_now(), input).await {
        Ok(_) => {
            let to = return_path::local(form.raw("till")).unwrap_or(return_path::START);
            Ok(signed_in(&ask.app, see_other(to)?, &fresh.secret))
        }
        Err(refusal) if is_for_the_form(&refusal) => {
            let mut frame = ask.frame(ask.words().t("access-sign-in-title"));
            frame.errors = true;
            html_with(
                status(refusal.kind),
                page(&ask, &frame, &form, Shown { refusal: Some(&refusal), ..Shown::default() }),
            )
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// What the person can mend here; a database that does not answer is said by the page for that.
fn is_for_the_form(refusal: &Refusal) -> bool {
    matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::TooMany | RefusalKind::Forbidden)
}

/// What the door tells besides the form.
#[derive(Clone, Copy, Default)]
struct Shown<'a> {
    ended: Option<Ended>,
    /// Nobody administers the house: the way in is the link that `serve` printed.
    empty_house: bool,
    refusal: Option<&'a Refusal>,
}

fn page(ask: &Ask, frame: &Frame, form: &Form, shown: Shown<'_>) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, form, shown.refusal);
    let lede = if shown.empty_house { "access-sign-in-empty-house" } else { "access-sign-in-lede" };
    front_door(
        frame,
        html! {
            @if let Some(ended) = shown.ended { (kept(w, ended)) }
            div class="panel" {
                (fields.summary())
                h1 { (w.t("access-sign-in-title")) }
                p { (w.t(lede)) }
                form method="post" action="/logga-in" novalidate {
                    (csrf_field(&frame.csrf))
                    input type="hidden" name="till" value=(form.raw("till"));
                    (fields.text("login", w.t("access-mail")).kind("email").autocomplete("username").no_draft())
                    (fields.text("password", w.t("access-password")).kind("password").autocomplete("current-password"))
                    (Button::submit(w.t("access-sign-in")).primary().full())
                }
                p class="small" { (w.t("access-forgotten")) }
            }
            @if let Some(help) = &frame.help {
                div class="under" { p { b { (w.t("access-no-way-in")) } " " (call(w, &help.phone)) " " (help.hours) } }
            }
        },
    )
}

fn call(w: Words, phone: &str) -> Markup {
    let dial: String = phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    html! { (w.t("access-call")) " " a href={ "tel:" (dial) } { (phone) } "." }
}

/// Signed out while away: nothing that was written is lost.
fn kept(w: Words, ended: Ended) -> Markup {
    let why = match ended {
        Ended::Idle => "access-ended-idle",
        Ended::Week => "access-ended-week",
        Ended::Closed => "access-ended-closed",
    };
    html! {
        div class="kept" role="status" {
            (icon(Icon::Info))
            span { b { (w.t(why)) } span data-draft-kept hidden { " " (w.t("access-draft-kept")) } }
        }
    }
}

pub(crate) async fn sign_out(ask: Ask) -> Answer {
    if let Some(Credential::Session(hash)) = ask.visitor.credential {
        let now = real_now();
        ask.write(move |tx, actor, _| session::sign_out(tx, actor, now, &hash)).await?;
    }
    Ok(signed_out(&ask.app, see_other("/logga-in")?))
}
