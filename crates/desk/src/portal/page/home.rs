//! `/hjalp`: search, two doors, own tickets, own devices.

use kernel::Moment;
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Door, Item, doors, empty, items, title_row};
use web::page::layout::reading_room;
use web::page::{Icon, icon};
use web::{Answer, Ask};

use super::words;
use crate::portal::{self, Home};
use crate::ticket::Line;

pub(crate) async fn show(ask: Ask) -> Answer {
    let home = ask.read(portal::home).await?;
    let w = ask.words();
    let frame = ask.frame(w.t("desk-home-title"));
    html(reading_room(&frame, page(&ask, &home)))
}

fn page(ask: &Ask, home: &Home) -> Markup {
    let w = ask.words();
    html! {
        div class="split home" {
            div {
                h1 class="h-xl" { label for="q" { (greeting(ask)) } }
                form class="seek" role="search" action="/sok" method="get" {
                    input class="input" id="q" type="search" name="q" autocomplete="off" placeholder=(w.t("desk-home-example"));
                    (Button::submit(w.t("desk-home-search")).primary())
                }
                (doors(&[
                    Door { title: &w.t("desk-home-fault"), about: &w.t("desk-home-fault-about"), href: "/hjalp/fel" },
                    Door { title: &w.t("desk-home-need"), about: &w.t("desk-home-need-about"), href: "/hjalp/behov" },
                ]))
                (mine(ask, home))
            }
            @if !home.devices.is_empty() { (things(w, home)) }
        }
    }
}

/// By first name where there is one: a service account has none.
fn greeting(ask: &Ask) -> String {
    let w = ask.words();
    let name = ask.visitor.identity.as_ref().map(|identity| identity.name.clone()).unwrap_or_default();
    match (ask.actor().person, name.split_whitespace().next()) {
        (Some(_), Some(first)) => w.with("desk-home-heading-name", &[("name", first.into())]),
        _ => w.t("desk-home-heading"),
    }
}

fn mine(ask: &Ask, home: &Home) -> Markup {
    let w = ask.words();
    let all = html! { @if home.more { a href="/hjalp/mina" { (w.t("desk-home-all-mine")) } } };
    html! {
        section class="mine" id="mine" aria-labelledby="h-mine" data-live="desk.ticket" {
            (title_row(&html! { h2 id="h-mine" { (w.t("desk-mine-title")) } }, &all))
            @if home.tickets.is_empty() {
                (empty(&w.t("desk-home-none"), &w.t("desk-home-none-about"), None))
            } @else {
                (items(&home.tickets.iter().map(|line| item(w, line, ask.now())).collect::<Vec<_>>()))
            }
        }
    }
}

pub(super) fn item(w: Words, line: &Line, now: Moment) -> Item {
    let number = line.number.to_string();
    let when = w.when(line.created_at, now);
    let meta = match line.due.resolution.filter(|_| line.stage.is_open()) {
        Some(due) => w.with("desk-mine-due", &[("number", number.into()), ("when", w.when(due, now).into())]),
        None => w.with("desk-mine-reported", &[("number", number.into()), ("when", when.into())]),
    };
    Item::new(line.title.clone(), format!("/hjalp/mina/{}", line.number), meta)
        .end(words::stage(w, line.stage))
        .asks(words::waits_for_requester(line))
}

fn things(w: Words, home: &Home) -> Markup {
    html! {
        aside aria-label=(w.t("desk-home-devices")) {
            section class="box" {
                h2 { (w.t("desk-home-devices")) }
                ul class="things" {
                    @for device in &home.devices {
                        li {
                            (icon(Icon::Device))
                            span {
                                b { (device.label(w.lang())) }
                                a href={ "/hjalp/fel?enhet=" (device.number) } {
                                    (w.t("desk-home-device-fault")) span class="sr" { " " (device.number) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
