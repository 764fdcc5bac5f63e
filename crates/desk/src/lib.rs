//! The desk: what people report and ask for, until it is solved and the promise is kept.
//!
//! - [`ticket`]: one that stands somewhere, is somebody's work, and is due
//! - [`message`]: what is said in it; [`attachment`]: the files that come with it
//! - [`link`], [`follower`], [`presence`]: what and whom it has to do with
//! - [`view`]: questions that somebody asks again
//! - [`history`]: tickets of the past, for imports and the demo; [`import`] reads another desk's file
//! - [`portal`]: what an employee meets
//! - [`settings`], [`permissions`], [`facts`], [`jobs`]: how it works here, who may, what others hear, what the clock does
//! - [`routes`]: every address; [`slice`] is all that the app needs to know

pub mod attachment;
pub mod facts;
mod finder;
pub mod follower;
pub mod history;
pub mod import;
pub mod jobs;
pub mod link;
mod menu;
pub mod message;
pub mod permissions;
pub mod portal;
pub mod presence;
pub mod routes;
pub mod settings;
pub mod ticket;
pub mod view;

use web::Slice;

pub const TEXTS: texts::Source =
    texts::Source { slice: "desk", sv: include_str!("../texts/sv.ftl"), en: include_str!("../texts/en.ftl") };

pub fn slice() -> Slice {
    ticket::section_page::hang();
    Slice {
        name: "desk",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: menu::menu(),
        jobs: jobs::jobs(),
        listeners: vec![ticket::LISTENER],
        finder: Some(finder::find),
        ..Slice::default()
    }
}
