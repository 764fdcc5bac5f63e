//! One search over everything the reader may see. Each slice finds its own, with its own rights.

use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;

use crate::answer::{self, Answer};
use crate::ask::Ask;
use crate::form::Form;
use crate::page::components::{Button, Item, empty, items};
use crate::page::layout::{reading_room, work_room};
use crate::page::{Icon, icon};
use crate::route::{Finder, Hit, Room};

/// Rows from each slice, on the page and in the palette.
const ON_PAGE: i64 = 20;
const IN_PALETTE: i64 = 5;
/// Nobody searches for more; a pasted page is cut.
const LONGEST: usize = 200;

pub(super) async fn show(ask: Ask, query: Form) -> Answer {
    let asked: String = query.text("q").chars().take(LONGEST).collect();
    let palette = query.text("del") == "palett";
    let hits = find(&ask, &asked, if palette { IN_PALETTE } else { ON_PAGE }).await?;
    let w = ask.words();
    if palette {
        return answer::html(options(w, &hits));
    }
    let frame = ask.frame(w.t("web-search"));
    let content = page(w, &asked, &hits);
    answer::html(match ask.room() {
        Room::Reading => reading_room(&frame, content),
        Room::Work => work_room(&frame, html! { div class="panebody" { div { (content) } } }),
    })
}

async fn find(ask: &Ask, asked: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    let finders: Vec<Finder> = ask.app.slices.iter().filter_map(|slice| slice.finder).collect();
    if asked.is_empty() || finders.is_empty() {
        return Ok(Vec::new());
    }
    let asked = asked.to_owned();
    ask.read(move |tx, actor, _| {
        let mut hits = Vec::new();
        for finder in &finders {
            hits.extend(finder(tx, actor, &asked, limit)?);
        }
        Ok(hits)
    })
    .await
}

fn page(w: Words, asked: &str, hits: &[Hit]) -> Markup {
    html! {
        h1 class="h-xl" { (w.t("web-search")) }
        form method="get" action="/sok" role="search" class="seek" {
            label class="sr" for="sok" { (w.t("web-palette-ask")) }
            input class="input" id="sok" type="search" name="q" value=(asked) autocomplete="off";
            (Button::submit(w.t("web-search")).primary())
        }
        @if !asked.is_empty() {
            @if hits.is_empty() {
                (empty(&w.with("web-search-none", &[("text", asked.into())]), &w.t("web-search-none-do"), None))
            } @else {
                p class="meta" role="status" { (w.with("web-search-count", &[("count", hits.len().into())])) }
                (items(&hits.iter().map(|hit| Item::new(&hit.title, &hit.href, meta(w, hit))).collect::<Vec<_>>()))
            }
        }
    }
}

/// What it is, then what is said of it.
fn meta(w: Words, hit: &Hit) -> String {
    let kind = w.t(hit.kind);
    if hit.detail.is_empty() { kind } else { format!("{kind}, {}", hit.detail) }
}

/// Rows for the palette's list box.
fn options(w: Words, hits: &[Hit]) -> Markup {
    html! {
        p class="sr" data-say=(w.with("web-search-count", &[("count", hits.len().into())])) {}
        @for hit in hits {
            a role="option" href=(hit.href) {
                span class="word" { (w.t(hit.kind)) }
                @if let Some(shape) = Icon::named(hit.icon) { (icon(shape)) }
                span { b { (hit.title) } @if !hit.detail.is_empty() { span class="meta" { (hit.detail) } } }
            }
        }
    }
}
