//! What IT promises to deliver: services, who owns them, and which one a sentence is about.
//!
//! - [`service`]: services and [`service::guess`]
//! - [`permissions`]: who may read and change these

pub mod permissions;
pub mod service;
