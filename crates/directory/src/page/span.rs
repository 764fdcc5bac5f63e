//! From when to when, in words.

use kernel::Day;
use texts::Words;

use crate::days::previous;

/// `sedan 11 augusti 2014`, `från 1 maj 2026`, `1 mars 2026 – 14 juni 2026`.
pub fn span(w: Words, from: Day, to: Option<Day>, today: Day) -> String {
    let start = w.day(from);
    match to {
        // It began and ended the same day.
        Some(to) if to <= from => w.with("register-span-day", &[("day", start.into())]),
        Some(to) => {
            let last = w.day(previous(to));
            w.with("register-span-both", &[("from", start.into()), ("to", last.into())])
        }
        None if from > today => w.with("register-span-from", &[("from", start.into())]),
        None => w.with("register-span-since", &[("from", start.into())]),
    }
}
