use axum::extract::Path;
use axum::http::{HeaderMap, header};
use kernel::{Grant, Id, Refusal, RefusalKind, Role};
use maud::html;
use web::answer::{html, html_with, status};
use web::app::Credential;
use web::page::components::{Button, backlink};
use web::page::forms::Fields;
use web::{Answer, Ask, Form, Said};

use super::one::{account_id, fetch, page};
use crate::Wiring;
use crate::account::{self, Account};
use crate::real_time::real_now;
use crate::room_page::{frame, stand};
use crate::secret::Secret;
use crate::session::page::signed_in;
use crate::{cli, password, session, token};

/// The roles that are checked. A role that stays keeps the units it had; a head's unit is chosen beside.
pub(super) fn read_grants(form: &Form, before: &[Grant]) -> Vec<Grant> {
    let unit = form.id("unit");
    let mut grants = Vec::new();
    for role in form.all("role").into_iter().filter_map(Role::parse) {
        let kept: Vec<Grant> = before.iter().filter(|grant| grant.role == role).cloned().collect();
        match role {
            Role::DepartmentHead => grants.push(Grant { role, unit }),
            _ if kept.is_empty() => grants.push(Grant { role, unit: None }),
            _ => grants.extend(kept),
        }
    }
    grants
}

pub(crate) async fn save_roles(ask: Ask, Path(id): Path<String>, form: Form, wiring: Wiring) -> Answer {
    let id = account_id(&id)?;
    let own = match ask.visitor.credential {
        Some(Credential::Session(hash)) if ask.actor().account == Some(id) => Some((hash, Secret::new()?)),
        _ => None,
    };
    let rotation = own.as_ref().map(|(old, secret)| (*old, secret.hash()));
    let asked = form.clone();
    let saved = ask
        .write(move |tx, actor, now| {
            let before = account::by_id(tx, id)?.ok_or(Refusal::not_found("access-account-unknown"))?;
            let after = account::set_grants(tx, actor, now, id, &read_grants(&asked, &before.grants))?;
            if let Some((old, new)) = &rotation {
                session::rotate(tx, actor, old, new)?;
            }
            Ok::<_, Refusal>(after)
        })
        .await;
    match saved {
        Ok(_) => {
            ask.app.forget_identities();
            let next = Said::new("access-said-roles").see_other(&format!("/admin/roller/{id}"))?;
            Ok(match &own {
                Some((_, secret)) => signed_in(&ask.app, next, secret),
                None => next,
            })
        }
        Err(refusal) => again(&ask, id, &form, wiring, refusal).await,
    }
}

pub(crate) async fn save_name(ask: Ask, Path(id): Path<String>, form: Form, wiring: Wiring) -> Answer {
    let id = account_id(&id)?;
    let (login, label) = (form.text("login"), form.text("label"));
    match ask.write(move |tx, actor, now| account::edit(tx, actor, now, id, &login, &label)).await {
        Ok(_) => {
            ask.app.forget_identities();
            Said::new("access-said-name").see_other(&format!("/admin/roller/{id}"))
        }
        Err(refusal) => again(&ask, id, &form, wiring, refusal).await,
    }
}

/// The page again with what is to be mended and what was typed.
async fn again(ask: &Ask, id: Id, form: &Form, wiring: Wiring, refusal: Refusal) -> Answer {
    if !matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict) {
        return Err(refusal.into());
    }
    let shown = fetch(ask, id, wiring).await?;
    html_with(status(refusal.kind), page(ask, &shown, form, Some(&refusal)))
}

pub(crate) async fn make_link(ask: Ask, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let (id, secret, now) = (account_id(&id)?, Secret::new()?, real_now());
    let hash = secret.hash();
    let account = ask
        .write(move |tx, actor, _| {
            password::new_link(tx, actor, now, id, hash)?;
            account::by_id(tx, id)?.ok_or(Refusal::not_found("access-account-unknown"))
        })
        .await?;
    link_shown(&ask, &headers, &account, &secret)
}

/// Shows a link the only time that it can be shown.
pub(super) fn link_shown(ask: &Ask, headers: &HeaderMap, account: &Account, secret: &Secret) -> Answer {
    let w = ask.words();
    let mut frame = frame(ask, w.t("access-link"), None);
    frame.narrow = true;
    let blank = Form::default();
    let fields = Fields::new(w, &blank, None);
    let address = format!("{}{}", origin(ask, headers), cli::link_path(secret));
    let back = format!("/admin/roller/{}", account.id);
    let content = html! {
        (backlink(&account.label, &back))
        h1 class="h-xl" { (w.t("access-link")) }
        p class="lede" { (w.with("access-link-lede", &[("name", account.label.as_str().into())])) }
        (fields.text("link", w.t("access-link-address")).value(address).no_draft().hint(w.t("access-link-hint")))
        div class="formacts" { (Button::link(w.t("access-link-done"), back)) }
    };
    html(stand(ask, &frame, content))
}

/// The address that users write: as configured, else as this browser wrote it.
pub(crate) fn origin(ask: &Ask, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    match (&ask.app.options.public_url, host) {
        (Some(url), _) => url.trim_end_matches('/').to_owned(),
        (None, Some(host)) => format!("http://{host}"),
        (None, None) => String::new(),
    }
}

pub(crate) async fn disable(ask: Ask, Path(id): Path<String>) -> Answer {
    let id = account_id(&id)?;
    ask.write(move |tx, actor, now| account::disable(tx, actor, now, id)).await?;
    ask.app.forget_identities();
    Said::new("access-said-closed")
        .undo(format!("/admin/roller/{id}/oppning"))
        .see_other(&format!("/admin/roller/{id}"))
}

pub(crate) async fn enable(ask: Ask, Path(id): Path<String>) -> Answer {
    let id = account_id(&id)?;
    ask.write(move |tx, actor, now| account::enable(tx, actor, now, id)).await?;
    ask.app.forget_identities();
    Said::new("access-said-opened").see_other(&format!("/admin/roller/{id}"))
}

pub(crate) async fn end_sessions(ask: Ask, Path(id): Path<String>) -> Answer {
    let (id, now) = (account_id(&id)?, real_now());
    ask.write(move |tx, actor, _| session::end_all_of(tx, actor, now, id)).await?;
    ask.app.forget_identities();
    Said::new("access-said-others-ended").see_other(&format!("/admin/roller/{id}"))
}

pub(crate) async fn revoke_token(ask: Ask, Path((id, token)): Path<(String, String)>) -> Answer {
    let id = account_id(&id)?;
    let token: Id = token.parse().map_err(|_| Refusal::not_found("access-token-gone"))?;
    let now = real_now();
    ask.write(move |tx, actor, _| token::revoke(tx, actor, now, token)).await?;
    ask.app.forget_identities();
    Said::new("access-said-token-ended").see_other(&format!("/admin/roller/{id}"))
}
