//! `/admin/mejl/in`: what came in, and what became of it.

use axum::extract::Path;
use kernel::{Page, PageSize};
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Button, Pager, Pairs, Row, Table, Tone, backlink, empty, prose, tag};
use web::{Answer, Ask, Form, csv_answer};

use super::{Fate, Incoming, Question, export::rows, list, show};
use crate::inbound::Flaw;
use crate::log_page::{Counts, IN, OUT, figures, head, stand};
use crate::outbox::page::id_in;

fn question(query: &Form) -> Question {
    Question { fate: Fate::parse(query.raw("utfall")), after: query.maybe("after"), size: PageSize::DEFAULT }
}

pub(crate) async fn show_list(ask: Ask, query: Form) -> Answer {
    let (w, question) = (ask.words(), question(&query));
    let fate = question.fate;
    let found = ask.read(move |tx, actor, _| list(tx, actor, &question)).await?;
    let counts = Counts::read(&ask).await?;
    let frame = ask.frame(w.t("mail-in"));
    let figures = figures(w, IN, "utfall", &counts.into, |fate| (fate.key(), fate.code()));
    let content = html! {
        (head(&ask, &frame.title, (&w.t("mail-out"), OUT), &counts, &figures))
        section class="block" {
            h2 { (fate.map_or_else(|| w.t("mail-all"), |fate| w.t(fate.key()))) }
            (table(&ask, &found, &query))
        }
    };
    stand(&ask, &frame, content)
}

fn table(ask: &Ask, found: &Page<Incoming>, query: &Form) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    if found.items.is_empty() {
        return empty(&w.t("mail-in-empty"), &w.t("mail-in-empty-hint"), None);
    }
    let rows = found.items.iter().map(|mail| {
        Row::new(html! { a href={ (IN) "/" (mail.id) } { (subject(w, mail)) } })
            .cell(from(w, mail))
            .cell(fate(w, mail))
            .cell(why(w, mail))
            .cell(mail.ticket.map(|number| number.to_string()).unwrap_or_default())
            .cell(w.when(mail.received_at, now))
    });
    html! {
        (Table::new(w.t("mail-in")).text(w.t("mail-subject")).text(w.t("mail-from")).text(w.t("mail-fate"))
            .text(w.t("mail-why")).text(w.t("mail-ticket")).text(w.t("mail-received")).rows(rows))
        (Pager::new(w, "", IN, query, found.next.as_deref()))
        form method="get" action={ (IN) ".csv" } {
            input type="hidden" name="utfall" value=(query.raw("utfall"));
            div class="formacts" { (Button::submit(w.t("mail-export")).quiet()) }
        }
    }
}

fn subject(w: Words, mail: &Incoming) -> String {
    if mail.subject.is_empty() { w.t("mail-no-subject") } else { mail.subject.clone() }
}

fn from(w: Words, mail: &Incoming) -> String {
    match (&mail.from_name, &mail.from_mail) {
        (Some(name), Some(mail)) => format!("{name} <{mail}>"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => w.t("mail-no-sender"),
    }
}

fn fate(w: Words, mail: &Incoming) -> Markup {
    let tone = match mail.fate {
        Fate::Created | Fate::Appended => Tone::Ok,
        Fate::Filed => Tone::Neutral,
        Fate::Refused => Tone::Bad,
    };
    tag(tone, None, &w.t(mail.fate.key()))
}

/// The rule that decided, in words.
fn why(w: Words, mail: &Incoming) -> String {
    w.t(match mail.rule.as_deref() {
        Some("message_id") => "mail-rule-message-id",
        Some("references") => "mail-rule-references",
        Some("number") => "mail-rule-number",
        Some("new") => "mail-rule-new",
        Some("duplicate") => "mail-rule-duplicate",
        Some("machine") => sign_key(mail.sign.as_deref()),
        Some(_) => "mail-rule-unparsable",
        None => "mail-rule-too-large",
    })
}

fn sign_key(sign: Option<&str>) -> &'static str {
    match sign {
        Some("loop") => "mail-sign-loop",
        Some("report") => "mail-sign-report",
        Some("null_return_path") => "mail-sign-null-return-path",
        Some("auto_reply") => "mail-sign-auto-reply",
        Some("bulk") => "mail-sign-bulk",
        Some("list") => "mail-sign-list",
        Some("machine_address") => "mail-sign-machine-address",
        _ => "mail-sign-auto-submitted",
    }
}

