//! The portal's pages. They work without script; what a form knows travels with it from page to page.

pub(crate) mod home;
pub(crate) mod mine;
pub(crate) mod one;
pub(crate) mod receipt;
pub(crate) mod report;
mod report_form;
mod words;

pub(super) use words::waits_for_requester;
