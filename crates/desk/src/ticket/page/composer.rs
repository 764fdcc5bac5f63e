//! Where an agent writes in a ticket: to whom stands in words, before and on the button.

use axum::extract::{Path, Request};
use kernel::{Id, Refusal, RefusalKind};
use maud::{Markup, html};
use web::page::Frame;
use web::page::components::{Button, Composer, Receiver};
use web::{Answer, Ask, Failure, Form, Said, upload};

use super::one;
use super::words::first_name;
use crate::attachment::api::keep_sent;
use crate::attachment::limit_for;
use crate::message::{self, Note, To, Write};
use crate::ticket::{Deed, Shown, Stage};

/// The name that unsent text is kept under.
fn draft(number: i64) -> String {
    format!("ticket-{number}")
}

/// What an address such as `?till=anteckning` chooses before anybody writes.
pub(super) fn led_to(query: &Form) -> Vec<(String, String)> {
    let to = match query.raw("till") {
        "anteckning" => "note",
        "svar" => "reply",
        _ => return Vec::new(),
    };
    vec![("to".to_owned(), to.to_owned())]
}

pub(super) fn composer(
    ask: &Ask,
    frame: &Frame,
    shown: &Shown,
    written: &Form,
    refusal: Option<&Refusal>,
) -> Markup {
    let w = ask.words();
    let number = shown.ticket.number;
    let name = first_name(w, &shown.requester);
    let reply = Receiver {
        value: "reply",
        label: w.with("desk-write-reply", &[("name", name.as_str().into())]),
        send: w.with("desk-write-send", &[("name", name.into())]),
        key: Some("r"),
        internal: false,
    };
    let note = Receiver {
        value: "note",
        label: w.t("desk-internal-note"),
        send: w.t("desk-write-note"),
        key: Some("a"),
        internal: true,
    };
    let may_reply = shown.deeds.contains(&Deed::Message);
    let receivers = if may_reply { vec![reply, note] } else { vec![note] };
    let action = format!("/arenden/{number}/skriv");
    let text = written.text("text");
    let stale = refusal.is_some_and(|refusal| refusal.kind == RefusalKind::Stale);
    let waits = shown.deeds.contains(&Deed::Hold)
        && !matches!(shown.ticket.stage, Stage::Waiting(crate::ticket::Reason::User));
    let max = u64::try_from(limit_for(ask.actor())).unwrap_or(0);
    let mut composer = Composer::new(w, &action, &frame.csrf, receivers)
        .filled(written.raw("to"), &text)
        .draft(draft(number))
        .presence(format!("/arenden/{number}/narvaro"))
        .hidden("id", Id::new().to_string())
        .files(max)
        .acts(acts(ask, written, may_reply && waits))
        .refused(refusal.filter(|_| !stale));
    for kept in written.all("kept") {
        composer = composer.hidden("kept", kept);
    }
    html! { (composer) }
}

fn acts(ask: &Ask, written: &Form, waits: bool) -> Markup {
    let w = ask.words();
    let kept = written.all("kept").len();
    html! {
        @if kept > 0 { span class="meta" { (w.with("desk-files-kept", &[("count", kept.into())])) } }
        @if waits { span data-for="reply" { (Button::submit(w.t("desk-write-and-wait")).value("wait", "1")) } }
    }
}

pub(crate) async fn send(ask: Ask, Path(number): Path<i64>, request: Request) -> Answer {
    let max = u64::try_from(limit_for(ask.actor())).unwrap_or(0);
    let sent = upload::read(request, max).await?;
    let kept = keep_sent(&ask, sent.files).await?;
    let form = with_kept(&sent.form, &kept);
    let outcome = match sent.refused {
        Some(refusal) => Err(Refusal { field: None, ..refusal }),
        None => write(&ask, number, &form).await,
    };
    let here = form.next().unwrap_or_else(|| format!("/arenden/{number}"));
    match outcome {
        Ok(to) => said(to).saved_draft(draft(number)).see_other(&here),
        Err(refusal) => again(&ask, number, &here, &form, refusal).await,
    }
}

/// Files that are in the database already go with the text when it is sent again.
fn with_kept(form: &Form, kept: &[Id]) -> Form {
    let more = kept.iter().map(|id| ("kept".to_owned(), id.to_string()));
    Form::of(form.pairs().iter().cloned().chain(more))
}

async fn write(ask: &Ask, number: i64, form: &Form) -> Result<To, Refusal> {
    let to = To::parse(form.raw("to"), form.has("wait"));
    let mut note = Note::new(form.id("id").unwrap_or_default(), form.text("text"));
    note.files = form.all("kept").into_iter().filter_map(|id| id.parse().ok()).collect();
    let input = Write { number, seen: form.number("version"), to, note };
    ask.write(move |tx, actor, now| message::write(tx, actor, now, &input)).await?;
    Ok(to)
}

fn said(to: To) -> Said {
    Said::new(match to {
        To::Requester => "desk-said-sent",
        To::RequesterAndWait => "desk-said-sent-waits",
        To::Colleagues => "desk-said-noted",
    })
}

/// The page again, with the text as it was written.
async fn again(ask: &Ask, number: i64, here: &str, form: &Form, refusal: Refusal) -> Answer {
    let mendable = matches!(
        refusal.kind,
        RefusalKind::Invalid | RefusalKind::Stale | RefusalKind::TooLarge | RefusalKind::Conflict
    );
    if !mendable {
        return Err(Failure(refusal));
    }
    // In the composer there is one field.
    let refusal = Refusal { field: None, ..refusal };
    let query = Form::parse(here.split_once('?').map_or("", |(_, query)| query)).unwrap_or_default();
    one::page(ask, number, &query, form, Some(&refusal)).await
}
