//! `/hjalp/mina/{nr}`: one ticket as who asked sees it: where it stands, what was said, and a place to answer.

use axum::extract::{Path, Request};
use kernel::{Id, Moment, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, status};
use web::page::components::{Button, FileLink, Notice, Tone, Verdict, attached, backlink, prose, verdict};
use web::page::forms::Fields;
use web::page::layout::{csrf_field, reading_room};
use web::{Answer, Ask, Form, Said, upload};

use super::words;
use crate::attachment::{self, Attachment, Keep, PORTAL_BYTES};
use crate::message::{self, AddMessage, Author, Note};
use crate::ticket::{self, Deed, EntryKind, Event, Reason, Shown, Stage};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>) -> Answer {
    let shown = read(&ask, number).await?;
    html(page(&ask, &shown, &Form::default(), None))
}

async fn read(ask: &Ask, number: i64) -> Result<Shown, Refusal> {
    ask.read(move |tx, actor, now| ticket::show(tx, actor, now, number)).await
}

/// An answer, with files; in a resolved ticket it says that the fault is still there.
pub(crate) async fn answer(ask: Ask, Path(number): Path<i64>, request: Request) -> Answer {
    let sent = upload::read(request, PORTAL_BYTES.unsigned_abs()).await?;
    let outcome = match sent.refused {
        Some(refusal) => Err(refusal),
        None => say(&ask, number, &sent.form, sent.files).await,
    };
    match outcome {
        Ok(()) => {
            let said = Said::new("desk-said-answered").saved_draft(draft(number));
            said.see_other(&format!("/hjalp/mina/{number}"))
        }
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::TooLarge) => {
            let shown = read(&ask, number).await?;
            html_with(status(refusal.kind), page(&ask, &shown, &sent.form, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn say(ask: &Ask, number: i64, form: &Form, files: Vec<upload::Sent>) -> Result<(), Refusal> {
    let mut note = Note::new(form.id("id").unwrap_or_default(), form.text("text"));
    for sent in files {
        let file = Keep {
            id: Id::new(),
            name: sent.name,
            content_type: sent.content_type,
            bytes: sent.bytes.to_vec(),
        };
        note.files.push(file.id);
        ask.write(move |tx, actor, now| attachment::keep(tx, actor, now, &file)).await?;
    }
    let input = AddMessage { number, seen: None, note, reopen: form.has("reopen"), speaker: None };
    ask.write(move |tx, actor, now| message::add_message(tx, actor, now, &input)).await?;
    Ok(())
}

fn draft(number: i64) -> String {
    format!("mine-{number}")
}

fn page(ask: &Ask, shown: &Shown, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let (w, now, ticket) = (ask.words(), ask.now(), &shown.ticket);
    let mut frame = ask.frame(format!("{} {}", ticket.number, ticket.title));
    frame.narrow = true;
    frame.errors = refusal.is_some();
    let content = html! {
        (backlink(&w.t("desk-mine-title"), "/hjalp/mina"))
        (Fields::new(w, form, refusal).summary())
        h1 class="h-xl" data-object="ticket" { (ticket.title) }
        div id="where" data-live={ "desk.ticket:" (ticket.number) } {
            p class="say" {
                (words::stage(w, ticket.stage)) " "
                span class="meta num" { (w.with("desk-mine-reported", &[("number", ticket.number.to_string().into()), ("when", w.when(ticket.created_at, now).into())])) }
            }
            (where_it_stands(w, shown, now))
            (conversation(w, shown, now))
        }
        (reply(ask, shown, form, refusal, &frame.csrf))
    };
    reading_room(&frame, content)
}

fn where_it_stands(w: Words, shown: &Shown, now: Moment) -> Markup {
    let ticket = &shown.ticket;
    html! {
        @match ticket.stage {
            Stage::Waiting(Reason::User) => {
                (Notice::new(Tone::Wait, w.t("desk-mine-your-turn")).text(w.t("desk-mine-your-turn-about"))
                    .act(Button::link(w.t("desk-mine-answer"), "#svar")))
            }
            Stage::Resolved => {
                (Notice::new(Tone::Ok, w.t("desk-mine-solved")).text(until(w, shown, now)))
                (kept(w, shown))
            }
            Stage::Closed => (kept(w, shown)),
            _ => @if let Some(due) = ticket.due.resolution {
                p { (w.with("desk-mine-promise", &[("when", w.when(due, now).into())])) }
            },
        }
    }
}

fn until(w: Words, shown: &Shown, now: Moment) -> String {
    match shown.reopen_until.filter(|until| *until > now) {
        Some(until) => w.with("desk-mine-reopen-until", &[("when", w.when(until, now).into())]),
        None => w.t("desk-mine-reopen-over"),
    }
}

/// How the promise went, for who was promised it.
fn kept(w: Words, shown: &Shown) -> Markup {
    use service_level::Outcome::{Broken, Kept, NotMeasured, Pending};
    let outcome = shown.clocks.resolution.as_ref().map_or(NotMeasured, |clock| clock.outcome);
    let (mark, key) = match outcome {
        Kept => (Verdict::Kept, "desk-outcome-kept"),
        Broken => (Verdict::Broken, "desk-outcome-broken"),
        NotMeasured | Pending => (Verdict::NotMeasured, "desk-outcome-not-measured"),
    };
    html! { p { (w.t("desk-mine-outcome")) " " (verdict(mark, &w.t(key))) } }
}

fn conversation(w: Words, shown: &Shown, now: Moment) -> Markup {
    let ticket = &shown.ticket;
    html! {
        h2 class="subhead" { (w.t("desk-mine-talk")) }
        ol class="talk" {
            li {
                (by(w, &shown.requester.name, ticket.created_at, now))
                div class="msg" { (prose(&ticket.description)) (attached(&links(w, &shown.files))) }
            }
            @for entry in &shown.timeline {
                @match &entry.kind {
                    EntryKind::Said { author, text, files, .. } => li {
                        (by(w, &speaker(w, *author, &entry.by.name), entry.at, now))
                        div class="msg" { (prose(text)) (attached(&links(w, files))) }
                    },
                    EntryKind::Done(events) => @if let Some(line) = stage_line(w, events) {
                        li class="line" { (line) " " span class="meta num" { (w.when(entry.at, now)) } }
                    },
                }
            }
        }
    }
}

fn by(w: Words, name: &str, at: Moment, now: Moment) -> Markup {
    html! { div class="by" { b { (name) } span class="meta num" { (w.when(at, now)) } } }
}

fn speaker(w: Words, author: Author, name: &str) -> String {
    match author {
        Author::Machine => w.t("desk-author-machine"),
        _ if name.is_empty() => w.t("desk-author-unknown"),
        _ => name.to_owned(),
    }
}

/// The last stage that the act led to, in the requester's words.
fn stage_line(w: Words, events: &[Event]) -> Option<String> {
    let stage = events.iter().rev().find_map(Event::stage)?;
    Some(w.t(words::key(stage)))
}

fn links(w: Words, files: &[Attachment]) -> Vec<FileLink> {
    files
        .iter()
        .map(|file| FileLink {
            name: file.name.clone(),
            href: format!("/bilagor/{}", file.id),
            size: w.file_size(file.bytes.unsigned_abs()),
        })
        .collect()
}

fn reply(ask: &Ask, shown: &Shown, form: &Form, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let (w, number) = (ask.words(), shown.ticket.number);
    let fields = Fields::new(w, form, refusal);
    let reopens = shown.deeds.contains(&Deed::Reopen);
    let label = w.t(if reopens { "desk-mine-still" } else { "desk-mine-write" });
    html! {
        @if shown.deeds.contains(&Deed::Message) && (reopens || shown.ticket.stage != Stage::Resolved) {
            form method="post" action={ "/hjalp/mina/" (number) "/svar" } id="svar" enctype="multipart/form-data" novalidate
                data-draft=(draft(number)) data-sending=(w.t("desk-report-sending")) {
                (csrf_field(csrf))
                input type="hidden" name="id" value=(Id::new());
                @if reopens { input type="hidden" name="reopen" value="1"; }
                (fields.area("text", label).rows(5).hint(w.t(if reopens { "desk-mine-still-hint" } else { "desk-mine-write-hint" })))
                (fields.file("file", w.t("desk-mine-file"), PORTAL_BYTES.unsigned_abs()).optional().multiple())
                p data-progress role="status" {}
                div class="formacts" { (Button::submit(w.t(if reopens { "desk-mine-reopen" } else { "desk-mine-send" })).primary()) }
            }
        } @else if shown.ticket.stage == Stage::Closed {
            p { (w.t("desk-mine-closed-about")) " " a href="/hjalp/fel" { (w.t("desk-mine-report-new")) } }
        }
    }
}
