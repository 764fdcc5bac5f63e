//! `/arenden/{nr}/status`, `/vanta`, `/leverantor`: where the ticket stands now, with a message in the same act.

use axum::extract::Path;
use kernel::Refusal;
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, in_form, note, said};
use super::words::stage_key;
use crate::ticket::{self, Deed, HoldFor, Move, Reason, SetStage, Shown, Stage, To};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, "", None).await
}

/// The same page with waiting for the user chosen.
pub(crate) async fn wait(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, "user", None).await
}

/// The same page with the supplier chosen.
pub(crate) async fn supplier(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, "supplier", None).await
}

async fn page(ask: &Ask, number: i64, form: &Form, chosen: &str, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let w = ask.words();
    let act = Act {
        path: "status",
        title: w.t("web-key-status"),
        verb: w.t("desk-status-verb"),
        form,
        refusal,
        lead: Some(elsewhere(ask, &shown)),
        shown: &shown,
    };
    let fields = Fields::new(w, form, refusal);
    let message =
        act_form::message(ask, &fields, &shown, "message").optional().hint(w.t("desk-status-message-hint"));
    act.show(
        ask,
        &html! {
            (fields.radios("to", w.t("desk-status-to"), choices(ask, &shown)).value(first(&shown, chosen)).plain())
            (message)
        },
    )
}

/// Solving and closing ask other things, so they have pages of their own.
fn elsewhere(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let may = |deed| shown.deeds.contains(&deed);
    html! {
        p class="acts" {
            @if may(Deed::Resolve) { a href={ "/arenden/" (number) "/los" } { (w.t("web-key-resolve")) } }
            @if may(Deed::Close) { a href={ "/arenden/" (number) "/stang" } { (w.t("desk-close")) } }
        }
    }
}

fn choices(ask: &Ask, shown: &Shown) -> Vec<Choice> {
    let w = ask.words();
    places(shown.ticket.stage)
        .into_iter()
        .map(|to| {
            let choice = Choice::new(to.code(), w.t(stage_key(stage_of(to))));
            match to {
                To::Work => choice,
                To::Wait(HoldFor::Supplier) => choice.about(w.t("desk-status-runs")),
                To::Wait(HoldFor::Reason(Reason::User)) => choice.about(w.t("desk-status-pauses-user")),
                To::Wait(HoldFor::Reason(_)) => choice.about(w.t("desk-status-pauses")),
            }
        })
        .collect()
}

const fn stage_of(to: To) -> Stage {
    match to {
        To::Work => Stage::InProgress,
        To::Wait(HoldFor::Reason(reason)) => Stage::Waiting(reason),
        To::Wait(HoldFor::Supplier) => Stage::WithSupplier,
    }
}

/// Where the table of moves lets it go from here.
fn places(stage: Stage) -> Vec<To> {
    let waits = Reason::ALL.map(|reason| To::Wait(HoldFor::Reason(reason)));
    let all = [To::Work].into_iter().chain(waits).chain([To::Wait(HoldFor::Supplier)]);
    all.filter(|to| match to {
        To::Work => [Move::Start, Move::Resume, Move::Reopen]
            .into_iter()
            .any(|step| stage.after(step).is_ok_and(|next| next == Stage::InProgress && next != stage)),
        To::Wait(HoldFor::Reason(reason)) => stage.after(Move::Hold(*reason)).is_ok(),
        To::Wait(HoldFor::Supplier) => stage.after(Move::SendToSupplier).is_ok(),
    })
    .collect()
}

/// What was led to, where it may be chosen; else the first.
fn first(shown: &Shown, chosen: &str) -> &'static str {
    let places = places(shown.ticket.stage);
    let led = places.iter().find(|to| to.code() == chosen);
    led.or(places.first()).map_or("", |to| to.code())
}

pub(crate) async fn save(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let Some(to) = To::parse(form.raw("to")) else {
        let refusal = Refusal::invalid("to", "desk-status-missing");
        return page(&ask, number, &form, "", Some(&refusal)).await;
    };
    let input = SetStage { number, seen: form.number("version"), to, message: note(&form, "message") };
    match ask.write(move |tx, actor, now| ticket::set_stage(tx, actor, now, &input)).await {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-stage", &ticket), number),
        Err(refusal) => page(&ask, number, &form, "", Some(&in_form(refusal)?)).await,
    }
}

/// *Återuppta*: one press.
pub(crate) async fn resume(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = ticket::Resume { number, seen: None };
    let ticket = ask.write(move |tx, actor, now| ticket::resume(tx, actor, now, &input)).await?;
    act_form::done(&ask, &form, &said("desk-said-resumed", &ticket), number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_offered_the_places_that_it_may_go_to() {
        let codes = |stage| places(stage).into_iter().map(To::code).collect::<Vec<_>>();
        let all = ["in_progress", "user", "manager", "delivery", "planned_change", "supplier"];
        assert_eq!(codes(Stage::New), all);
        assert_eq!(codes(Stage::InProgress), all[1..]);
        assert_eq!(codes(Stage::Waiting(Reason::User)), [&all[..1], &all[2..]].concat());
        assert_eq!(codes(Stage::WithSupplier), all[..5]);
        assert_eq!(codes(Stage::Resolved), all[..1]);
        assert_eq!(codes(Stage::Closed), Vec::<&str>::new());
    }
}
