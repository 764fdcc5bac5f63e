//! `/admin`: what an administrator looks after, and how it stands.

use maud::html;
use web::answer::html;
use web::page::components::{Figure, Item, figures, items};
use web::{Answer, Ask};

use crate::account::list;
use crate::room_page::{frame, stand};

pub(crate) async fn show(ask: Ask) -> Answer {
    let counts = ask.read(|tx, actor, _| list::counts(tx, actor)).await?;
    let w = ask.words();
    let frame = frame(&ask, w.t("access-admin"), None);
    let figure = |key: &str, value: i64, href: &str| Figure {
        name: w.t(key),
        value: w.number(value),
        detail: String::new(),
        href: Some(href.to_owned()),
    };
    let shown = [
        figure("access-count-open", counts.open, "/admin/roller"),
        figure("access-count-administrators", counts.administrators, "/admin/roller?role=administrator"),
        figure("access-count-waiting", counts.waiting, "/admin/roller?state=waiting"),
    ];
    // Whatever a slice lets an administrator look after stands here by itself.
    let mut places: Vec<_> = ask
        .app
        .slices
        .iter()
        .flat_map(|slice| &slice.menu)
        .filter(|item| item.href.starts_with("/admin/") && item.need.is_met(ask.actor()))
        .collect();
    places.sort_by_key(|item| item.order);
    places.dedup_by_key(|item| item.href);
    let places: Vec<Item> = places.iter().map(|item| Item::new(w.t(item.label), item.href, "")).collect();
    let content = html! {
        h1 class="h-xl" { (w.t("access-admin")) }
        p class="lede" { (w.t("access-admin-lede")) }
        (figures(&shown))
        section class="group" aria-labelledby="h-places" {
            h2 id="h-places" { (w.t("access-admin-places")) }
            (items(&places))
        }
    };
    html(stand(&ask, &frame, content))
}
