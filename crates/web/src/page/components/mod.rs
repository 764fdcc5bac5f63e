//! The smaller parts of a page. Each takes plain data and words already said; none asks the database.
//!
//! - acts: [`Button`], [`Dialog`]
//! - people: [`initials`], [`avatar`]

mod avatar;
mod button;
mod dialog;

pub use avatar::{Avatar, avatar, avatar_named, initials, nobody};
pub use button::Button;
pub use dialog::Dialog;
