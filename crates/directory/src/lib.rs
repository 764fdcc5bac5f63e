//! Who there is and where they belong: units with dates, people with affiliations, support groups with members.
//!
//! - [`unit`]: the organisation on any day, and the committee that answers for a unit
//! - [`person`]: people, how they are found, what may be shown of them
//! - [`affiliation`]: who belongs where, as what, from when to when
//! - [`group`]: support groups
//! - [`page`]: what the pages of all registers share; other slices hang [`page::sections`] on them
//! - [`words`]: how typed words find rows; [`typed`], [`days`]: what is kept of what was typed (all pure)
//! - [`permissions`]: who may read and change these; [`tell()`]: the last line of a change

pub mod affiliation;
pub mod days;
mod finder;
pub mod group;
pub mod page;
pub mod permissions;
pub mod person;
mod routes;
mod tell;
pub mod typed;
pub mod unit;
pub mod words;

pub use routes::MENU_GROUP;
pub use tell::tell;

/// Every sentence that the slice says, and those that all registers share.
pub const TEXTS: texts::Source = texts::Source {
    slice: "directory",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice() -> web::Slice {
    web::Slice {
        name: "directory",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: routes::menu(),
        finder: Some(finder::find),
        ..web::Slice::default()
    }
}
