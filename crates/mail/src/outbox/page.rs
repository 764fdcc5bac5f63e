//! `/admin/mejl`: what we have written, and how far it has come.

use axum::extract::Path;
use kernel::{Id, Page, PageSize, Refusal};
use maud::{Markup, html};
use notifications::Kind;
use texts::Words;
use web::page::components::{Button, Pager, Pairs, Row, Table, Tone, backlink, empty, prose, tag};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Form, Said, csv_answer};

use super::{Outgoing, Question, SendAgain, State, export::rows, list, send_again, show};
use crate::log_page::{Counts, IN, OUT, figures, head, stand};

fn question(query: &Form) -> Question {
    Question { state: State::parse(query.raw("lage")), after: query.maybe("after"), size: PageSize::DEFAULT }
}

pub(crate) async fn show_list(ask: Ask, query: Form) -> Answer {
    let (w, question) = (ask.words(), question(&query));
    let state = question.state;
    let found = ask.read(move |tx, actor, _| list(tx, actor, &question)).await?;
    let counts = Counts::read(&ask).await?;
    let frame = ask.frame(w.t("mail-out"));
    let figures = figures(w, OUT, "lage", &counts.out, |state| (state.key(), state.code()));
    let content = html! {
        (head(&ask, &frame.title, (&w.t("mail-in"), IN), &counts, &figures))
        section class="block" {
            h2 { (state.map_or_else(|| w.t("mail-all"), |state| w.t(state.key()))) }
            (table(&ask, &found, &query))
        }
    };
    stand(&ask, &frame, content)
}

fn table(ask: &Ask, found: &Page<Outgoing>, query: &Form) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    if found.items.is_empty() {
        return empty(&w.t("mail-out-empty"), &w.t("mail-out-empty-hint"), None);
    }
    let rows = found.items.iter().map(|mail| {
        Row::new(html! { a href={ (OUT) "/ut/" (mail.id) } { (mail.subject) } })
            .cell(&mail.to_mail)
            .cell(w.t(kind_key(mail.kind)))
            .cell(state(w, mail))
            .cell(w.when(mail.made_at, now))
    });
    html! {
        (Table::new(w.t("mail-out")).text(w.t("mail-subject")).text(w.t("mail-to")).text(w.t("mail-kind"))
            .text(w.t("mail-state")).text(w.t("mail-made")).rows(rows))
        (Pager::new(w, "", OUT, query, found.next.as_deref()))
        form method="get" action={ (OUT) ".csv" } {
            input type="hidden" name="lage" value=(query.raw("lage"));
            div class="formacts" { (Button::submit(w.t("mail-export")).quiet()) }
        }
    }
}

fn state(w: Words, mail: &Outgoing) -> Markup {
    let tone = match mail.state {
        State::Queued => Tone::Info,
        State::Sent => Tone::Ok,
        State::Dead => Tone::Bad,
    };
    tag(tone, None, &w.t(mail.state.key()))
}

const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Receipt => "mail-kind-receipt",
        Kind::Answer => "mail-kind-answer",
        Kind::Resolved => "mail-kind-resolved",
        Kind::Closed => "mail-kind-closed",
        Kind::Reply => "mail-kind-reply",
        Kind::Assigned => "mail-kind-assigned",
    }
}

/// Why the last attempt failed, in words.
fn fault(w: Words, fault: &str) -> String {
    let (code, status) = fault.split_once(' ').unwrap_or((fault, ""));
    match code {
        "refused" => w.with("mail-fault-refused", &[("status", status.into())]),
        "later" => w.with("mail-fault-later", &[("status", status.into())]),
        "tls" => w.t("mail-fault-tls"),
        "unwritable" => w.t("mail-fault-unwritable"),
        _ => w.t("mail-fault-unreachable"),
    }
}

pub(crate) async fn show_one(ask: Ask, Path(id): Path<String>) -> Answer {
    let (w, now) = (ask.words(), ask.now());
    let id = id_in(&id)?;
    let mail = ask.read(move |tx, actor, _| show(tx, actor, id)).await?;
    let frame = ask.frame(mail.subject.clone());
    let pairs = Pairs::new()
        .pair(w.t("mail-to"), &mail.to_mail)
        .pair(w.t("mail-ticket"), mail.ticket.to_string())
        .pair(w.t("mail-kind"), w.t(kind_key(mail.kind)))
        .pair(w.t("mail-state"), state(w, &mail))
        .pair(w.t("mail-made"), w.when(mail.made_at, now))
        .maybe(w.t("mail-sent"), mail.sent_at.map(|at| w.when(at, now)))
        .pair(w.t("mail-attempts"), w.number(mail.attempts))
        .maybe(w.t("mail-fault"), mail.fault.as_deref().map(|code| fault(w, code)))
        .maybe(w.t("mail-next"), (mail.state == State::Queued).then(|| w.when(mail.next_at, now)))
        .pair("Message-ID", &mail.message_id);
    let content = html! {
        (backlink(&w.t("mail-out"), OUT))
        h1 class="h-xl" { (frame.title) }
        section class="block" { (pairs) }
        @if mail.state == State::Dead {
            form method="post" action={ (OUT) "/ut/" (mail.id) "/igen" } {
                (csrf_field(&frame.csrf))
                div class="formacts" { (Button::submit(w.t("mail-again")).primary()) }
            }
        }
        section class="block" {
            h2 { (w.t("mail-text")) }
            div class="prose" { (prose(&mail.text)) }
        }
    };
    stand(&ask, &frame, content)
}

pub(crate) fn id_in(text: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| Refusal::not_found("mail-unknown"))
}

pub(crate) async fn again(ask: Ask, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    ask.write(move |tx, actor, now| send_again(tx, actor, now, &SendAgain { id })).await?;
    Said::new("mail-said-again").see_other(&format!("{OUT}/ut/{id}"))
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let w = ask.words();
    let state = question(&query).state;
    let mails = ask.report(move |tx, actor, _| rows(tx, actor, state)).await?;
    let heads = [
        "mail-subject",
        "mail-to",
        "mail-ticket",
        "mail-kind",
        "mail-state",
        "mail-made",
        "mail-sent",
        "mail-attempts",
        "mail-fault",
    ];
    let head = heads.map(|key| w.t(key)).to_vec();
    let body = mails.into_iter().map(|mail| {
        vec![
            mail.subject,
            mail.to_mail,
            mail.ticket.to_string(),
            w.t(kind_key(mail.kind)),
            w.t(mail.state.key()),
            mail.made_at.rfc3339(w.zone()),
            mail.sent_at.map(|at| at.rfc3339(w.zone())).unwrap_or_default(),
            mail.attempts.to_string(),
            mail.fault.map(|code| fault(w, &code)).unwrap_or_default(),
        ]
    });
    csv_answer(&w.t("mail-out-file"), std::iter::once(head).chain(body))
}