pub(crate) async fn show_one(ask: Ask, Path(id): Path<String>) -> Answer {
    let (w, now) = (ask.words(), ask.now());
    let id = id_in(&id)?;
    let shown = ask.read(move |tx, actor, _| show(tx, actor, id)).await?;
    let mail = &shown.mail;
    let frame = ask.frame(subject(w, mail));
    let flaws: Vec<String> = mail.flaws.iter().map(|code| flaw(w, code)).collect();
    let pairs = Pairs::new()
        .pair(w.t("mail-from"), from(w, mail))
        .pair(w.t("mail-fate"), fate(w, mail))
        .pair(w.t("mail-why"), why(w, mail))
        .maybe(w.t("mail-ticket"), mail.ticket.map(|number| number.to_string()))
        .pair(w.t("mail-received"), w.when(mail.received_at, now))
        .pair(w.t("mail-size"), w.file_size(u64::try_from(mail.bytes).unwrap_or(0)))
        .maybe(w.t("mail-flaws"), (!flaws.is_empty()).then(|| w.list(&flaws)))
        .maybe("Message-ID", (!mail.message_id.is_empty()).then_some(&mail.message_id));
    let content = html! {
        (backlink(&w.t("mail-in"), IN))
        h1 class="h-xl" { (frame.title) }
        section class="block" { (pairs) }
        section class="block" {
            @match &shown.text {
                Some(text) => { h2 { (w.t("mail-text")) } div class="prose" { (prose(text)) } },
                None if mail.ticket.is_some() => p { (w.t("mail-read-in-ticket")) },
                None => {},
            }
        }
    };
    stand(&ask, &frame, content)
}

/// What was wrong with the mail, in words; a code that this version does not know as it is.
fn flaw(w: Words, code: &str) -> String {
    Flaw::ALL
        .into_iter()
        .find(|flaw| flaw.code() == code)
        .map_or_else(|| code.to_owned(), |flaw| w.t(flaw_key(flaw)))
}

const fn flaw_key(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Empty => "mail-flaw-empty",
        Flaw::NoHeaders => "mail-flaw-no-headers",
        Flaw::NoSender => "mail-flaw-no-sender",
        Flaw::GivenUp => "mail-flaw-given-up",
        Flaw::HeadersCut => "mail-flaw-headers-cut",
        Flaw::BadHeaderLine => "mail-flaw-bad-header-line",
        Flaw::BadDate => "mail-flaw-bad-date",
        Flaw::NoBoundary => "mail-flaw-no-boundary",
        Flaw::TooDeep => "mail-flaw-too-deep",
        Flaw::TooManyParts => "mail-flaw-too-many-parts",
        Flaw::BrokenEncoding => "mail-flaw-broken-encoding",
        Flaw::CharsetGuessed => "mail-flaw-charset-guessed",
        Flaw::TextCut => "mail-flaw-text-cut",
        Flaw::HtmlCut => "mail-flaw-html-cut",
    }
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let w = ask.words();
    let by = question(&query).fate;
    let mails: Vec<Incoming> = ask.report(move |tx, actor, _| rows(tx, actor, by)).await?;
    let heads =
        ["mail-subject", "mail-from", "mail-fate", "mail-why", "mail-ticket", "mail-received", "mail-size"];
    let head = heads.map(|key| w.t(key)).to_vec();
    let body = mails.into_iter().map(|mail| {
        vec![
            subject(w, &mail),
            from(w, &mail),
            w.t(mail.fate.key()),
            why(w, &mail),
            mail.ticket.map(|number| number.to_string()).unwrap_or_default(),
            mail.received_at.rfc3339(w.zone()),
            mail.bytes.to_string(),
        ]
    });
    csv_answer(&w.t("mail-in-file"), std::iter::once(head).chain(body))
}
