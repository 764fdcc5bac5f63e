use axum::extract::Path;
use kernel::Page;
use web::{Answer, Ask, Form, api, csv_answer};

use super::door::number;
use super::shape::{HistoryEntry, MessageView, TicketLine, TicketView};
use crate::message;
use crate::ticket::{self, Question, Reason};

fn question(query: &Form) -> Result<Question, kernel::Refusal> {
    Question::parse(query.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

pub async fn list(ask: Ask, query: Form) -> Answer {
    let question = question(&query)?;
    let page = ask.read(move |tx, actor, now| ticket::list(tx, actor, now, &question)).await?;
    let zone = ask.words().zone();
    api::page(&page.map(|line| TicketLine::of(line, zone)))
}

pub async fn show(ask: Ask, Path(path): Path<String>) -> Answer {
    let number = number(&path)?;
    let detail = ask.read(move |tx, actor, now| ticket::detail(tx, actor, now, number)).await?;
    let version = detail.ticket.version;
    api::ok_versioned(&TicketView::of(detail, ask.words().zone()), version)
}

pub async fn messages(ask: Ask, Path(path): Path<String>) -> Answer {
    let number = number(&path)?;
    let messages = ask.read(move |tx, actor, _| message::of_ticket(tx, actor, number)).await?;
    let zone = ask.words().zone();
    let items = messages.into_iter().map(|message| MessageView::of(message, zone)).collect();
    api::page(&Page { items, next: None })
}

pub async fn history(ask: Ask, Path(path): Path<String>) -> Answer {
    let number = number(&path)?;
    let all = ask.read(move |tx, actor, now| ticket::since(tx, actor, now, number, 0)).await?;
    let zone = ask.words().zone();
    let items = all.into_iter().filter_map(|entry| HistoryEntry::of(entry, zone)).collect();
    api::page(&Page { items, next: None })
}

/// What a list shows page by page, as one file: codes and plain times, for programs and spreadsheets alike.
pub async fn export(ask: Ask, query: Form) -> Answer {
    let question = question(&query)?;
    let lines = ask.report(move |tx, actor, now| ticket::export(tx, actor, now, &question)).await?;
    let zone = ask.words().zone();
    let head = [
        "number",
        "kind",
        "title",
        "status",
        "reason",
        "priority",
        "requester",
        "unit",
        "service",
        "group",
        "assignee",
        "source",
        "response_due",
        "resolution_due",
        "responded_at",
        "created_at",
        "updated_at",
        "resolved_at",
        "closed_at",
    ];
    let time = |at: Option<kernel::Moment>| at.map(|at| at.rfc3339(zone)).unwrap_or_default();
    let rows = lines.into_iter().map(|line| {
        vec![
            line.number.to_string(),
            line.kind.code().to_owned(),
            line.title,
            line.stage.code().to_owned(),
            line.stage.reason().map(Reason::code).unwrap_or_default().to_owned(),
            line.priority.number().to_string(),
            line.requester.name,
            line.requester.unit_name.unwrap_or_default(),
            line.service_name.unwrap_or_default(),
            line.group_name,
            line.assignee.map(|who| who.name).unwrap_or_default(),
            line.source.code().to_owned(),
            time(line.due.response),
            time(line.due.resolution),
            time(line.responded_at),
            time(Some(line.created_at)),
            time(Some(line.updated_at)),
            time(line.resolved_at),
            time(line.closed_at),
        ]
    });
    let head: Vec<String> = head.into_iter().map(str::to_owned).collect();
    csv_answer("tickets.csv", std::iter::once(head).chain(rows))
}
