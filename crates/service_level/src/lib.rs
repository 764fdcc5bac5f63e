//! Promises about time: when something is open, how long a subject's clock has run, and whether the
//! promise was kept. Knows "a subject", never tickets.

/// When something is open: definitions, due times, elapsed open time.
pub mod calendar;
