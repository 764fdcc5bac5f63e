//! How fast due times are: a million of them, spread over two years, on office hours with Swedish holidays.
//!
//! `cargo run --release -p service_level --example due_rate` prints how long they took. The aim is two seconds.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use service_level::calendar::{Calendar, Definition, due};

const OFFICE: &str = r#"timezone = "Europe/Stockholm"
holidays = "sweden"
closed = ["midsummer_eve", "christmas_eve", "new_years_eve"]
[week]
monday = ["08:00-16:30"]
tuesday = ["08:00-16:30"]
wednesday = ["08:00-16:30"]
thursday = ["08:00-16:30"]
friday = ["08:00-16:30"]
"#;

const COUNT: i64 = 1_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let calendar = Calendar::new(Definition::from_toml(OFFICE)?);
    let first: Timestamp = "2025-01-01T00:00:00Z".parse()?;
    let started = Instant::now();
    let mut sum = 0_i64;
    for n in 0..COUNT {
        // A stride that visits every hour of the week, and goals from half an hour to forty.
        let start = first + SignedDuration::from_secs(n * 7_919 % (2 * 365 * 86_400));
        let at = due(&calendar, start, SignedDuration::from_mins(30 + n % 2_370))?;
        sum = sum.wrapping_add(at.as_second());
    }
    println!("{COUNT} due times in {:.3} s (check {sum})", started.elapsed().as_secs_f64());
    Ok(())
}
