//! The web part of the house: from a request to a page or JSON. Slices bring routes, menu entries and finders
//! ([`Slice`]); nothing here knows what a ticket is.
//!
//! A request's way in: [`router`] → [`guard`] finds out who asks → [`csrf`] → the route's own [`Need`] → the face, which
//! gets an [`Ask`] (app, visitor, time) and a [`Form`] or [`api::Json`], calls one operation and gives an [`Answer`].
//! A [`kernel::Refusal`] on its way out becomes a page or problem+json in one place: [`problem`].
//!
//! - [`app`]: what every request can reach; who somebody is; how the house presents itself
//! - [`ask`], [`form`], [`upload`], [`api`]: what a face reads; [`answer`], [`export`], [`said`]: what it gives
//! - [`page`]: frames, components, forms, icons; [`frame`] fills a frame for the visitor
//! - [`route`]: one line for each address, with its permission; [`openapi`]: the document made from those lines
//! - [`live`]: changes streamed to open pages
//! - [`slice`]: the addresses that belong to no business word: `/`, `/sok`, `/tillganglighet`, `/healthz`, `/readyz` …
//! - [`headers`], [`watch`], [`assets`]: what every answer carries, what is logged of it, and the files

pub mod answer;
pub mod api;
pub mod app;
pub mod ask;
pub mod assets;
pub mod csrf;
pub mod export;
pub mod form;
pub mod frame;
pub mod guard;
pub mod headers;
pub mod live;
pub mod openapi;
mod own;
pub mod page;
pub mod problem;
pub mod route;
pub mod router;
pub mod said;
pub mod upload;
pub mod watch;

pub use answer::{Answer, Failure};
pub use app::App;
pub use ask::{Ask, Visitor};
pub use export::csv_answer;
pub use form::Form;
pub use openapi::operation;
pub use own::slice;
pub use route::{
    Finder, Hit, MenuItem, Need, OPEN, Room, Route, SIGNED_IN, Slice, delete, get, patch, post, put,
};
pub use router::router;
pub use said::Said;
pub use upload::Upload;

/// Every sentence that web itself says.
pub const TEXTS: texts::Source =
    texts::Source { slice: "web", sv: include_str!("../texts/sv.ftl"), en: include_str!("../texts/en.ftl") };
