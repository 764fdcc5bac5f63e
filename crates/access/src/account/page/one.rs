use axum::extract::Path;
use kernel::{Id, Refusal, Role};
use maud::{Markup, html};
use web::answer::html;
use web::page::components::{Button, Pairs, Row, Table, backlink, empty};
use web::page::forms::{Choice, Fields};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Form};

use super::{role_choices, state};
use crate::Wiring;
use crate::account::{self, Account};
use crate::real_time::real_now;
use crate::room_page::{frame, stand};
use crate::session::{self, Session};
use crate::settings::page::{session_columns, session_row};
use crate::token::{self, Token};

/// Everything that the page shows of one account.
pub(super) struct Shown {
    pub(super) account: Account,
    pub(super) sessions: Vec<Session>,
    pub(super) tokens: Vec<Token>,
    pub(super) units: Vec<(Id, String)>,
}

pub(crate) async fn show(ask: Ask, Path(id): Path<String>, wiring: Wiring) -> Answer {
    let shown = fetch(&ask, account_id(&id)?, wiring).await?;
    html(page(&ask, &shown, &Form::default(), None))
}

pub(super) fn account_id(text: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| Refusal::not_found("access-account-unknown"))
}

pub(super) async fn fetch(ask: &Ask, id: Id, wiring: Wiring) -> Result<Shown, Refusal> {
    let (lang, real) = (ask.lang(), real_now());
    ask.read(move |tx, actor, now| {
        Ok(Shown {
            account: account::by_id(tx, id)?.ok_or(Refusal::not_found("access-account-unknown"))?,
            sessions: session::of_account(tx, actor, real, id)?,
            tokens: token::of_account(tx, actor, real, id)?,
            units: (wiring.units)(tx, lang, now)?,
        })
    })
    .await
}

pub(super) fn page(ask: &Ask, shown: &Shown, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let (w, account) = (ask.words(), &shown.account);
    let mut frame = frame(ask, account.label.clone(), refusal);
    frame.narrow = true;
    let csrf = frame.csrf.clone();
    let fields = Fields::new(w, form, refusal);
    let password = account.password_at.map(|at| w.when(at, real_now()));
    let facts = Pairs::new()
        .pair(w.t("access-mail"), &account.login)
        .pair(w.t("access-state"), state(w, account))
        .maybe(w.t("access-password-chosen"), password);
    let content = html! {
        (backlink(&w.t("access-accounts"), "/admin/roller"))
        (fields.summary())
        h1 class="h-xl" { (account.label) }
        (facts)
        (acts(ask, account, &csrf))
        @if !account.service { (roles_form(ask, shown, &fields, &csrf)) (name_form(ask, account, &fields, &csrf)) }
        (sessions(ask, shown, &csrf))
        (tokens(ask, shown, &csrf))
        p { a href={ "/admin/logg?account=" (account.login) } { (w.t("access-account-log")) } }
    };
    stand(ask, &frame, content)
}

fn acts(ask: &Ask, account: &Account, csrf: &str) -> Markup {
    let w = ask.words();
    let act = |what: &str, button: Button| {
        html! { form method="post" action={ "/admin/roller/" (account.id) "/" (what) } { (csrf_field(csrf)) (button) } }
    };
    html! {
        div class="acts formacts" {
            @if account.disabled { (act("oppning", Button::submit(w.t("access-account-open")))) }
            @else {
                @if !account.service { (act("lank", Button::submit(w.t("access-link-make")))) }
                (act("stangning", Button::submit(w.t("access-account-close")).danger()))
            }
        }
    }
}

fn roles_form(ask: &Ask, shown: &Shown, fields: &Fields<'_>, csrf: &str) -> Markup {
    let (w, account) = (ask.words(), &shown.account);
    let checks = account.grants.iter().fold(
        fields.checks("role", w.t("access-roles"), role_choices(w)).hint(w.t("access-roles-hint")),
        |checks, grant| checks.value(grant.role.code()),
    );
    let leads =
        account.grants.iter().find(|grant| grant.role == Role::DepartmentHead).and_then(|grant| grant.unit);
    let units = shown.units.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let select = fields
        .select("unit", w.t("access-unit"), units)
        .none(w.t("access-unit-none"))
        .hint(w.t("access-unit-hint"));
    let select = match leads {
        Some(unit) => select.value(unit.to_string()),
        None => select,
    };
    html! {
        form method="post" action={ "/admin/roller/" (account.id) "/roller" } {
            (csrf_field(csrf))
            (checks)
            (select)
            div class="formacts" { (Button::submit(w.t("access-roles-save")).primary()) }
        }
    }
}

fn name_form(ask: &Ask, account: &Account, fields: &Fields<'_>, csrf: &str) -> Markup {
    let w = ask.words();
    html! {
        section class="group" aria-labelledby="h-name" {
            h2 id="h-name" { (w.t("access-account-name")) }
            form method="post" action={ "/admin/roller/" (account.id) } novalidate {
                (csrf_field(csrf))
                (fields.text("label", w.t("access-label")).autocomplete("off").value(&account.label).max(120))
                (fields.text("login", w.t("access-mail")).kind("email").autocomplete("off").value(&account.login))
                div class="formacts" { (Button::submit(w.t("access-account-name-save"))) }
            }
        }
    }
}

fn sessions(ask: &Ask, shown: &Shown, csrf: &str) -> Markup {
    let w = ask.words();
    html! {
        section class="group" aria-labelledby="h-sessions" {
            h2 id="h-sessions" { (w.t("access-account-sessions")) }
            @if shown.sessions.is_empty() { (empty(&w.t("access-sessions-none"), "", None)) } @else {
                (session_columns(w).rows(shown.sessions.iter().map(|session| session_row(w, session))))
                form method="post" action={ "/admin/roller/" (shown.account.id) "/utloggning" } {
                    (csrf_field(csrf))
                    div class="formacts" { (Button::submit(w.t("access-sessions-end-all"))) }
                }
            }
        }
    }
}

fn tokens(ask: &Ask, shown: &Shown, csrf: &str) -> Markup {
    let (w, now) = (ask.words(), real_now());
    let used = |token: &Token| token.used_at.map_or_else(|| w.t("access-token-unused"), |at| w.when(at, now));
    let rows = shown.tokens.iter().map(|token| {
        let end = html! {
            form method="post" action={ "/admin/roller/" (shown.account.id) "/nycklar/" (token.id) "/slut" } {
                (csrf_field(csrf)) (Button::submit(w.t("access-token-end")).small())
            }
        };
        Row::new(&token.name)
            .cell(w.t(web::frame::role_key(token.role)))
            .cell(w.date(token.ends_at))
            .cell(used(token))
            .cell(end)
    });
    let table = Table::new(w.t("access-tokens"))
        .text(w.t("access-token-name"))
        .text(w.t("access-role"))
        .text(w.t("access-token-ends"))
        .text(w.t("access-session-used"))
        .text(w.t("access-session-act"));
    html! {
        @if !shown.tokens.is_empty() {
            section class="group" aria-labelledby="h-tokens" {
                h2 id="h-tokens" { (w.t("access-tokens")) }
                (table.rows(rows))
            }
        }
    }
}
