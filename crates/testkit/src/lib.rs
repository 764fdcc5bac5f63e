//! What tests share and no released binary holds.
//!
//! - [`on_both`]: tells a story on SQLite and on PostgreSQL, each with every table in place.
//! - [`postgres`]: a PostgreSQL database per test, on a throw-away cluster.

mod both;
pub mod postgres;

pub use both::{House, on_both, on_one};
