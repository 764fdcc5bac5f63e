//! What a page is made of. Functions and values here take plain data, never open the database and decide nothing;
//! `README.md` beside this file lists the class names and data attributes that pages, style and script share.
//!
//! - [`layout`]: the frames a page stands in: reading room, work room, front door ([`Frame`], [`NavItem`], [`Toast`])
//! - [`forms`]: label, hint and error of a field wired together; error summary; choices; files
//! - [`components`]: everything smaller: buttons, status, tables, timeline, composer, dialogs
//! - [`icons`]: the symbols, by name
//! - [`sheet`]: one page with every component in every state, for tests and designers

pub mod components;
pub mod forms;
pub mod icons;
pub mod layout;
pub mod sheet;

pub use icons::{Icon, icon};
pub use layout::{Density, Frame, HelpLine, Look, NavGroup, NavItem, Theme, Toast, Viewer};
