//! `/arenden/{nr}/los`, `/stang`, `/oppna`: what helped, how else it ends, and that it was not solved after all.

use axum::extract::Path;
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, in_form, note, said, undoable};
use super::words::outcome_key;
use crate::message::Note;
use crate::ticket::{self, Close, Outcome, Reopen, Resolve, Shown, Stage, Undo};

pub(crate) async fn resolving(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    resolve_page(&ask, number, &query, None).await
}

async fn resolve_page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "los",
        title: w.t("web-key-resolve"),
        verb: w.t("web-key-resolve"),
        form,
        refusal,
        lead: None,
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    let to = super::words::first_name(w, &shown.requester);
    let hint = w.with("desk-resolve-hint", &[("name", to.into())]);
    act.show(
        ask,
        &html! {
            (fields.area("message", w.t("desk-resolve-what")).rows(4).hint(hint).autofocus())
            (fields.area("cause", w.t("desk-resolve-cause")).rows(2).optional().hint(w.t("desk-internal-hint")))
        },
    )
}

pub(crate) async fn resolve(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let message = Note::new(form.id("id").unwrap_or_default(), form.text("message"));
    let cause = form.maybe("cause").map(|text| Note::new(Id::new(), text));
    let input = Resolve { number, seen: form.number("version"), message, cause };
    match ask.write(move |tx, actor, now| ticket::resolve(tx, actor, now, &input)).await {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-resolved", &ticket), number),
        Err(refusal) => resolve_page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

pub(crate) async fn closing(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    close_page(&ask, number, &query, None).await
}

async fn close_page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "stang",
        title: w.t("desk-close"),
        verb: w.t("desk-close"),
        form,
        refusal,
        lead: None,
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    act.show(
        ask,
        &html! {
            (outcomes(ask, &fields, &shown))
            (fields.area("note", w.t("desk-close-why")).rows(3).optional().hint(w.t("desk-internal-hint")))
        },
    )
}

/// What is open has not been solved, so it ends in another way.
fn outcomes(ask: &Ask, fields: &Fields<'_>, shown: &Shown) -> Markup {
    let w = ask.words();
    let solved = shown.ticket.stage == Stage::Resolved;
    let may = |outcome: &&Outcome| solved || **outcome != Outcome::Solved;
    let choices =
        Outcome::ALL.iter().filter(may).map(|one| Choice::new(one.code(), w.t(outcome_key(*one)))).collect();
    let before = if solved { Outcome::Solved } else { Outcome::Withdrawn };
    html! { (fields.radios("outcome", w.t("desk-outcome"), choices).value(before.code()).plain()) }
}

pub(crate) async fn close(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Close {
        number,
        seen: form.number("version"),
        outcome: Outcome::parse(form.raw("outcome")),
        note: note(&form, "note"),
    };
    match ask.write(move |tx, actor, now| ticket::close(tx, actor, now, &input)).await {
        Ok(ticket) => act_form::done(&ask, &form, &undoable("desk-said-closed", &ticket), number),
        Err(refusal) => close_page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

pub(crate) async fn opening(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    open_page(&ask, number, &query, None).await
}

async fn open_page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "oppna",
        title: w.t("desk-reopen"),
        verb: w.t("desk-reopen"),
        form,
        refusal,
        lead: Some(html! { p { (w.t("desk-reopen-about")) } }),
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    act.show(ask, &html! { (act_form::message(ask, &fields, &shown, "message").optional()) })
}

pub(crate) async fn open(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Reopen { number, seen: form.number("version"), message: note(&form, "message") };
    match ask.write(move |tx, actor, now| ticket::reopen(tx, actor, now, &input)).await {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-reopened", &ticket), number),
        Err(refusal) => open_page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

/// *Ångra* in the line that says what was done.
pub(crate) async fn undo(ask: Ask, Path((number, version)): Path<(i64, i64)>, form: Form) -> Answer {
    let input = Undo { number, version };
    let ticket = ask.write(move |tx, actor, now| ticket::undo(tx, actor, now, &input)).await?;
    act_form::done(&ask, &form, &said("desk-said-undone", &ticket), number)
}
