//! What both lists of the mail log have around them: the title, whether anything is sent at all, and the ways between.

use kernel::Refusal;
use maud::{Markup, html};
use web::page::components::{Notice, Tone, View, views};
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
    out: Vec<(State, i64)>,
    into: Vec<(Fate, i64)>,
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

/// The list that is open: its address, and the state that it is cut by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    Out(Option<State>),
    In(Option<Fate>),
}

pub(crate) fn stand(ask: &Ask, frame: &Frame, content: Markup) -> Answer {
    answer::html(match ask.room() {
        Room::Reading => reading_room(frame, content),
        Room::Work => work_room(frame, html! { div class="panebody" { div { (content) } } }),
    })
}

/// The head of both lists.
pub(crate) fn head(ask: &Ask, title: &str, counts: &Counts, open: Open) -> Markup {
    let w = ask.words();
    let view = |label: String, href: String, count: Option<i64>, current: bool| View {
        label,
        href,
        count: count.and_then(|count| u64::try_from(count).ok()),
        current,
    };
    let mut out = vec![view(w.t("mail-out-all"), OUT.to_owned(), None, open == Open::Out(None))];
    for (state, count) in &counts.out {
        let href = format!("{OUT}?lage={}", state.code());
        out.push(view(w.t(state.key()), href, Some(*count), open == Open::Out(Some(*state))));
    }
    let mut into = vec![view(w.t("mail-in-all"), IN.to_owned(), None, open == Open::In(None))];
    for (fate, count) in &counts.into {
        let href = format!("{IN}?utfall={}", fate.code());
        into.push(view(w.t(fate.key()), href, Some(*count), open == Open::In(Some(*fate))));
    }
    html! {
        h1 class="h-xl" { (title) }
        p class="lede" { (w.t("mail-lede")) }
        @if settings::get().smtp.is_none() {
            (Notice::new(Tone::Info, w.t("mail-nothing-sent")).icon(Icon::Info).text(w.t("mail-nothing-sent-why")))
        }
        @if counts.held > 0 {
            (Notice::new(Tone::Warn, w.with("mail-held", &[("count", counts.held.into())])).text(w.t("mail-held-why")))
        }
        (views(&w.t("mail-out"), &out))
        (views(&w.t("mail-in"), &into))
    }
}
