use kernel::{Page, PageSize, Role};
use maud::{Markup, html};
use web::answer::html;
use web::frame::role_key;
use web::page::components::{Button, Pager, Row, Table, empty, title_row};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, csv_answer};

use super::{roles, state};
use crate::Wiring;
use crate::account::Account;
use crate::account::list::{self, Question, State};
use crate::room_page::{frame, stand};

pub(crate) async fn show(ask: Ask, query: Form, wiring: Wiring) -> Answer {
    let (question, lang) = (question(&query, PageSize::DEFAULT), ask.lang());
    let (found, units) = ask
        .read(move |tx, actor, now| {
            Ok::<_, kernel::Refusal>((list::list(tx, actor, &question)?, (wiring.units)(tx, lang, now)?))
        })
        .await?;
    html(page(&ask, &query, &found, &units))
}

fn question(query: &Form, size: PageSize) -> Question {
    Question {
        text: query.text("q"),
        role: Role::parse(query.raw("role")),
        state: State::parse(query.raw("state")).unwrap_or_default(),
        after: query.id("after"),
        size,
    }
}

/// All of the list that is shown, page by page, so that no one read is long.
pub(crate) async fn export(ask: Ask, query: Form, wiring: Wiring) -> Answer {
    let (w, lang) = (ask.words(), ask.lang());
    let units = ask.read(move |tx, _, now| (wiring.units)(tx, lang, now)).await?;
    let mut question = question(&query, PageSize::LARGEST);
    let mut rows =
        vec![vec![w.t("access-label"), w.t("access-mail"), w.t("access-roles"), w.t("access-state")]];
    loop {
        let asked = question.clone();
        let page = ask.report(move |tx, actor, _| list::list(tx, actor, &asked)).await?;
        rows.extend(page.items.iter().map(|account| {
            let state = if account.disabled { "disabled" } else { "open" };
            vec![
                account.label.clone(),
                account.login.clone(),
                roles(w, &account.grants, &units),
                state.to_owned(),
            ]
        }));
        question.after = match page.next.and_then(|next| next.parse().ok()) {
            Some(next) => Some(next),
            None => break,
        };
    }
    csv_answer(&w.t("access-accounts-file"), rows)
}

fn page(ask: &Ask, query: &Form, found: &Page<Account>, units: &[(kernel::Id, String)]) -> Markup {
    let w = ask.words();
    let frame = frame(ask, w.t("access-accounts"), None);
    let add = Button::link(w.t("access-account-add"), "/admin/roller/ny").primary();
    let rows = found.items.iter().map(|account| {
        Row::new(html! { a href={ "/admin/roller/" (account.id) } { (account.label) } })
            .cell(&account.login)
            .cell(roles(w, &account.grants, units))
            .cell(state(w, account))
    });
    let table = Table::new(w.t("access-accounts"))
        .text(w.t("access-label"))
        .text(w.t("access-mail"))
        .text(w.t("access-roles"))
        .text(w.t("access-state"))
        .rows(rows);
    let content = html! {
        (title_row(&html! { h1 class="h-xl" { (w.t("access-accounts")) } }, &html! { (add) }))
        p class="lede" { (w.t("access-accounts-lede")) }
        (filters(ask, query))
        @if found.items.is_empty() { (empty(&w.t("access-accounts-empty"), &w.t("access-accounts-empty-hint"), None)) }
        @else {
            section class="group" {
                (table)
                (Pager::new(w, "", "/admin/roller", query, found.next.as_deref()))
            }
        }
    };
    stand(ask, &frame, content)
}

fn filters(ask: &Ask, query: &Form) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, query, None);
    let by_role = Role::ALL.into_iter().map(|role| Choice::new(role.code(), w.t(role_key(role)))).collect();
    let by_state = vec![
        Choice::new(State::Open.code(), w.t("access-show-open")),
        Choice::new(State::Waiting.code(), w.t("access-state-waiting")),
        Choice::new(State::Disabled.code(), w.t("access-show-closed")),
        Choice::new(State::Service.code(), w.t("access-show-service")),
    ];
    html! {
        form method="get" action="/admin/roller" role="search" {
            div class="fields" {
                (fields.text("q", w.t("access-search")).kind("search"))
                (fields.select("role", w.t("access-role"), by_role).none(w.t("access-role-any")))
                (fields.select("state", w.t("access-state"), by_state))
            }
            div class="formacts" {
                (Button::submit(w.t("access-search-do")))
                (Button::submit(w.t("access-export")).post_to("/admin/roller.csv").quiet())
            }
        }
    }
}
