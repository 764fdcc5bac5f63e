//! What both lists of the mail log have around them.

use kernel::Refusal;
use maud::{Markup, html};
use texts::Words;
use web::page::components::{self as lists, Button, Figure, Notice, Tone, title_row};
use web::page::layout::{reading_room, work_room};
use web::page::{Frame, Icon};
use web::{Answer, Ask, Room, answer};

use crate::inbox::{self, Fate};
use crate::outbox::{self, State};
use crate::settings;

pub(crate) const OUT: &str = "/admin/mejl";
pub(crate) const IN: &str = "/admin/mejl/in";

/// What is counted for both lists.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    pub out: Vec<(State, i64)>,
    pub into: Vec<(Fate, i64)>,
    held: i64,
}

impl Counts {
    pub(crate) async fn read(ask: &Ask) -> Result<Self, Refusal> {
        ask.read(|tx, _, _| {
            Ok(Self {
                out: outbox::list::counts(tx)?,
                into: inbox::list::counts(tx)?,
                held: notifications::notice::held(tx)?,
            })
        })
        .await
    }
}

pub(crate) fn stand(ask: &Ask, frame: &Frame, content: Markup) -> Answer {
    answer::html(match ask.room() {
        Room::Reading => reading_room(frame, content),
        Room::Work => work_room(frame, html! { div class="panebody" { div { (content) } } }),
    })
}

/// The head of both lists: where the other one is, whether anything is sent at all, and how many there are of each.
pub(crate) fn head(
    ask: &Ask,
    title: &str,
    other: (&str, &str),
    counts: &Counts,
    figures: &[Figure],
) -> Markup {
    let w = ask.words();
    let way = Button::link(other.0, other.1);
    html! {
        (title_row(&html! { h1 class="h-xl" { (title) } }, &html! { (way) }))
        p class="lede" { (w.t("mail-lede")) }
        @if settings::get().smtp.is_none() {
            section class="block" {
                (Notice::new(Tone::Info, w.t("mail-nothing-sent")).icon(Icon::Info).text(w.t("mail-nothing-sent-why")))
            }
        }
        @if counts.held > 0 {
            section class="block" {
                (Notice::new(Tone::Warn, w.with("mail-held", &[("count", counts.held.into())])).text(w.t("mail-held-why")))
            }
        }
        (lists::figures(figures))
    }
}

/// How many there are in all, and of each state; each number opens its rows.
pub(crate) fn figures<T: Copy>(
    w: Words,
    path: &str,
    parameter: &str,
    counted: &[(T, i64)],
    says: fn(T) -> (&'static str, &'static str),
) -> Vec<Figure> {
    let figure = |name: String, count: i64, href: String| Figure {
        name,
        value: w.number(count),
        detail: String::new(),
        href: Some(href),
    };
    let all = figure(w.t("mail-all"), counted.iter().map(|(_, count)| count).sum(), path.to_owned());
    let each = counted.iter().map(|(of, count)| {
        let (key, code) = says(*of);
        figure(w.t(key), *count, format!("{path}?{parameter}={code}"))
    });
    std::iter::once(all).chain(each).collect()
}
