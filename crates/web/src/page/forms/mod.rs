//! Fields with label, hint and error wired together, so that eye and ear get the same. Start with [`Fields`].
//!
//! ```text
//! let fields = Fields::new(w, &form, refusal.as_ref());
//! html! { (fields.summary()) form method="post" { (csrf_field(&frame.csrf))
//!     (fields.area("description", w.t("desk-report-what")).hint(w.t("desk-report-what-hint")).rows(6))
//!     (fields.text("phone", w.t("desk-report-phone")).kind("tel").optional())
//!     (fields.radios("effect", w.t("desk-report-effect"), effects)) (fields.file("file", w.t("desk-report-photo"), MAX))
//! } }
//! ```
//! - [`TextField`]: one line, several lines, date, number · [`Choices`], [`Select`], [`Check`]: one or some of a few
//! - [`FileField`]: files, their limit said first · [`Combo`]: text with suggestions, each an [`option`]

mod choice;
mod combo;
mod field;
mod file;
mod summary;
mod text;

pub use choice::{Check, Choice, Choices, Select};
pub use combo::{Combo, option};
pub use field::Fields;
pub use file::FileField;
pub use text::TextField;
