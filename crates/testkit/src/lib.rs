//! What tests share and no released binary holds.
//!
//! - [`postgres`]: a PostgreSQL database per test, on a throw-away cluster.

pub mod postgres;
