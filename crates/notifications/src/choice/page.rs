//! `/installningar/aviseringar`.

use maud::html;
use web::page::components::{Button, backlink};
use web::page::forms::{Choice, Fields};
use web::page::layout::{csrf_field, reading_room, work_room};
use web::{Answer, Ask, Form, Room, Said, answer};

use super::{choose, of};
use crate::Kind;

pub(crate) const PATH: &str = "/installningar/aviseringar";

pub(crate) async fn show(ask: Ask) -> Answer {
    let w = ask.words();
    let kinds = ask.read(|tx, actor, _| of(tx, actor)).await?;
    let mut frame = ask.frame(w.t("notifications-title"));
    frame.narrow = true;
    let form = Form::default();
    let choices = kinds
        .iter()
        .map(|(kind, _)| Choice::new(kind.code(), w.t(kind.key())).about(w.t(kind.about_key())))
        .collect();
    let mut checks = Fields::new(w, &form, None)
        .checks("kind", w.t("notifications-which"), choices)
        .hint(w.t("notifications-which-hint"));
    for (kind, _) in kinds.iter().filter(|(_, wanted)| *wanted) {
        checks = checks.value(kind.code());
    }
    let content = html! {
        (backlink(&w.t("notifications-back"), "/installningar"))
        h1 class="h-xl" { (frame.title) }
        p class="lede" { (w.t("notifications-lead")) }
        form method="post" action=(PATH) {
            (csrf_field(&frame.csrf))
            (checks)
            div class="formacts" { (Button::submit(w.t("notifications-save")).primary()) }
        }
        div class="prose" { p { (w.t("notifications-protected")) } }
    };
    answer::html(match ask.room() {
        Room::Work => work_room(&frame, html! { div class="panebody" { div { (content) } } }),
        Room::Reading => reading_room(&frame, content),
    })
}

pub(crate) async fn save(ask: Ask, form: Form) -> Answer {
    let wanted: Vec<Kind> = form.all("kind").into_iter().filter_map(Kind::parse).collect();
    ask.write(move |tx, actor, now| choose(tx, actor, now, &wanted)).await?;
    Said::new("notifications-saved").see_other(PATH)
}
