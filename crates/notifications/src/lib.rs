//! Who is told about what. The desk says what happened; this slice decides who gets which notice; mail carries it.
//!
//! - [`Kind`] is what a notice can be; `receivers` says who gets one, as one table (pure)
//! - [`notice`] keeps each notice, at most ten a ticket and person in ten minutes
//! - `hear` listens to the desk and makes notices, `release` tells later what was too much at once
//! - [`choice`] keeps what each person chose not to hear, and its page
//! - [`facts`] is what this slice tells the others
//!
//! Nothing is told to a protected person, and nothing about one: a mail can be read over a shoulder.

pub mod choice;
pub mod facts;
mod hear;
mod kind;
pub mod notice;
mod receivers;
mod release;
mod routes;

pub use kind::Kind;

/// Every sentence that this slice says.
pub const TEXTS: texts::Source = texts::Source {
    slice: "notifications",
    sv: include_str!("../texts/sv.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn slice() -> web::Slice {
    web::Slice {
        name: "notifications",
        routes: routes::routes(),
        texts: Some(TEXTS),
        jobs: vec![jobs::Job {
            name: "notifications.release_held",
            every_seconds: 30,
            run: release::release_held,
        }],
        listeners: vec![hear::LISTENER],
        settings: vec![("notifications-title", choice::page::PATH)],
        ..web::Slice::default()
    }
}
