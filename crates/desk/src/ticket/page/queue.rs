//! `/arenden`: the agents' list, by the next promise to break, with quick registration docked beside it.

use kernel::Refusal;
use maud::{Markup, html};
use web::answer::html;
use web::page::components::{Button, Pager, View, empty, list_head, views, with};
use web::page::layout::work_room_docked;
use web::page::{Frame, Icon, icon};
use web::{Answer, Ask, Form, csv_answer};

use super::{asked, filters, quick, rows, words};
use crate::ticket::{self, Question, Queue, Suggest};

pub(super) const PATH: &str = "/arenden";

pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    let question = asked::question(&query)?;
    let asks = question.clone();
    let suggest = Suggest::default();
    let (queue, quick) = ask
        .read(move |tx, actor, now| {
            let queue = ticket::queue(tx, actor, now, &asks)?;
            Ok::<_, Refusal>((queue, ticket::suggest(tx, actor, now, &suggest)?))
        })
        .await?;
    let w = ask.words();
    let mut frame = ask.frame(title(&ask, &question, &queue));
    frame.counted(PATH, count(queue.counts.open));
    let content = page(&ask, &frame, &query, &question, &queue);
    let dock = quick::docked(&ask, &frame.csrf, &quick);
    html(work_room_docked(&frame, content, &w.t("desk-quick-title"), dock))
}

fn count(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// `Servicedesk, alla öppna (31)`.
fn title(ask: &Ask, question: &Question, queue: &Queue) -> String {
    let w = ask.words();
    let view = match asked::named(question) {
        Some(name) => asked::VIEWS.iter().find(|(word, _)| *word == name).map(|(_, key)| w.t(key)),
        None => asked::saved(question, &queue.views).map(|view| view.name.clone()),
    };
    match (view, queue.parts) {
        (Some(view), Some(parts)) => w.with(
            "desk-queue-tab",
            &[
                ("view", words::uncapital(&view).into()),
                ("count", (parts.now + parts.today + parts.later).into()),
            ],
        ),
        _ => w.t("desk-queue-title"),
    }
}

fn page(ask: &Ask, frame: &Frame, query: &Form, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    let list = asked::address(PATH, question);
    let says = w.with("desk-queue-shown", &[("count", queue.rows.len().into())]);
    html! {
        (list_head(&w.t("desk-queue-title"), &acts(ask, query, question), Some(&pulse(ask))))
        div id="queue-views" data-live="desk.ticket" { (view_links(ask, question, queue)) }
        (filters::active(ask, frame, question, queue))
        (filters::panel(ask, query, question, queue))
        form method="get" action=(PATH) id="queue" data-live="desk.ticket" data-refresh="60" {
            input type="hidden" name="next" value=(list);
            @if queue.rows.is_empty() {
                (nothing(ask, question, queue))
            } @else {
                (rows::table(ask, question, queue))
                (bulk(ask))
                @if queue.next.is_some() || query.has("after") { (Pager::new(w, says, PATH, query, queue.next.as_deref())) }
            }
        }
        (row_acts())
        (keys(ask))
    }
}

fn acts(ask: &Ask, query: &Form, question: &Question) -> Markup {
    let w = ask.words();
    let open = query.has("filter");
    let export = asked::address("/arenden.csv", question);
    html! {
        (Button::link(w.t("register-export"), export).icon(Icon::Download).icon_only().quiet().class("wide-only"))
        a class="btn tight" title=(w.t("desk-queue-filter")) href=(with(PATH, query, "filter", (!open).then_some("1"))) data-toggle aria-controls="filters" aria-expanded=(if open { "true" } else { "false" })
            data-key="f" aria-keyshortcuts="F" { (icon(Icon::Filter)) span { (w.t("desk-queue-filter")) } kbd class="keyhint" aria-hidden="true" { "F" } }
        (Button::link(w.t("desk-queue-new"), "/arenden/ny").primary().icon(Icon::Plus).key("n"))
    }
}

/// The desk's own promises. Nothing measures them yet, and then it says so.
fn pulse(ask: &Ask) -> Markup {
    let w = ask.words();
    html! {
        ul class="pulse num" aria-label=(w.t("desk-pulse")) {
            @for key in ["desk-pulse-answer", "desk-pulse-first-contact"] {
                li { (w.t(key)) " " b { (w.t("desk-outcome-not-measured")) } }
            }
        }
    }
}

fn view_links(ask: &Ask, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    let (named, counts) = (asked::named(question), &queue.counts);
    let of = |name: &str| match name {
        "mina" => counts.mine,
        "otilldelade" => counts.unassigned,
        "svar" => counts.waiting_for_user,
        "leverantor" => counts.with_supplier,
        _ => counts.open,
    };
    let own = asked::VIEWS.iter().map(|(name, key)| View {
        label: w.t(key),
        href: asked::address(PATH, &asked::view(name)),
        count: Some(count(of(name))),
        current: named == Some(*name),
    });
    let current = if named.is_some() { None } else { asked::saved(question, &queue.views) };
    let saved = queue.views.iter().map(|view| View {
        label: view.name.clone(),
        href: format!("{PATH}?{}", view.query),
        count: None,
        current: current.is_some_and(|current| current.id == view.id),
    });
    views(&w.t("desk-views"), &own.chain(saved).collect::<Vec<_>>())
}

/// What belongs here, and the one thing to do.
fn nothing(ask: &Ask, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    let all = w.with("desk-queue-all-open", &[("count", queue.counts.open.into())]);
    let all = Button::link(all, PATH);
    let key = match asked::named(question) {
        Some("mina") => "desk-none-mine",
        Some("otilldelade") => "desk-none-unassigned",
        Some("alla") => return empty(&w.t("desk-none-open"), &w.t("desk-none-open-about"), None),
        Some(_) => "desk-none-view",
        None => "desk-none-fit",
    };
    empty(&w.t(key), "", Some(&all))
}

/// The same act on all that are marked. Each leads to a page that asks how.
fn bulk(ask: &Ask) -> Markup {
    let w = ask.words();
    let act = |label: &str, what: &str, key: &'static str| {
        let to = format!("{PATH}/flera/{what}");
        Button::submit(w.t(label)).post_to(to).opens("").key(key).small()
    };
    html! {
        div class="bulk" data-bulk {
            p data-marked data-one=(w.t("desk-marked-one")) data-many=(w.with("desk-marked-many", &[("count", "{n}".into())])) {}
            (act("web-key-assign", "tilldela", "t")) (act("web-key-status", "status", "s"))
            (act("web-key-priority", "prioritet", "p")) (act("web-key-resolve", "los", "e"))
        }
    }
}

