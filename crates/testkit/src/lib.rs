//! What tests share and no released binary holds.
//!
//! - [`on_both`]: tells a story on SQLite and on PostgreSQL, each with every table in place.
//! - [`Site`]: the web side of such a house, with the slices that a story needs; [`Browser`] visits it without a port,
//!   and sends forms as they stand on the page.
//! - [`postgres`]: a PostgreSQL database per test, on a throw-away cluster.

mod both;
mod browser;
mod html;
pub mod postgres;
mod site;

pub use both::{House, on_both, on_one};
pub use browser::{Browser, File, Page, Reply};
pub use html::{Document, FormOnPage, Tag};
pub use site::Site;
