//! `/arenden/{nr}/tilldela`: to oneself with one press, or to a group, a person, or both.

use axum::extract::Path;
use kernel::Refusal;
use maud::{Markup, html};
use web::page::forms::Fields;
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, groups, in_form, note, people, undoable};
use crate::ticket::{self, Assign, Crew, Deed, Ref, Shown, Take};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, None).await
}

async fn page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let crew = act_form::read_crew(ask).await?;
    let w = ask.words();
    let act = Act {
        path: "tilldela",
        title: w.t("desk-assign-title"),
        verb: w.t("web-key-assign"),
        form,
        refusal,
        lead: Some(to_me(ask, &shown, form)),
        shown: &shown,
    };
    act.show(ask, &fields(ask, &shown, &crew, form, refusal))
}

/// `T` twice, and it is mine.
fn to_me(ask: &Ask, shown: &Shown, form: &Form) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let mine = ask.actor().person.is_none() || shown.ticket.assignee == ask.actor().person;
    if mine || !shown.deeds.contains(&Deed::Take) {
        return html! {};
    }
    let next = form.next();
    let more = html! { @if let Some(next) = next { input type="hidden" name="next" value=(next); } };
    let button = html! {
        button class="btn primary" type="submit" data-key="t" aria-keyshortcuts="T" autofocus { (w.t("desk-take-myself")) kbd class="keyhint" aria-hidden="true" { "T" } }
    };
    act_form::one_button(&ask.frame("").csrf, &format!("/arenden/{number}/ta"), &button, &more)
}

fn fields(ask: &Ask, shown: &Shown, crew: &Crew, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, form, refusal);
    let (group, person) = (shown.ticket.group.to_string(), shown.ticket.assignee.map(|id| id.to_string()));
    html! {
        (fields.select("group", w.t("desk-group"), groups(ask, crew)).value(group))
        (fields.select("assignee", w.t("desk-assignee"), people(crew)).none(w.t("desk-nobody")).value(person.unwrap_or_default()))
        (fields.area("note", w.t("desk-assign-note")).rows(3).optional().hint(w.t("desk-internal-hint")))
    }
}

pub(crate) async fn save(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Assign {
        number,
        seen: form.number("version"),
        group: form.maybe("group").map(|by| Ref::parse(&by)),
        assignee: Some(form.maybe("assignee").map(|by| Ref::parse(&by))),
        note: note(&form, "note"),
    };
    let handed_over = input.note.is_some();
    match ask.write(move |tx, actor, now| ticket::assign(tx, actor, now, &input)).await {
        // A note has been read by then; it is not taken back.
        Ok(ticket) if handed_over => {
            act_form::done(&ask, &form, &act_form::said("desk-said-assigned", &ticket), number)
        }
        Ok(ticket) => act_form::done(&ask, &form, &undoable("desk-said-assigned", &ticket), number),
        Err(refusal) => page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

/// *Ta*: one press.
pub(crate) async fn take(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Take { number, seen: None };
    let ticket = ask.write(move |tx, actor, now| ticket::take(tx, actor, now, &input)).await?;
    act_form::done(&ask, &form, &undoable("desk-said-taken", &ticket), number)
}
