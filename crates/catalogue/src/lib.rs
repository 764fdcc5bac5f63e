//! What IT promises to deliver: services, who owns them, and which one a sentence is about.
//!
//! - [`service`]: services and [`service::guess()`]
//! - [`permissions`]: who may read and change these

mod finder;
pub mod permissions;
mod routes;
pub mod service;

pub const TEXTS: texts::Source = texts::Source {
    slice: "catalogue",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice() -> web::Slice {
    web::Slice {
        name: "catalogue",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: routes::menu(),
        finder: Some(finder::find),
        ..web::Slice::default()
    }
}
