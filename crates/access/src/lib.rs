//! Who may come in, as what, and what everybody did.
//!
//! - [`account`]: somebody who may sign in, or for whom a token stands, with roles ([`account::Account`])
//! - [`password`]: chosen by a one-time link, kept as argon2id
//! - [`session`]: signed in on a device, eight hours idle and seven days at most
//! - [`token`]: a key for programs
//! - [`audit`]: every change leaves a line in the log
//! - [`permissions`]: what this slice lets administrators do

pub mod account;
mod audit;
pub mod cli;
pub mod password;
pub mod permissions;
pub mod secret;
pub mod session;
pub mod settings;
pub mod start;
pub mod token;

pub use audit::audit;
pub use session::Gate;
