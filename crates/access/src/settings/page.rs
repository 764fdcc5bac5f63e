//! `/installningar`: how somebody wants it, where they are signed in, their password.

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Id, Lang, Moment, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, status};
use web::app::{Density, Preferences, Theme};
use web::page::components::{Button, Row, Table};
use web::page::forms::{Choice, Fields};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Form, Said};

use crate::password::{self, Change};
use crate::real_time::real_now;
use crate::room_page::{frame, stand};
use crate::session::page::{fresh, signed_in};
use crate::session::{self, Session};
use crate::settings;

pub(crate) async fn show(ask: Ask) -> Answer {
    let sessions = own_sessions(&ask).await?;
    html(page(&ask, &sessions, &Form::default(), None))
}

async fn own_sessions(ask: &Ask) -> Result<Vec<Session>, Refusal> {
    let Some(account) = ask.actor().account else { return Ok(Vec::new()) };
    let now = real_now();
    ask.read(move |tx, actor, _| session::of_account(tx, actor, now, account)).await
}

pub(crate) async fn choose(ask: Ask, form: Form) -> Answer {
    let preferences = Preferences {
        lang: Lang::parse(form.raw("lang")),
        theme: match form.raw("theme") {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        },
        density: match form.raw("density") {
            "tight" => Density::Tight,
            "airy" => Density::Airy,
            _ => Density::Normal,
        },
        shortcuts: form.has("shortcuts"),
    };
    ask.write(move |tx, actor, _| settings::choose(tx, actor, &preferences)).await?;
    ask.app.forget_identities();
    Said::new("access-said-settings").see_other("/installningar")
}

