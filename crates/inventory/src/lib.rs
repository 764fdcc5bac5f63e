//! What people and units hold: devices, whose they are and were, where they stand.
//!
//! - [`device`]: a device, its holders, its history
//! - [`permissions`]: who may read and change these

pub mod device;
pub mod permissions;
