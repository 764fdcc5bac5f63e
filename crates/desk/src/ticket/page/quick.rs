//! Quick registration: `/arenden/ny`, and the same form docked beside the queue. Who calls, what it is about; the rest
//! is guessed, each guess with its reason.

use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::answer::{html, html_with, status};
use web::page::components::{Avatar, Button, avatar, crumbs};
use web::page::forms::{Choice, Fields};
use web::page::layout::{Pane, csrf_field, work_room_slim};
use web::page::{Icon, icon};
use web::{Answer, Ask, Form, Said};

use super::queue::PATH;
use super::quick_form::{self, Weight, about_of, clues, weights};
use super::words::{because_key, kind_key, priority_word, stage_key};
use crate::ticket::{self, Kind, Line, Suggest, Suggestion};

const DRAFT: &str = "quick";

/// A page of its own, for a phone and without script.
pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    page(&ask, &query, None).await
}

async fn page(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let suggestion = guess(ask, form).await?;
    let w = ask.words();
    let title = w.t("desk-quick-title");
    let mut frame = ask.frame(title.clone());
    frame.errors = refusal.is_some();
    let body = html! {
        (Fields::new(w, form, refusal).summary())
        h1 { (title) }
        (quick(ask, &frame.csrf, form, refusal, &suggestion, false))
    };
    let pane = Pane {
        toolbar: Some(crumbs(
            &w.t("register-you-are-here"),
            (&w.t("desk-queue-title"), PATH),
            &html! { (title) },
        )),
        body: Some(body),
        ..Pane::default()
    };
    let page = work_room_slim(&frame, pane.show(&frame), None);
    match refusal {
        Some(refusal) => html_with(status(refusal.kind), page),
        None => html(page),
    }
}

async fn guess(ask: &Ask, form: &Form) -> Result<Suggestion, Refusal> {
    let input = Suggest {
        requester: form.id("requester"),
        typed: form.text("requester_text"),
        text: form.text("text"),
        clues: clues(ask.words()),
    };
    ask.read(move |tx, actor, now| ticket::suggest(tx, actor, now, &input)).await
}

/// The panel beside the queue.
pub(super) fn docked(ask: &Ask, csrf: &str, suggestion: &Suggestion) -> Markup {
    quick(ask, csrf, &Form::default(), None, suggestion, true)
}

fn quick(
    ask: &Ask,
    csrf: &str,
    form: &Form,
    refusal: Option<&Refusal>,
    suggestion: &Suggestion,
    docked: bool,
) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, form, refusal).prefixed("quick-");
    let name = suggestion.caller.as_ref().map(|card| card.name.clone()).unwrap_or_default();
    let id = suggestion.caller.as_ref().map(|card| card.id.to_string()).unwrap_or_default();
    html! {
        form class="quick" method="post" action="/arenden/ny" data-swap[docked] data-draft=(DRAFT) data-guess="/arenden/ny/forslag" novalidate {
            (csrf_field(csrf))
            input type="hidden" name="id" value=(Id::new());
            @if docked {
                header {
                    span class="ic" { (icon(Icon::Phone)) }
                    h2 { (w.t("desk-quick-title")) }
                    button class="btn quiet square shut" type="button" data-shut aria-label=(w.t("web-close")) { (icon(Icon::Close)) }
                }
            }
            div class="who" {
                (fields.combo("requester_text", w.t("desk-quick-who"), "requester", "/personer/forslag").value(name, id))
                (caller(ask, suggestion))
                (about(ask, form, suggestion))
            }
            div class="quickform" {
                (fields.area("text", w.t("desk-quick-what")).rows(3))
                (picks(ask, form, suggestion))
                (similar(ask, &suggestion.similar))
            }
            footer {
                (Button::submit(w.t("desk-quick-solved")).primary().chord("enter").value("then", "solved"))
                (Button::submit(w.t("desk-quick-work")).chord("shift+enter").value("then", "work"))
            }
        }
    }
}

