//! `/admin/logg`: what everybody did, for administrators.

use kernel::{Day, Id, Moment, Page, PageSize};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Pager, Row, Table, empty};
use web::page::forms::Fields;
use web::{Answer, Ask, Form, csv_answer};

use super::list::{self, Line, Question};
use crate::account;
use crate::room_page::{frame, stand};

pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    let question = question(&ask, &query).await?;
    let found = match question {
        Some(question) => ask.report(move |tx, actor, _| list::list(tx, actor, &question)).await?,
        None => Page { items: Vec::new(), next: None },
    };
    html(page(&ask, &query, &found))
}

/// The filters of the address; none when they name an account or a row that there is not.
async fn question(ask: &Ask, query: &Form) -> Result<Option<Question>, kernel::Refusal> {
    let account = match query.maybe("account") {
        None => None,
        Some(login) => match ask.read(move |tx, _, _| account::by_login(tx, &login)).await? {
            Some(account) => Some(account.id),
            None => return Ok(None),
        },
    };
    let subject = match query.maybe("subject") {
        None => None,
        Some(text) => match text.parse::<Id>() {
            Ok(id) => Some(id),
            Err(_) => return Ok(None),
        },
    };
    let begins = |name: &str| Day::parse(query.raw(name)).and_then(|day| midnight(ask, day));
    Ok(Some(Question {
        act: query.text("act"),
        account,
        subject,
        from: begins("from"),
        until: begins("until").map(|at| at.plus(Moment::DAY)),
        after: query.number("after"),
        size: PageSize::DEFAULT,
    }))
}

fn midnight(ask: &Ask, day: Day) -> Option<Moment> {
    let date = day.date()?;
    let zoned = date.to_zoned_datetime(ask.app.zone.clone()).ok()?;
    Some(Moment::from_timestamp(zoned.timestamp()))
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let found = match question(&ask, &query).await? {
        Some(question) => ask.report(move |tx, actor, _| list::export(tx, actor, &question)).await?,
        None => Vec::new(),
    };
    let w = ask.words();
    let heads = [
        "access-log-when",
        "access-log-who",
        "access-log-door",
        "access-log-act",
        "access-log-subject",
        "access-log-detail",
    ];
    let rows = found.into_iter().map(|line| {
        let detail = line.detail.to_string();
        vec![
            line.at.rfc3339(ask.app.zone),
            line.label,
            line.channel,
            line.act,
            line.subject.to_string(),
            detail,
        ]
    });
    let head = heads.iter().map(|key| w.t(key)).collect();
    csv_answer(&w.t("access-log-file"), std::iter::once(head).chain(rows))
}

fn page(ask: &Ask, query: &Form, found: &Page<Line>) -> Markup {
    let w = ask.words();
    let frame = frame(ask, w.t("access-log"), None);
    let content = html! {
        h1 class="h-xl" { (w.t("access-log")) }
        p class="lede" { (w.t("access-log-lede")) }
        (filters(w, query))
        @if found.items.is_empty() { (empty(&w.t("access-log-empty"), &w.t("access-log-empty-hint"), None)) }
        @else {
            section class="group" {
                (table(ask, &found.items))
                (Pager::new(w, "", "/admin/logg", query, found.next.as_deref()))
            }
        }
    };
    stand(ask, &frame, content)
}

fn filters(w: Words, query: &Form) -> Markup {
    let fields = Fields::new(w, query, None);
    html! {
        form method="get" action="/admin/logg" role="search" {
            div class="fields" {
                (fields.text("act", w.t("access-log-act")).hint(w.t("access-log-act-hint")))
                (fields.text("account", w.t("access-log-account")).kind("email").hint(w.t("access-log-account-hint")))
                (fields.text("from", w.t("access-log-from")).kind("date"))
                (fields.text("until", w.t("access-log-until")).kind("date"))
            }
            @if query.has("subject") { input type="hidden" name="subject" value=(query.raw("subject")); }
            div class="formacts" {
                (Button::submit(w.t("access-log-show")).primary())
                (Button::submit(w.t("access-export")).post_to("/admin/logg.csv"))
                a href="/admin/logg" { (w.t("access-log-all")) }
            }
        }
    }
}

fn table(ask: &Ask, lines: &[Line]) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    let rows = lines.iter().map(|line| {
        let about = format!("/admin/logg?subject={}", line.subject);
        Row::new(w.when(line.at, now))
            .cell(who(w, line))
            .cell(door(w, &line.channel))
            .cell(html! { a href=(about) { (line.act) } })
            .cell(html! { code { (detail(line)) } })
    });
    let table = Table::new(w.t("access-log"))
        .text(w.t("access-log-when"))
        .text(w.t("access-log-who"))
        .text(w.t("access-log-door"))
        .text(w.t("access-log-act"))
        .text(w.t("access-log-detail"));
    html! { (table.rows(rows)) }
}

fn who(w: Words, line: &Line) -> String {
    if line.label.is_empty() { w.t("access-log-nobody") } else { line.label.clone() }
}

fn door(w: Words, channel: &str) -> String {
    match channel {
        "page" => w.t("access-door-page"),
        "api" => w.t("access-door-api"),
        "cli" => w.t("access-door-cli"),
        "mail" => w.t("access-door-mail"),
        "job" => w.t("access-door-job"),
        other => other.to_owned(),
    }
}

fn detail(line: &Line) -> String {
    match line.detail.as_object() {
        Some(members) if members.is_empty() => String::new(),
        _ => line.detail.to_string(),
    }
}
