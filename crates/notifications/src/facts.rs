//! What notifications tell the others: `subject` is the notice's id.

/// `{}`: a notice waits for whoever carries it.
pub const QUEUED: &str = "notifications.notice_queued";
