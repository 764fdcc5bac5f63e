//! What an employee meets: the start page, the three-page report, their own tickets.
//!
//! - [`home`]: what the start page says to this reader
//! - [`contact`]: what a report's last page knows already
//! - `page`: the pages themselves

mod contact;
mod home;
pub(crate) mod page;

pub use contact::{Contact, contact};
pub use home::{Home, home};
