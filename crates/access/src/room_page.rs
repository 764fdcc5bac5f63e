//! A page of this slice in the room that its address belongs to.

use kernel::Refusal;
use maud::{Markup, html};
use web::page::Frame;
use web::page::layout::{reading_room, work_room};
use web::{Ask, Room};

pub(crate) fn stand(ask: &Ask, frame: &Frame, content: Markup) -> Markup {
    match ask.room() {
        Room::Reading => reading_room(frame, content),
        Room::Work => work_room(frame, html! { div class="panebody" { div { (content) } } }),
    }
}

/// A frame whose title says that something is to be mended, when something is.
pub(crate) fn frame(ask: &Ask, title: String, refusal: Option<&Refusal>) -> Frame {
    Frame { errors: refusal.is_some(), ..ask.frame(title) }
}