/// Who it is, as soon as the name says it.
fn caller(ask: &Ask, suggestion: &Suggestion) -> Markup {
    let line = |card: &directory::person::Card| {
        let unit = card.unit.as_ref().map(|unit| unit.label(ask.lang()).to_owned());
        let parts = [Some(card.title.clone()), unit, card.phone.clone()];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    html! {
        div id="quick-caller" {
            @if let Some(card) = &suggestion.caller {
                div class="n" { (avatar(&card.name, Avatar::Other)) span { b { (card.name) } span class="meta" { (line(card)) } } }
            }
        }
    }
}

/// Something new, or one of the caller's open tickets.
fn about(ask: &Ask, form: &Form, suggestion: &Suggestion) -> Markup {
    let w = ask.words();
    let chosen = about_of(form);
    let radio = |value: &str, checked: bool, words: &str, meta: &str| {
        html! {
            label { input type="radio" name="about" value=(value) checked[checked]; span { (words) } @if !meta.is_empty() { span class="meta" { (meta) } } }
        }
    };
    html! {
        div id="quick-about" {
            @if !suggestion.open.is_empty() {
                fieldset class="about" {
                    legend { (w.t("desk-quick-about")) }
                    (radio("new", chosen.is_none(), &w.t("desk-quick-new"), ""))
                    @for line in &suggestion.open {
                        (radio(&line.number.to_string(), chosen == Some(line.number), &line.title, &w.t(stage_key(line.stage)).to_lowercase()))
                    }
                }
            }
        }
    }
}

/// What is guessed, to be changed with Tab.
fn picks(ask: &Ask, form: &Form, suggestion: &Suggestion) -> Markup {
    let w = ask.words();
    let service = suggestion.service.as_ref();
    let device = suggestion.device;
    let services: Vec<Choice> =
        suggestion.services.iter().map(|one| Choice::new(&one.slug, one.label(w.lang()))).collect();
    let devices: Vec<Choice> =
        suggestion.devices.iter().map(|one| Choice::new(one.id.to_string(), one.label(w.lang()))).collect();
    let kinds: Vec<Choice> =
        Kind::ALL.iter().map(|kind| Choice::new(kind.code(), w.t(kind_key(*kind)))).collect();
    let weights: Vec<Choice> = weights()
        .map(|one| {
            let word = priority_word(w, suggestion.priority(one.impact, one.urgency));
            Choice::new(
                one.code(),
                w.with("desk-weight", &[("priority", word.into()), ("reason", w.t(one.key()).into())]),
            )
        })
        .to_vec();
    let guessed = Weight { impact: suggestion.impact, urgency: suggestion.urgency };
    let because = device.map(|(_, because)| w.t(because_key(because)));
    let word = service.map(|(_, word)| w.with("desk-because-word", &[("word", word.as_str().into())]));
    html! {
        div class="picks" id="quick-picks" {
            (pick(form, "service", &w.t("desk-service"), Some(w.t("desk-not-said")), &services, service.map(|(slug, _)| slug.clone()), word))
            (pick(form, "device", &w.t("desk-device"), Some(w.t("desk-not-said")), &devices, device.map(|(id, _)| id.to_string()), because))
            (pick(form, "kind", &w.t("desk-col-kind"), None, &kinds, Some(suggestion.kind.code().to_owned()), None))
            (pick(form, "weight", &w.t("desk-priority"), None, &weights, Some(guessed.code().to_owned()), None))
        }
    }
}

/// One line: what it is, the guess in a list, and why.
fn pick(
    form: &Form,
    name: &str,
    label: &str,
    none: Option<String>,
    choices: &[Choice],
    guessed: Option<String>,
    why: Option<String>,
) -> Markup {
    // What a form without script sent stands; else the guess.
    let chosen = if form.has(name) { form.raw(name).to_owned() } else { guessed.unwrap_or_default() };
    let id = format!("quick-{name}");
    html! {
        div class="pick" {
            label for=(id) { (label) }
            select class="input" id=(id) name=(name) {
                @if let Some(none) = none { option value="" { (none) } }
                @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.label) } }
            }
            @if let Some(why) = why { span class="why" { (why) } }
        }
    }
}

/// Tickets that say nearly the same: perhaps more than one person has this fault.
fn similar(ask: &Ask, lines: &[Line]) -> Markup {
    let w = ask.words();
    html! {
        div id="quick-similar" {
            @if !lines.is_empty() {
                div class="hint" {
                    (icon(Icon::Bulb))
                    div {
                        p { (w.t("desk-quick-similar")) }
                        ul { @for line in lines { li { a href={ (PATH) "/" (line.number) } { (line.number) " " (line.title) } } } }
                    }
                }
            }
        }
    }
}

/// What the desk makes of the form so far. Saves nothing; a POST so that no text stands in an address.
pub(crate) async fn suggest(ask: Ask, form: Form) -> Answer {
    let suggestion = guess(&ask, &form).await?;
    // What was chosen among the old guesses is the reader's own; script leaves it as it is.
    let fresh = Form::of(form.pairs().iter().filter(|(name, _)| name == "about").cloned());
    html(html! {
        (caller(&ask, &suggestion)) (about(&ask, &fresh, &suggestion))
        (picks(&ask, &fresh, &suggestion)) (similar(&ask, &suggestion.similar))
    })
}

pub(crate) async fn save(ask: Ask, form: Form) -> Answer {
    match quick_form::save(&ask, &form).await {
        Ok(ticket) => {
            let solved = form.raw("then") == "solved";
            let key = match (about_of(&form), solved) {
                (Some(_), true) => "desk-said-resolved",
                (Some(_), false) => "desk-said-quick-noted",
                (None, true) => "desk-said-quick-solved",
                (None, false) => "desk-said-quick-saved",
            };
            let said = Said::new(key).with("number", ticket.number.to_string()).saved_draft(DRAFT);
            // Solved in the call: on to the next. Else the agent goes on in the ticket.
            let list = form.next().unwrap_or_else(|| PATH.to_owned());
            said.see_other(&if solved { list } else { format!("{PATH}/{}", ticket.number) })
        }
        Err(refusal) => page(&ask, &form, Some(&super::act_form::in_form(refusal)?)).await,
    }
}
