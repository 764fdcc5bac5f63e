//! The agents' pages. Each works without script; with it, forms open as dialogs over the list or the ticket.
//!
//! - [`queue`]: the list, with its views (`asked`), `filters`, `rows`; [`saved`] views; [`quick`] registration beside it
//! - [`one`]: a ticket, with `toolbar`, `timeline` (`events` in words), `composer` ([`composer`] takes what is written),
//!   and at the side its `clock` and facts; [`here`] tells who else has it open
//! - acts that ask how (`act_form`): [`assign`], [`stand`], [`prioritise`], [`end`], [`edit`], [`connect`]; on [`many`]
//! - [`why`] it is due then; [`print`]: the ticket on paper
//! - `words`: codes in the agents' language

mod act_form;
mod asked;
pub(crate) mod assign;
mod clock;
pub(crate) mod composer;
pub(crate) mod connect;
pub(crate) mod edit;
pub(crate) mod end;
mod events;
mod filters;
pub(crate) mod here;
pub(crate) mod many;
pub(crate) mod one;
pub(crate) mod print;
pub(crate) mod prioritise;
pub(crate) mod queue;
pub(crate) mod quick;
mod quick_form;
mod rows;
pub(crate) mod saved;
mod side;
pub(crate) mod stand;
mod timeline;
mod toolbar;
pub(crate) mod why;
pub(crate) mod words;
