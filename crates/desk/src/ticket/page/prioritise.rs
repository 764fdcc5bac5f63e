//! `/arenden/{nr}/prioritet`: two questions, and what they give by the municipality's matrix.

use axum::extract::Path;
use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, in_form, said};
use super::words::{impact_key, priority_word, urgency_key};
use crate::settings;
use crate::ticket::{self, Edit, Level, Matrix};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, None).await
}

async fn page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let matrix = ask.read(|tx, _, _| settings::all(tx).map_err(Refusal::from)).await?.matrix;
    let w = ask.words();
    let act = Act {
        path: "prioritet",
        title: w.t("web-key-priority"),
        verb: w.t("desk-save"),
        form,
        refusal,
        lead: None,
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    let (impact, urgency) = (shown.ticket.impact, shown.ticket.urgency);
    act.show(ask, &html! { (questions(w, &fields, Some((impact, urgency)))) (gives(w, &matrix)) })
}

/// How much is affected, and how soon it must work.
pub(super) fn questions(w: Words, fields: &Fields<'_>, now: Option<(Level, Level)>) -> Markup {
    let levels = |key: fn(Level) -> &'static str| {
        Level::ALL.map(|level| Choice::new(level.code(), w.t(key(level)))).to_vec()
    };
    let (impact, urgency) = now.unwrap_or_default();
    html! {
        (fields.radios("impact", w.t("desk-impact"), levels(impact_key)).value(impact.code()).plain())
        (fields.radios("urgency", w.t("desk-urgency"), levels(urgency_key)).value(urgency.code()).plain())
    }
}

/// The matrix as a small table, folded.
pub(super) fn gives(w: Words, matrix: &Matrix) -> Markup {
    html! {
        details class="gives" {
            summary { (w.t("desk-matrix-show")) }
            table class="tbl tight" {
                caption class="sr" { (w.t("desk-matrix")) }
                thead { tr { td {} @for urgency in Level::ALL { th scope="col" { (w.t(urgency_key(urgency))) } } } }
                tbody {
                    @for impact in Level::ALL {
                        tr {
                            th scope="row" { (w.t(impact_key(impact))) }
                            @for urgency in Level::ALL { td { (priority_word(w, matrix.priority(impact, urgency))) } }
                        }
                    }
                }
            }
        }
    }
}

/// Both answers, or which is missing.
pub(super) fn levels(form: &Form) -> Result<(Level, Level), Refusal> {
    let level = |field: &'static str| {
        Level::parse(form.raw(field)).ok_or(Refusal::invalid(field, "desk-level-missing"))
    };
    Ok((level("impact")?, level("urgency")?))
}

pub(crate) async fn save(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let saved = match levels(&form) {
        Ok((impact, urgency)) => {
            let input = Edit {
                number,
                seen: form.number("version").unwrap_or(0),
                impact: Some(impact),
                urgency: Some(urgency),
                ..Edit::default()
            };
            ask.write(move |tx, actor, now| ticket::edit(tx, actor, now, &input)).await
        }
        Err(refusal) => Err(refusal),
    };
    match saved {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-priority", &ticket), number),
        Err(refusal) => page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}
