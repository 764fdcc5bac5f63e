//! Signed in on a device: eight hours without use or seven days in all, then sign in again.
//!
//! - [`sign_in`] opens a session with a mail address and a password; [`throttle`] says how long to wait after wrong ones
//! - [`end`] ends one, [`end_others`] all but this one, [`end_all_of`] everybody's of an account; [`of_account`] lists them
//! - [`why_ended`] says why somebody has to sign in again; [`return_path`] where they go then
//! - [`Gate`] tells the web who a session or token stands for
//! - [`device`] describes a browser in two words; [`sweep`] forgets what has ended

pub(crate) mod api;
pub mod device;
mod end;
mod ended;
mod gate;
mod list;
mod open;
pub(crate) mod page;
pub mod return_path;
mod sign_in;
pub(crate) mod store;
mod sweep;
pub mod throttle;

pub use end::{end, end_all_of, end_others, sign_out};
pub use ended::{Ended, why_ended};
pub use gate::{Gate, Groups};
pub use list::{Session, of_account};
pub use open::{NewSession, open, rotate};
pub use sign_in::{SignIn, sign_in};
pub use sweep::sweep;
pub(crate) use throttle_keys::{throttle_forget, throttle_try};

mod throttle_keys;

use kernel::Moment;

/// Unused for so long, a session ends.
pub const IDLE: i64 = 8 * Moment::HOUR;
/// However much it is used, it ends after so long.
pub const LONGEST: i64 = 7 * Moment::DAY;
