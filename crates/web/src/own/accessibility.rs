//! The statement that the law on accessibility to digital public service (2018:1937) wants from a municipality, with what
//! is known to be wrong. Kept true by hand: the automated part is checked by the browser tests.

use kernel::Day;
use maud::{Markup, html};
use texts::Words;

use crate::answer::{Answer, html as page};
use crate::ask::Ask;
use crate::page::layout::{reading_room, work_room};
use crate::route::Room;

/// When the pages were last gone through.
const ASSESSED: Day = Day(20261125);

/// What does not yet meet EN 301 549, each a text of its own.
const FAULTS: [&str; 3] = ["web-access-fault-files", "web-access-fault-readers", "web-access-fault-mail"];

/// Where a person turns who is not helped by the municipality.
const AUTHORITY: &str = "https://www.digg.se/tdosanmalan";

pub(super) async fn show(ask: Ask) -> Answer {
    let w = ask.words();
    let mut frame = ask.frame(w.t("web-access-title"));
    frame.narrow = true;
    let content = statement(w, &ask);
    page(match ask.room() {
        Room::Reading => reading_room(&frame, content),
        Room::Work => work_room(&frame, html! { div class="panebody" { div { (content) } } }),
    })
}

fn statement(w: Words, ask: &Ask) -> Markup {
    let site = ask.app.site();
    let organisation =
        if site.organisation.is_empty() { w.t("web-access-organisation") } else { site.organisation.clone() };
    html! {
        div class="prose" {
            h1 class="h-xl" { (w.t("web-access-title")) }
            p { (w.with("web-access-who", &[("organisation", organisation.into())])) }
            h2 { (w.t("web-access-state-title")) }
            p { (w.t("web-access-state")) }
            ul { @for fault in FAULTS { li { (w.t(fault)) } } }
            h2 { (w.t("web-access-report-title")) }
            p { (w.t("web-access-report")) }
            @if !site.phone.is_empty() { p { (w.t("web-problem-phone")) ": " (site.phone) } }
            @if !site.mail.is_empty() { p { (w.t("web-problem-mail")) ": " a href={ "mailto:" (site.mail) } { (site.mail) } } }
            h2 { (w.t("web-access-authority-title")) }
            p { (w.t("web-access-authority")) " " a href=(AUTHORITY) { (w.t("web-access-authority-link")) } }
            h2 { (w.t("web-access-how-title")) }
            p { (w.with("web-access-how", &[("date", w.day(ASSESSED).into())])) }
        }
    }
}
