//! `/hjalp/mina`: everything that the reader has asked for or follows, the newest change first.

use kernel::Page;
use maud::{Markup, html};
use web::answer::html;
use web::page::components::{Button, Pager, View, empty, items, views};
use web::page::layout::reading_room;
use web::{Answer, Ask, Form};

use super::home::item;
use crate::ticket::{self, Line, Question, Sort, Standing};

pub(crate) async fn show(ask: Ask, form: Form) -> Answer {
    let closed = form.raw("vy") == "klara";
    let standing = if closed { Standing::In(vec!["resolved", "closed"]) } else { Standing::Open };
    let question = Question {
        own: true,
        standing,
        sort: Sort::Updated,
        after: form.maybe("after"),
        ..Question::default()
    };
    let page = ask.read(move |tx, actor, now| ticket::list(tx, actor, now, &question)).await?;
    let frame = ask.frame(ask.words().t("desk-mine-title"));
    html(reading_room(&frame, list(&ask, &form, &page, closed)))
}

fn list(ask: &Ask, form: &Form, page: &Page<Line>, closed: bool) -> Markup {
    let w = ask.words();
    let view = |label: &str, href: &str, current: bool| View {
        label: w.t(label),
        href: href.to_owned(),
        count: None,
        current,
    };
    let says = w.with("desk-mine-count", &[("count", page.items.len().into())]);
    html! {
        h1 class="h-xl" { (w.t("desk-mine-title")) }
        (views(&w.t("desk-mine-views"), &[
            view("desk-mine-open", "/hjalp/mina", !closed),
            view("desk-mine-done", "/hjalp/mina?vy=klara", closed),
        ]))
        div id="mine" class="mine" data-live="desk.ticket" {
            @if page.items.is_empty() {
                (empty(&w.t("desk-mine-none"), "", Some(&Button::link(w.t("desk-home-fault"), "/hjalp/fel"))))
            } @else {
                (items(&page.items.iter().map(|line| item(w, line, ask.now())).collect::<Vec<_>>()))
                (Pager::new(w, says, "/hjalp/mina", form, page.next.as_deref()))
            }
        }
    }
}
