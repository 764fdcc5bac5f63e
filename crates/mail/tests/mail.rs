//! Mail in and out, told as stories.

#[path = "mail/hostile.rs"]
mod hostile;
#[path = "mail/reading.rs"]
mod reading;
