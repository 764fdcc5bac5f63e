//! `/admin/start/{secret}`: the first start of an empty house.

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use jiff::civil::Time;
use kernel::{Actor, Channel, Id, Lang, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, status};
use web::page::Frame;
use web::page::components::{Button, Pairs};
use web::page::forms::Fields;
use web::page::layout::{csrf_field, front_door};
use web::{Answer, Ask, Form};

use super::{Member, SetUp, Started, link_works, members, set_up};
use crate::Wiring;
use crate::account::page::origin;
use crate::cli;
use crate::password::{argon, rules};
use crate::real_time::real_now;
use crate::secret::{self, Secret};
use crate::session::page::{fresh, signed_in};

pub(crate) async fn show(ask: Ask, Path(link): Path<String>) -> Answer {
    works(&ask, &link).await?;
    let frame = ask.frame(ask.words().t("access-start"));
    html(page(&ask, &frame, &link, &Form::default(), None))
}

async fn works(ask: &Ask, link: &str) -> Result<(), Refusal> {
    let hash = secret::hash(link);
    ask.app.db.read(move |tx| link_works(tx, real_now(), &hash)).await
}

pub(crate) async fn submit(
    ask: Ask,
    Path(link): Path<String>,
    headers: HeaderMap,
    form: Form,
    wiring: Wiring,
) -> Answer {
    works(&ask, &link).await?;
    match save(&ask, &link, &headers, &form, wiring).await {
        Ok(done) => Ok(done),
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict) => {
            let frame = Frame { errors: true, ..ask.frame(ask.words().t("access-start")) };
            html_with(status(refusal.kind), page(&ask, &frame, &link, &form, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn save(
    ask: &Ask,
    link: &str,
    headers: &HeaderMap,
    form: &Form,
    wiring: Wiring,
) -> Result<axum::response::Response, Refusal> {
    let (started, links) = read(ask, form)?;
    let own = [started.organisation.as_str(), &started.administrator.name, &started.administrator.mail];
    rules::check("password", form.raw("password"), &own)?;
    let password = argon::hash(form.raw("password").to_owned()).await?;
    let fresh = fresh(ask, headers)?;
    let input =
        SetUp { link: secret::hash(link), started, password, session: fresh.session, hook: wiring.on_start };
    let house = Actor::house(Channel::Page, &input.started.administrator.name);
    let now = real_now();
    let (agents, asked) = (input.started.agents.clone(), input.clone());
    let site = ask.app.db.write(move |tx| set_up(tx, &house, now, &asked)).await?;
    ask.app.set_site(site);
    let page = done(ask, headers, &agents, &links).into_response();
    Ok(signed_in(&ask.app, page, &fresh.secret))
}

/// The form as it is meant, and the agents' links in the same order.
fn read(ask: &Ask, form: &Form) -> Result<(Started, Vec<Secret>), Refusal> {
    let time = |name: &str| form.text(name).parse::<Time>().ok();
    let (Some(opens), Some(closes)) = (time("opens"), time("closes")) else {
        return Err(Refusal::invalid("opens", "access-hours-unreadable"));
    };
    let mut agents = Vec::new();
    let mut links = Vec::new();
    for (name, mail) in members::read(&form.text("agents"))? {
        let secret = Secret::new()?;
        agents.push(Member { account: Id::new(), person: Id::new(), name, mail, link: Some(secret.hash()) });
        links.push(secret);
    }
    let hours = |lang: Lang| {
        let w = ask.words().in_lang(lang);
        w.with("access-start-hours", &[("span", w.time_span(opens, closes).into())])
    };
    let started = Started {
        organisation: form.text("organisation"),
        phone: form.text("phone"),
        mail: form.text("mail"),
        opens,
        closes,
        hours_sv: hours(Lang::Sv),
        hours_en: hours(Lang::En),
        administrator: Member {
            account: Id::new(),
            person: Id::new(),
            name: form.text("label"),
            mail: form.text("login"),
            link: None,
        },
        agents,
    };
    Ok((started, links))
}

fn page(ask: &Ask, frame: &Frame, link: &str, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, form, refusal);
    front_door(
        frame,
        html! {
            div class="panel" {
                (fields.summary())
                h1 { (w.t("access-start")) }
                p { (w.t("access-start-lede")) }
                form method="post" action={ "/admin/start/" (link) } novalidate {
                    (csrf_field(&frame.csrf))
                    (fields.text("organisation", w.t("access-organisation")).hint(w.t("access-organisation-hint")).autocomplete("organization").max(120))
                    (fields.text("phone", w.t("access-start-phone")).kind("tel").optional().max(40))
                    (fields.text("mail", w.t("access-start-mail")).kind("email").optional().max(254))
                    div class="fields" {
                        (fields.text("opens", w.t("access-start-opens")).kind("time").value("08:00"))
                        (fields.text("closes", w.t("access-start-closes")).kind("time").value("16:30"))
                    }
                    (yourself(w, &fields))
                    (fields.area("agents", w.t("access-start-agents")).hint(w.t("access-start-agents-hint")).rows(4).optional())
                    (Button::submit(w.t("access-start-do")).primary().full())
                }
            }
        },
    )
}

fn yourself(w: Words, fields: &Fields<'_>) -> Markup {
    html! {
        (fields.text("label", w.t("access-start-name")).autocomplete("name").max(120))
        (fields.text("login", w.t("access-start-login")).kind("email").autocomplete("username"))
        (fields.text("password", w.t("access-password-new")).kind("password").autocomplete("new-password").hint(w.t("access-password-hint")))
    }
}

/// The house stands. Each agent's link is shown once, for handing over.
fn done(ask: &Ask, headers: &HeaderMap, agents: &[Member], links: &[Secret]) -> Markup {
    let w = ask.words();
    let frame = ask.frame(w.t("access-started"));
    let base = origin(ask, headers);
    let shown = agents.iter().zip(links).fold(Pairs::new(), |pairs, (agent, link)| {
        pairs.pair(&agent.name, html! { code { (base) (cli::link_path(link)) } })
    });
    front_door(
        &frame,
        html! {
            div class="panel" {
                h1 { (w.t("access-started")) }
                p { (w.t("access-started-lede")) }
                @if !agents.is_empty() { p { (w.t("access-started-links")) } (shown) }
                (Button::link(w.t("access-started-on"), "/admin").primary().full())
            }
        },
    )
}
