//! Sign-in, sessions, links and tokens live in real time, also in a demo whose clock is moved.

use kernel::{Clock, Moment};

/// Asked at the door only.
pub fn real_now() -> Moment {
    Clock::real().now()
}
