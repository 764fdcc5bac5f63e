use jiff::Timestamp;

use super::OutsideYears;
use super::compile::Calendar;

/// The open stretches between two instants, cut at both ends.
pub fn open_spans(
    calendar: &Calendar,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(Timestamp, Timestamp)>, OutsideYears> {
    let (first, from_nanos) = calendar.place(from)?;
    let (last, to_nanos) = calendar.place(to)?;
    let mut spans = Vec::new();
    for (_, year) in (first..=last).zip(calendar.years_from(first)) {
        for (opens, closes) in year.spans_within(from_nanos, to_nanos) {
            let instant = |nanos: i64| Timestamp::from_nanosecond(nanos.into()).map_err(|_| OutsideYears);
            spans.push((instant(opens)?, instant(closes)?));
        }
    }
    Ok(spans)
}