pub(crate) async fn change_password(ask: Ask, headers: HeaderMap, form: Form) -> Answer {
    let fresh = fresh(&ask, &headers)?;
    let input = Change {
        old: form.raw("old-password").to_owned(),
        new: form.raw("new-password").to_owned(),
        organisation: ask.app.site().organisation.clone(),
        session: fresh.session,
    };
    match password::change(&ask.app.db, ask.actor(), real_now(), input).await {
        Ok(()) => {
            let next = Said::new("access-said-password").see_other("/installningar")?;
            Ok(signed_in(&ask.app, next, &fresh.secret))
        }
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::TooMany) => {
            let sessions = own_sessions(&ask).await?;
            html_with(status(refusal.kind), page(&ask, &sessions, &form, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(crate) async fn end_session(ask: Ask, Path(id): Path<String>) -> Answer {
    let id: Id = id.parse().map_err(|_| Refusal::not_found("access-session-unknown"))?;
    let now = real_now();
    ask.write(move |tx, actor, _| session::end(tx, actor, now, id)).await?;
    ask.app.forget_identities();
    Said::new("access-said-session-ended").see_other("/installningar")
}

pub(crate) async fn end_others(ask: Ask) -> Answer {
    let (now, keep) = (real_now(), ask.visitor.identity.as_ref().and_then(|identity| identity.session));
    ask.write(move |tx, actor, _| session::end_others(tx, actor, now, keep)).await?;
    ask.app.forget_identities();
    Said::new("access-said-others-ended").see_other("/installningar")
}

fn page(ask: &Ask, sessions: &[Session], form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let mut frame = frame(ask, w.t("access-settings"), refusal);
    frame.narrow = true;
    let fields = Fields::new(w, form, refusal);
    let content = html! {
        (fields.summary())
        h1 class="h-xl" { (w.t("access-settings")) }
        (look(w, &ask.preferences(), &frame.csrf))
        (more(ask))
        section class="group" aria-labelledby="h-sessions" {
            h2 id="h-sessions" { (w.t("access-sessions")) }
            p { (w.t("access-sessions-lede")) }
            (session_table(ask, sessions, &frame.csrf))
        }
        section class="group" aria-labelledby="h-password" {
            h2 id="h-password" { (w.t("access-password-change")) }
            form method="post" action="/installningar/losenord" novalidate {
                (csrf_field(&frame.csrf))
                (fields.text("old-password", w.t("access-password-old")).kind("password").autocomplete("current-password"))
                (fields.text("new-password", w.t("access-password-new")).kind("password").autocomplete("new-password").hint(w.t("access-password-hint")))
                div class="formacts" { (Button::submit(w.t("access-password-change-do"))) }
            }
        }
    };
    stand(ask, &frame, content)
}

/// What other slices let people choose.
fn more(ask: &Ask) -> Markup {
    let pages: Vec<_> = ask.app.slices.iter().flat_map(|slice| &slice.settings).collect();
    html! {
        @if !pages.is_empty() {
            ul class="group" { @for (label, href) in pages { li { a href=(href) { (ask.words().t(label)) } } } }
        }
    }
}

fn look(w: Words, chosen: &Preferences, csrf: &str) -> Markup {
    let blank = Form::default();
    let fields = Fields::new(w, &blank, None);
    let lang = chosen.lang.unwrap_or(w.lang());
    // Each language is called by its own name.
    let languages =
        Lang::ALL.map(|lang| Choice::new(lang.code(), w.in_lang(lang).t("access-language-own-name")));
    let themes =
        [("auto", "access-theme-auto"), ("light", "access-theme-light"), ("dark", "access-theme-dark")];
    let theme = match chosen.theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let densities = [
        ("tight", "access-density-tight"),
        ("normal", "access-density-normal"),
        ("airy", "access-density-airy"),
    ];
    let density = match chosen.density {
        Density::Tight => "tight",
        Density::Normal => "normal",
        Density::Airy => "airy",
    };
    let said = |choices: &[(&'static str, &'static str)]| {
        choices.iter().map(|(value, key)| Choice::new(*value, w.t(key))).collect::<Vec<_>>()
    };
    html! {
        form method="post" action="/installningar" {
            (csrf_field(csrf))
            (fields.radios("lang", w.t("access-language"), languages.to_vec()).value(lang.code()).plain())
            (fields.radios("theme", w.t("access-theme"), said(&themes)).value(theme).plain())
            (fields.radios("density", w.t("access-density"), said(&densities)).value(density).plain())
            (fields.check("shortcuts", w.t("access-shortcuts")).hint(w.t("access-shortcuts-hint")).value(chosen.shortcuts))
            div class="formacts" { (Button::submit(w.t("access-settings-save")).primary()) }
        }
    }
}

fn session_table(ask: &Ask, sessions: &[Session], csrf: &str) -> Markup {
    let w = ask.words();
    let current = ask.visitor.identity.as_ref().and_then(|identity| identity.session);
    let rows = sessions.iter().map(|session| {
        let here = current == Some(session.id);
        let act = html! {
            @if here { (w.t("access-session-here")) } @else {
                form method="post" action={ "/installningar/inloggningar/" (session.id) "/slut" } {
                    (csrf_field(csrf)) (Button::submit(w.t("access-session-end")).small())
                }
            }
        };
        session_row(w, session).cell(act)
    });
    html! {
        (session_columns(w).text(w.t("access-session-act")).rows(rows))
        @if sessions.len() > 1 {
            form method="post" action="/installningar/inloggningar/ovriga" {
                (csrf_field(csrf))
                div class="formacts" { (Button::submit(w.t("access-sessions-end-others"))) }
            }
        }
    }
}

pub(crate) fn session_columns(w: Words) -> Table {
    Table::new(w.t("access-account-sessions"))
        .text(w.t("access-session-device"))
        .text(w.t("access-session-began"))
        .text(w.t("access-session-used"))
}

pub(crate) fn session_row(w: Words, session: &Session) -> Row {
    let now: Moment = real_now();
    let device =
        if session.device.is_empty() { w.t("access-session-unknown-device") } else { session.device.clone() };
    Row::new(device).cell(w.when(session.began_at, now)).cell(w.when(session.used_at, now))
}
