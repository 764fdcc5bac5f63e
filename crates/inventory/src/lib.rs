//! What people and units hold: devices, whose they are and were, where they stand.
//!
//! - [`device`]: a device, its holders, its history
//! - [`permissions`]: who may read and change these

pub mod device;
mod finder;
pub mod permissions;
mod routes;

pub const TEXTS: texts::Source = texts::Source {
    slice: "inventory",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice() -> web::Slice {
    device::section_page::hang();
    web::Slice {
        name: "inventory",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: routes::menu(),
        finder: Some(finder::find),
        ..web::Slice::default()
    }
}
