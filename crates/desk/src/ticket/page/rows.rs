//! The rows of the queue: on screen, and as a file.

use kernel::Moment;
use maud::{Markup, html};
use web::Ask;
use web::page::components::{Avatar, avatar_named, initials, nobody, priority_mark};

use super::{asked, words};
use crate::ticket::{Line, Parts, Question, Queue, Queued, Who};

/// A table whose rows are links, in groups by when the next promise breaks.
pub(super) fn table(ask: &Ask, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    html! {
        table class="q" data-rows {
            caption class="sr" { (w.t(if queue.parts.is_some() { "desk-queue-caption" } else { "desk-queue-caption-other" })) }
            colgroup { col class="c-p"; col; col class="c-s"; col class="c-d"; col class="c-a"; }
            thead {
                tr {
                    th scope="col" { span class="sr" { (w.t("desk-priority")) } }
                    th scope="col" { (w.t("desk-ticket")) }
                    th scope="col" { (w.t("desk-status")) }
                    th scope="col" { (w.t(if question.only_open() { "desk-due" } else { "desk-due-or-done" })) }
                    th scope="col" { span class="sr" { (w.t("desk-assignee")) } }
                }
            }
            @match queue.parts {
                Some(parts) => @for (id, key, count, rows) in groups(parts, &queue.rows) {
                    tbody class="g" id=(id) {
                        tr { th colspan="5" scope="rowgroup" data-say=[says(ask, id, count)] { (w.t(key)) span class="num" { (count) } } }
                        @for queued in rows { (row(ask, question, queued)) }
                    }
                },
                None => tbody id="g-all" { @for queued in &queue.rows { (row(ask, question, queued)) } },
            }
        }
    }
}

/// Said politely when it changes: the one count that asks for somebody.
fn says(ask: &Ask, id: &str, count: i64) -> Option<String> {
    (id == "g-now").then(|| ask.words().with("desk-queue-says", &[("count", count.into())]))
}

type Group<'a> = (&'static str, &'static str, i64, Vec<&'a Queued>);

/// Those that have rows on this page.
fn groups(parts: Parts, rows: &[Queued]) -> Vec<Group<'_>> {
    let next = |queued: &Queued| queued.line.due.next.unwrap_or(Moment(i64::MAX));
    let within = |from: Moment, to: Moment| -> Vec<&Queued> {
        rows.iter()
            .filter(|queued| (from..to).contains(&next(queued)) || (to.0 == i64::MAX && next(queued) == to))
            .collect()
    };
    let (first, last) = (Moment(i64::MIN), Moment(i64::MAX));
    let all = [
        ("g-now", "desk-part-now", parts.now, within(first, parts.soon)),
        ("g-today", "desk-part-today", parts.today, within(parts.soon, parts.tonight)),
        ("g-later", "desk-part-later", parts.later, within(parts.tonight, last)),
    ];
    all.into_iter().filter(|(_, _, _, rows)| !rows.is_empty()).collect()
}

fn row(ask: &Ask, question: &Question, queued: &Queued) -> Markup {
    let (w, now, line) = (ask.words(), ask.now(), &queued.line);
    let number = line.number.to_string();
    let (class, due) = words::due(w, now, line, queued.used);
    let mark = w.with("desk-queue-mark", &[("number", number.as_str().into())]);
    html! {
        tr class=(if line.replied { "r unread" } else { "r" }) id={ "t" (number) } data-row data-number=(number) {
            td class="p" {
                label class="mark" { input type="checkbox" name="nr" value=(number) data-mark aria-label=(mark); }
                (priority_mark(line.priority.number(), &words::priority_phrase(w, line.priority)))
            }
            td class="w" {
                a class="ttl" href=(asked::address(&format!("/arenden/{number}"), question)) { (line.title) }
                span class="sub" {
                    span class="num" { (number) } span class="dot" { "·" } (words::who_and_where(w, &line.requester))
                    @if line.replied { span class="dot" { "·" } b { (w.t("desk-has-replied")) } }
                    @if let Some(words) = open_by(ask, line) { span class="dot" { "·" } (words) }
                }
            }
            td class="s" { (words::stage(w, line.stage)) }
            td class=(class) { (due) }
            td class="a" { (handler(ask, line)) }
        }
    }
}

/// `Sofia Rönnberg har det öppet`: a collision seen before the click.
fn open_by(ask: &Ask, line: &Line) -> Option<String> {
    let w = ask.words();
    let names: Vec<&str> = line.here.iter().map(|who| who.name.as_str()).collect();
    (!names.is_empty()).then(|| w.with("desk-has-open", &[("names", w.list(&names).into())]))
}

/// Who has it; with a ring, who has it open.
fn handler(ask: &Ask, line: &Line) -> Markup {
    let w = ask.words();
    let is_open = |who: &Who| line.here.iter().any(|here| here.person == who.person);
    let opened = |name: &str| w.with("desk-has-open", &[("names", name.into())]);
    let is_me = |who: &Who| who.person.is_some() && who.person == ask.actor().person;
    match (&line.assignee, line.here.first()) {
        (Some(who), _) if is_open(who) => initials_of(&who.name, "av here", &opened(&who.name)),
        (_, Some(here)) => initials_of(&here.name, "av here", &opened(&here.name)),
        (Some(who), None) if is_me(who) => {
            initials_of(&who.name, "av me", &w.with("desk-you", &[("name", who.name.as_str().into())]))
        }
        (Some(who), None) => avatar_named(&who.name, Avatar::Other),
        (None, None) => nobody(&w.t("desk-nobody")),
    }
}

/// Initials that say more than the name.
fn initials_of(name: &str, class: &str, says: &str) -> Markup {
    html! { span class=(class) role="img" aria-label=(says) title=(says) { (initials(name)) } }
}

const COLUMNS: [&str; 14] = [
    "desk-col-number",
    "desk-col-kind",
    "desk-col-title",
    "desk-status",
    "desk-priority",
    "desk-requester",
    "desk-col-unit",
    "desk-group",
    "desk-assignee",
    "desk-service",
    "desk-col-created",
    "desk-col-answer-due",
    "desk-due",
    "desk-col-resolved",
];

/// The headings and a line for each ticket, as a spreadsheet reads them.
pub(super) fn sheet(ask: &Ask, lines: &[Line]) -> Vec<Vec<String>> {
    let w = ask.words();
    let at = |moment: Option<Moment>| moment.map(|at| at.rfc3339(w.zone())).unwrap_or_default();
    let mut rows = vec![COLUMNS.iter().map(|key| w.t(key)).collect()];
    for line in lines {
        rows.push(vec![
            line.number.to_string(),
            w.t(words::kind_key(line.kind)),
            line.title.clone(),
            w.t(words::stage_key(line.stage)),
            words::priority_word(w, line.priority),
            line.requester.name.clone(),
            line.requester.unit_name.clone().unwrap_or_default(),
            line.group_name.clone(),
            line.assignee.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
            line.service_name.clone().unwrap_or_default(),
            at(Some(line.created_at)),
            at(line.due.response),
            at(line.due.resolution),
            at(line.resolved_at),
        ]);
    }
    rows
}
