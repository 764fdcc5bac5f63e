use kernel::Refusal;

use crate::answer::{Answer, html};
use crate::ask::Ask;
use crate::form::Form;
use crate::page::layout::{reading_room, work_room};
use crate::page::sheet::sheet;
use crate::route::Room;

/// Every component in every state, in either room (`?rum=work`). A demo shows it; a municipality has no use for it.
pub(super) async fn show(ask: Ask, query: Form) -> Answer {
    if !ask.app.options.demo {
        return Err(Refusal::not_found("not-found").into());
    }
    let frame = ask.frame(ask.words().t("web-product"));
    if query.text("rum") == "work" {
        let content = sheet(&frame, Room::Work);
        html(work_room(&frame, maud::html! { div class="panebody wide" { div { (content) } } }))
    } else {
        html(reading_room(&frame, sheet(&frame, Room::Reading)))
    }
}