/// What the letters do with the current row alone; script puts its number in.
fn row_acts() -> Markup {
    html! {
        nav hidden data-row-acts {
            a href="/arenden/{nr}?till=svar#svar" data-key="r" {}
            a href="/arenden/{nr}?till=anteckning#svar" data-key="a" {}
            a href="/arenden/{nr}/tilldela" data-opens data-key="t" {}
            a href="/arenden/{nr}/status" data-opens data-key="s" {}
            a href="/arenden/{nr}/prioritet" data-opens data-key="p" {}
            a href="/arenden/{nr}/los" data-opens data-key="e" {}
        }
    }
}

fn keys(ask: &Ask) -> Markup {
    let w = ask.words();
    let hints: [(&[&str], &str); 7] = [
        (&["J", "K"], "desk-keys-leaf"),
        (&["↵"], "desk-keys-open"),
        (&["T"], "desk-keys-assign"),
        (&["S"], "desk-keys-status"),
        (&["E"], "desk-keys-solve"),
        (&["X"], "desk-keys-mark"),
        (&["?"], "desk-keys-all"),
    ];
    html! {
        div class="keys" aria-hidden="true" {
            @for (caps, key) in hints { span { @for cap in caps { kbd { (cap) } } (w.t(key)) } }
        }
    }
}

/// The whole list, with the reader's rights.
pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let question = asked::question(&query)?;
    let lines = ask.report(move |tx, actor, now| ticket::export(tx, actor, now, &question)).await?;
    csv_answer(&ask.words().t("desk-queue-file"), rows::sheet(&ask, &lines))
}
