//! `/hjalp/fel` and `/hjalp/behov`: what happened → which device → how we reach you. Three pages, one form.

use kernel::{Id, Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html, html_with, see_other, status};
use web::page::Frame;
use web::page::components::{Button, backlink};
use web::page::forms::{Choice, Fields};
use web::page::layout::{csrf_field, reading_room};
use web::upload::{self, Upload};
use web::{Answer, Ask, Form, Said};

use super::report_form::{Effect, carry, check_first, check_last, command, kind};
use crate::attachment::{self, Attachment, Keep, PORTAL_BYTES};
use crate::portal::{self, Contact};
use crate::ticket::{self, Kind};

const FIRST: &str = "/hjalp/fel";
const DRAFT: &str = "report";

/// The first page, empty or with the device that a link or a label named.
pub(crate) async fn fault(ask: Ask, form: Form) -> Answer {
    begin(&ask, &form, Kind::Incident)
}

pub(crate) async fn need(ask: Ask, form: Form) -> Answer {
    begin(&ask, &form, Kind::ServiceRequest)
}

fn begin(ask: &Ask, form: &Form, kind: Kind) -> Answer {
    let mut pairs =
        vec![("id".to_owned(), Id::new().to_string()), ("kind".to_owned(), kind.code().to_owned())];
    pairs.extend(form.maybe("enhet").map(|device| ("device".to_owned(), device)));
    html(first_page(ask, &Form::of(pairs), &[], None))
}

/// The second page, or the first again with what is to be put right.
pub(crate) async fn device(ask: Ask, request: axum::extract::Request) -> Answer {
    let upload = upload::read(request, PORTAL_BYTES.unsigned_abs()).await?;
    let (form, files) = keep_files(&ask, upload).await?;
    let form = match form {
        Ok(form) => form,
        Err((form, Some(refusal))) => {
            return html_with(status(refusal.kind), first_page(&ask, &form, &files, Some(&refusal)));
        }
        Err((form, None)) => return html(first_page(&ask, &form, &files, None)),
    };
    if let Err(refusal) = check_first(&form) {
        return html_with(status(refusal.kind), first_page(&ask, &form, &files, Some(&refusal)));
    }
    let contact = ask.read(portal::contact).await?;
    html(second_page(&ask, &form, &contact))
}

/// The third page.
pub(crate) async fn reach(ask: Ask, form: Form) -> Answer {
    if check_first(&form).is_err() {
        return see_other(FIRST);
    }
    let contact = ask.read(portal::contact).await?;
    html(third_page(&ask, &form, &contact, None))
}

