//! `/arenden/{nr}/koppla` and `/foljare`: what it has to do with, and who follows it.

use axum::extract::Path;
use kernel::Refusal;
use maud::{Markup, html};
use web::page::components::Button;
use web::page::forms::{Choice, Fields};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, in_form, said};
use super::words::link_key;
use crate::follower::{self, Follow};
use crate::link::{self, Connect, LinkKind, Linked};
use crate::ticket::{Ref, Shown, number};

pub(crate) async fn linking(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    link_page(&ask, number, &query, None).await
}

async fn link_page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "koppla",
        title: w.t("desk-link"),
        verb: w.t("desk-link-verb"),
        form,
        refusal,
        lead: Some(linked(ask, &shown)),
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    let kinds =
        LinkKind::ALL.iter().map(|kind| Choice::new(kind.code(), w.t(link_key(*kind, false)))).collect();
    act.show(
        ask,
        &html! {
            (fields.radios("kind", w.t("desk-link-how"), kinds).value(LinkKind::RelatesTo.code()).plain())
            (fields.text("other", w.t("desk-link-other")).short().autofocus())
        },
    )
}

/// What it is tied to already, each with the way to untie it.
fn linked(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let csrf = ask.frame("").csrf;
    let untie = |one: &Linked| {
        let (from, to) = if one.back { (one.line.number, number) } else { (number, one.line.number) };
        format!("/arenden/{from}/koppla/{}/{to}/ta-bort", one.kind.code())
    };
    html! {
        @if !shown.links.is_empty() {
            ul class="rows" {
                @for one in &shown.links {
                    li {
                        div { (w.t(link_key(one.kind, one.back))) " " span class="num" { (one.line.number) } " " (one.line.title) }
                        form method="post" action=(untie(one)) {
                            (csrf_field(&csrf))
                            input type="hidden" name="next" value={ "/arenden/" (number) };
                            (Button::submit(w.t("desk-link-remove")).small().quiet())
                        }
                    }
                }
            }
        }
    }
}

pub(crate) async fn link(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let unknown = Refusal { field: Some("other"), ..Refusal::not_found("desk-ticket-unknown") };
    let linked = match (LinkKind::parse(form.raw("kind")), number::parse(&form.text("other"))) {
        (Some(kind), Some(other)) => {
            let input = Connect { number, kind, other };
            ask.write(move |tx, actor, now| link::link(tx, actor, now, &input)).await
        }
        _ => Err(unknown),
    };
    match linked {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-linked", &ticket), number),
        // A number that is none is mended in the form.
        Err(refusal) if refusal.field == Some("other") => {
            let refusal = Refusal { kind: kernel::RefusalKind::Invalid, ..refusal };
            link_page(&ask, number, &form, Some(&refusal)).await
        }
        Err(refusal) => link_page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

pub(crate) async fn unlink(
    ask: Ask,
    Path((number, kind, other)): Path<(i64, String, i64)>,
    form: Form,
) -> Answer {
    let kind = LinkKind::parse(&kind).ok_or(Refusal::not_found("desk-link-unknown"))?;
    let input = Connect { number, kind, other };
    let ticket = ask.write(move |tx, actor, now| link::unlink(tx, actor, now, &input)).await?;
    act_form::done(&ask, &form, &said("desk-said-unlinked", &ticket), number)
}

pub(crate) async fn letting_follow(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    follow_page(&ask, number, &query, None).await
}

async fn follow_page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "foljare",
        title: w.t("desk-let-follow"),
        verb: w.t("desk-let-follow-verb"),
        form,
        refusal,
        lead: Some(html! { p { (w.t("desk-let-follow-about")) } }),
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    let who = fields.combo("person_text", w.t("desk-let-follow-who"), "person", "/personer/forslag");
    act.show(ask, &html! { (who.hint(w.t("desk-person-hint")).autofocus()) })
}

pub(crate) async fn let_follow(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let chosen = form.maybe("person").or_else(|| form.maybe("person_text"));
    let followed = match chosen {
        Some(by) => {
            let text = by.clone();
            let input = move |id| Follow { number, person: Some(Ref::Id(id)) };
            ask.write(move |tx, actor, now| {
                let person = directory::person::resolve(tx, actor, "person", &text)?;
                follower::follow(tx, actor, now, &input(person))
            })
            .await
        }
        None => Err(Refusal::invalid("person", "desk-person-missing")),
    };
    match followed {
        Ok(()) => {
            let said = web::Said::new("desk-said-follows").with("number", number.to_string());
            act_form::done(&ask, &form, &said, number)
        }
        Err(refusal) => follow_page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

pub(crate) async fn follow(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Follow { number, person: None };
    ask.write(move |tx, actor, now| follower::follow(tx, actor, now, &input)).await?;
    let said = web::Said::new("desk-said-following").with("number", number.to_string());
    act_form::done(&ask, &form, &said, number)
}

pub(crate) async fn unfollow(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Follow { number, person: None };
    ask.write(move |tx, actor, now| follower::unfollow(tx, actor, now, &input)).await?;
    let said = web::Said::new("desk-said-unfollowing").with("number", number.to_string());
    act_form::done(&ask, &form, &said, number)
}
