//! The frames a page stands in. A page gives its [`Frame`] and its content; the frame gives head, landmarks,
//! menu, skip link, foot, live regions and the line that says what was done.
//!
//! - [`reading_room`]: calm, for employees, heads, administrators
//! - [`work_room`] (whole menu), [`work_room_docked`] (and a panel to the right), [`work_room_slim`] (one object open)
//! - [`front_door`]: sign-in and first start
//! - [`Pane`]: toolbar, body and side of one object in the work room

mod account;
mod document;
mod frame;
mod keys;
mod reading_room;
mod work_room;

pub use document::csrf_field;
pub use frame::{Density, Frame, HelpLine, Look, NavGroup, NavItem, Theme, Toast, Viewer};
pub use reading_room::{front_door, reading_room};
pub use work_room::{Pane, work_room, work_room_docked, work_room_slim};