pub(crate) async fn send(ask: Ask, form: Form) -> Answer {
    if check_first(&form).is_err() {
        return see_other(FIRST);
    }
    let created = match check_last(&form) {
        Ok(()) => {
            let input = command(&form, ask.words());
            ask.write(move |tx, actor, now| ticket::create(tx, actor, now, &input)).await
        }
        Err(refusal) => Err(refusal),
    };
    match created {
        Ok(ticket) => {
            Said::default().saved_draft(DRAFT).see_other(&format!("/hjalp/fel/kvitto/{}", ticket.number))
        }
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let contact = ask.read(portal::contact).await?;
            html_with(status(refusal.kind), third_page(&ask, &form, &contact, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Reloaded or typed by hand, the later pages have nothing to go on.
pub(crate) async fn back_to_first() -> Answer {
    see_other(FIRST)
}

/// The form, or the form that is to be shown again: with what to put right, or without a file that was taken away.
type Kept = Result<Form, (Form, Option<Refusal>)>;

/// Puts the files into the database at once: a page that is shown again keeps them. Gives all that are with the report.
async fn keep_files(ask: &Ask, upload: Upload) -> Result<(Kept, Vec<Attachment>), Refusal> {
    let removed = upload.form.raw("remove").to_owned();
    let mut ids: Vec<Id> = upload.form.all("file").into_iter().filter_map(|id| id.parse().ok()).collect();
    ids.retain(|id| id.to_string() != removed);
    for sent in upload.files {
        let file = Keep {
            id: Id::new(),
            name: sent.name,
            content_type: sent.content_type,
            bytes: sent.bytes.to_vec(),
        };
        ids.push(file.id);
        ask.write(move |tx, actor, now| attachment::keep(tx, actor, now, &file)).await?;
    }
    let pairs = upload.form.pairs().iter().filter(|(name, _)| name != "file" && name != "remove").cloned();
    let form = Form::of(pairs.chain(ids.iter().map(|id| ("file".to_owned(), id.to_string()))));
    let files = ask.read(move |tx, actor, _| attachment::own(tx, actor, &ids)).await?;
    let kept = match upload.refused {
        Some(refusal) => Err((form, Some(Refusal { field: Some("photo"), ..refusal }))),
        None if !removed.is_empty() => Err((form, None)),
        None => Ok(form),
    };
    Ok((kept, files))
}

fn frame(ask: &Ask, title: String, refusal: Option<&Refusal>) -> Frame {
    let mut frame = ask.frame(title);
    frame.narrow = true;
    frame.errors = refusal.is_some();
    frame
}

fn step(w: Words, number: i64) -> Markup {
    html! { p class="stepline" { (w.with("desk-report-step", &[("step", number.into()), ("of", 3.into())])) } }
}

fn first_page(ask: &Ask, form: &Form, files: &[Attachment], refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let fault = kind(form) == Kind::Incident;
    let say = |of_fault: &str, of_need: &str| w.t(if fault { of_fault } else { of_need });
    let frame = frame(ask, say("desk-report-title", "desk-need-title"), refusal);
    let fields = Fields::new(w, form, refusal);
    let effects = Effect::ALL.into_iter().map(|effect| {
        let choice = Choice::new(effect.code(), w.t(effect.key()));
        if effect == Effect::Many { choice.about(w.t("desk-report-effect-many-about")) } else { choice }
    });
    let content = html! {
        (backlink(&w.t("desk-report-back"), "/hjalp"))
        (fields.summary())
        (step(w, 1))
        h1 class="h-xl" { (say("desk-report-title", "desk-need-title")) }
        form method="post" action="/hjalp/fel/enhet" enctype="multipart/form-data" novalidate data-draft=(DRAFT)
            data-sending=(w.t("desk-report-sending")) {
            (csrf_field(&frame.csrf))
            (carry(form, &["description", "effect"]))
            (fields.area("description", w.t("desk-report-what")).hint(say("desk-report-what-hint", "desk-need-what-hint")).rows(6))
            (fields.file("photo", w.t("desk-report-photo"), PORTAL_BYTES.unsigned_abs()).hint(w.t("desk-report-photo-hint")).optional().multiple())
            (kept(w, files))
            @if fault {
                (fields.radios("effect", w.t("desk-report-effect"), effects.collect()).value(Effect::Stopped.code()))
            }
            p data-progress role="status" {}
            div class="formacts" {
                (Button::submit(w.t("desk-report-go-on")).primary().large())
                a href="/hjalp" { (w.t("desk-report-later")) }
            }
        }
    };
    reading_room(&frame, content)
}

/// The files that came with an earlier try, each with a way to take it away.
fn kept(w: Words, files: &[Attachment]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul class="files" aria-label=(w.t("desk-report-files")) {
                @for file in files {
                    li {
                        span { b { (file.name) } " " span class="meta num" { (w.file_size(file.bytes.unsigned_abs())) } }
                        button class="btn sm" type="submit" name="remove" value=(file.id) {
                            (w.t("desk-report-file-remove")) span class="sr" { " " (file.name) }
                        }
                    }
                }
            }
        }
    }
}

fn second_page(ask: &Ask, form: &Form, contact: &Contact) -> Markup {
    let w = ask.words();
    let frame = frame(ask, w.t("desk-report-device-title"), None);
    let fields = Fields::new(w, form, None);
    let lang = w.lang();
    let mut choices: Vec<Choice> = contact
        .devices
        .iter()
        .map(|device| Choice::new(device.number.clone(), device.label(lang)).about(device.model.clone()))
        .collect();
    // One that a label named and that is somebody else's: the classroom's, the ward's.
    let named =
        form.maybe("device").filter(|named| contact.devices.iter().all(|device| device.number != *named));
    choices.extend(named.map(|named| Choice::new(named.clone(), named)));
    choices.push(Choice::new("", w.t("desk-report-device-unknown")));
    let first = contact.devices.first().map(|device| device.number.clone());
    let content = html! {
        (step(w, 2))
        h1 class="h-xl" { (w.t("desk-report-device-title")) }
        form method="post" action="/hjalp/fel/kontakt" {
            (csrf_field(&frame.csrf))
            (carry(form, &["device"]))
            (fields.radios("device", w.t("desk-report-device"), choices).value(first.unwrap_or_default()).hint(w.t("desk-report-device-hint")))
            div class="formacts" { (Button::submit(w.t("desk-report-go-on")).primary().large()) }
        }
    };
    reading_room(&frame, content)
}

fn third_page(ask: &Ask, form: &Form, contact: &Contact, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let frame = frame(ask, w.t("desk-report-reach-title"), refusal);
    let fields = Fields::new(w, form, refusal);
    let by_mail =
        Choice::new("mail", w.t("desk-report-reach-mail")).about(contact.mail.clone().unwrap_or_default());
    let by_phone = Choice::new("phone", w.t("desk-report-reach-phone"));
    let content = html! {
        (fields.summary())
        (step(w, 3))
        h1 class="h-xl" { (w.t("desk-report-reach-title")) }
        form method="post" action="/hjalp/fel/skicka" novalidate {
            (csrf_field(&frame.csrf))
            (carry(form, &["reach", "phone"]))
            (fields.radios("reach", w.t("desk-report-reach"), vec![by_mail, by_phone]).value("mail"))
            (fields.text("phone", w.t("desk-report-phone")).kind("tel").autocomplete("tel").short().optional()
                .value(contact.phone.clone().unwrap_or_default()))
            div class="formacts" { (Button::submit(w.t("desk-report-send")).primary().large()) }
        }
    };
    reading_room(&frame, content)
}
