//! `/admin/arenden`: how the desk works here: what impact and urgency give, when solved tickets close, who sees new ones first.

use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use web::answer::html_with;
use web::page::components::Button;
use web::page::forms::{Choice, Fields};
use web::page::layout::{csrf_field, work_room};
use web::{Answer, Ask, Form, Said};

use super::{Matrix, Priority, Ref, Settings};
use crate::ticket::{Level, page::words};
use service_level::words::priority_key;

pub(crate) async fn show(ask: Ask) -> Answer {
    page(&ask, &Form::default(), None).await
}

async fn page(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let (settings, groups) = ask
        .read(|tx, _, now| {
            let groups = directory::group::all(tx)?.into_iter().filter(|group| group.is_at(now));
            Ok::<_, Refusal>((super::all(tx)?, groups.collect::<Vec<_>>()))
        })
        .await?;
    let w = ask.words();
    let mut frame = ask.frame(w.t("desk-settings"));
    frame.errors = refusal.is_some();
    let fields = Fields::new(w, form, refusal);
    let groups: Vec<Choice> =
        groups.iter().map(|group| Choice::new(group.id.to_string(), group.label(w.lang()))).collect();
    let triage = settings.triage_group.map(|id| id.to_string()).unwrap_or_default();
    let content = html! {
        (fields.summary())
        h1 { (w.t("desk-settings")) }
        p class="say" { (w.t("desk-settings-about")) }
        form method="post" action="/admin/arenden" novalidate {
            (csrf_field(&frame.csrf))
            (matrix(ask, form, &fields, &settings))
            (fields.text("close_after_days", w.t("desk-settings-days")).short().kind("number")
                .hint(w.t("desk-settings-days-hint")).value(settings.close_after_days.to_string()))
            (fields.select("triage_group", w.t("desk-settings-triage"), groups).none(w.t("desk-settings-triage-none"))
                .hint(w.t("desk-settings-triage-hint")).value(triage))
            div class="formacts" { (Button::submit(w.t("desk-save")).primary()) }
        }
    };
    let code = refusal.map_or(axum::http::StatusCode::OK, |refusal| web::answer::status(refusal.kind));
    html_with(code, work_room(&frame, html! { div class="panebody" { div { (content) } } }))
}

/// Nine lists in a table: rows say how much, columns how soon.
fn matrix(ask: &Ask, form: &Form, fields: &Fields<'_>, settings: &Settings) -> Markup {
    let w = ask.words();
    let error = fields.error("matrix");
    let chosen = |impact: Level, urgency: Level| {
        let name = cell(impact, urgency);
        let kept = settings.matrix.priority(impact, urgency).number().to_string();
        if form.has(&name) { form.raw(&name).to_owned() } else { kept }
    };
    html! {
        fieldset class=(if error.is_some() { "fgroup bad" } else { "fgroup" }) id="matrix" tabindex="-1" {
            legend class="flabel" { (w.t("desk-matrix")) }
            p class="fhint" { (w.t("desk-matrix-hint")) }
            @if let Some(error) = error { p class="ferr" { (error) } }
            div class="scroll" tabindex="0" role="group" aria-label=(w.t("desk-matrix")) {
                table class="tbl matrix" {
                    caption class="sr" { (w.t("desk-matrix")) }
                    thead { tr { td {} @for urgency in Level::ALL { th scope="col" { (w.t(words::urgency_key(urgency))) } } } }
                    tbody {
                        @for impact in Level::ALL {
                            tr {
                                th scope="row" { (w.t(words::impact_key(impact))) }
                                @for urgency in Level::ALL {
                                    td {
                                        select class="input" name=(cell(impact, urgency)) aria-label={ (w.t(words::impact_key(impact))) ", " (w.t(words::urgency_key(urgency))) } {
                                            @for one in Priority::ALL {
                                                option value=(one.number()) selected[chosen(impact, urgency) == one.number().to_string()] { (w.t(priority_key(one.number()))) }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a cell's field: `high.medium`.
fn cell(impact: Level, urgency: Level) -> String {
    format!("{}.{}", impact.code(), urgency.code())
}

pub(crate) async fn save(ask: Ask, form: Form) -> Answer {
    let saved = match read(&form) {
        Ok((rows, days)) => {
            let triage = form.maybe("triage_group").map(|by| Ref::parse(&by));
            ask.write(move |tx, actor, now| super::save(tx, actor, now, rows, days, triage.as_ref())).await
        }
        Err(refusal) => Err(refusal),
    };
    match saved {
        Ok(_) => Said::new("desk-said-settings").see_other("/admin/arenden"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => page(&ask, &form, Some(&refusal)).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(form: &Form) -> Result<([[Priority; 3]; 3], i64), Refusal> {
    let mut rows = *Matrix::default().rows();
    for (row, impact) in rows.iter_mut().zip(Level::ALL) {
        for (place, urgency) in row.iter_mut().zip(Level::ALL) {
            let number: Option<u8> = form.raw(&cell(impact, urgency)).parse().ok();
            let read = number.and_then(|number| Priority::try_from(number).ok());
            *place = read.ok_or(Refusal::invalid("matrix", "desk-matrix-not-ordered"))?;
        }
    }
    let days = form.number("close_after_days");
    Ok((rows, days.ok_or(Refusal::invalid("close_after_days", "desk-days-out-of-range"))?))
}
