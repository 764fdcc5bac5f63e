use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    #[error("\"{0}\" is not a time; write 2026-04-02T15:00 (local time) or 2026-04-02T15:00:00+02:00")]
    NotATime(String),
    #[error("\"{text}\" does not exist: {reason}")]
    NoSuchTime { text: String, reason: String },
    #[error(
        "\"{text}\" does not exist in {zone}: the clocks are put forward past it; give a time outside that hour, or one with an offset"
    )]
    Skipped { text: String, zone: String },
}

/// Reads an instant as people and machines write it: RFC 3339, or a local time without offset, seconds
/// optional in both. Of a time that the clocks show twice, the earlier; one they skip is refused.
pub fn read_instant(text: &str, zone: &TimeZone) -> Result<Timestamp, TimeError> {
    let text = text.trim();
    let refused =
        |error: jiff::Error| TimeError::NoSuchTime { text: text.to_owned(), reason: error.to_string() };
    match shape(text).ok_or_else(|| TimeError::NotATime(text.to_owned()))? {
        Shape::Instant => text.parse().map_err(refused),
        Shape::Local => {
            let local: DateTime = text.parse().map_err(refused)?;
            let ambiguous = zone.to_ambiguous_timestamp(local);
            if let AmbiguousOffset::Gap { .. } = ambiguous.offset() {
                let zone = zone.iana_name().unwrap_or("UTC").to_owned();
                return Err(TimeError::Skipped { text: text.to_owned(), zone });
            }
            ambiguous.earlier().map_err(refused)
        }
    }
}

/// RFC 3339 with the offset that the zone's clocks have then. The format cannot say an offset with
/// seconds, which a zone or two had in the 1970s: such an instant is given in UTC.
pub fn write_instant(at: Timestamp, zone: &TimeZone) -> String {
    let offset = zone.to_offset(at);
    let whole = if offset.seconds() % 60 == 0 { offset } else { Offset::UTC };
    at.display_with_offset(whole).to_string()
}

enum Shape {
    Instant,
    Local,
}

/// `2026-04-02T15:00`, then perhaps `:30`, then perhaps `.5`, then perhaps `Z` or `+02:00`. The digits'
/// sense is for the parser proper, which would also take looser shapes and drop an offset it was not asked for.
fn shape(text: &str) -> Option<Shape> {
    let rest = after(text, "dddd-dd-ddTdd:dd")?;
    let rest = match after(rest, ":dd") {
        Some(rest) => fraction(rest)?,
        None => rest,
    };
    match rest {
        "" => Some(Shape::Local),
        "Z" | "z" => Some(Shape::Instant),
        _ => after(rest, "+dd:dd").filter(|end| end.is_empty()).map(|_| Shape::Instant),
    }
}

fn fraction(rest: &str) -> Option<&str> {
    match rest.strip_prefix('.') {
        None => Some(rest),
        Some(digits) => {
            let end = digits.trim_start_matches(|sign: char| sign.is_ascii_digit());
            (1..=9).contains(&(digits.len() - end.len())).then_some(end)
        }
    }
}

/// What follows a pattern in which d is a digit, T also a space, + also a minus.
fn after<'t>(text: &'t str, pattern: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(pattern.len())?;
    let fits = head.bytes().zip(pattern.bytes()).all(|(sign, wanted)| match wanted {
        b'd' => sign.is_ascii_digit(),
        b'T' => matches!(sign, b'T' | b't' | b' '),
        b'+' => matches!(sign, b'+' | b'-'),
        _ => sign == wanted,
    });
    fits.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stockholm() -> TimeZone {
        TimeZone::get("Europe/Stockholm").expect("a bundled zone")
    }

    #[test]
    fn local_times_and_instants_are_read() {
        for (text, utc) in [
            ("2026-04-02T15:00", "2026-04-02T13:00:00Z"),
            ("2026-04-02 15:00", "2026-04-02T13:00:00Z"),
            ("2026-04-02T15:00:30.25", "2026-04-02T13:00:30.25Z"),
            ("  2026-04-02t15:00:30z ", "2026-04-02T15:00:30Z"),
            ("2026-04-02T15:00+02:00", "2026-04-02T13:00:00Z"),
            ("2026-04-02T15:00:00-05:30", "2026-04-02T20:30:00Z"),
            ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
            ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
            // Shown twice: the earlier. With an offset, the one that is said.
            ("2026-10-25T02:30", "2026-10-25T00:30:00Z"),
            ("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z"),
            ("2026-03-29T02:30:00+01:00", "2026-03-29T01:30:00Z"),
            ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ] {
            let at = read_instant(text, &stockholm()).expect(text);
            assert_eq!(at, utc.parse().expect("an instant"), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "nu",
            "2026",
            "2026-04-02",
            "2026-04-02T15",
            "15:00",
            "2026-4-2T15:00",
            "2026-04-02T15:00:00+02",
            "2026-04-02T15:00:00+0200",
            "2026-04-02T15:00 +02:00",
            "2026-04-02T15:00:00[Europe/Stockholm]",
            "2026-04-02T15:00:00.",
            "2026-04-02T15:00:00.1234567890",
            "2026-04-02T15.00",
            "20260402T1500",
            "+002026-04-02T15:00",
            "2026-04-02T15:00Ö",
            "２０２６-04-02T15:00",
        ] {
            assert_eq!(read_instant(text, &stockholm()), Err(TimeError::NotATime(text.to_owned())), "{text}");
        }
        for text in [
            "2026-02-29T15:00",
            "2026-13-01T15:00",
            "2026-04-02T24:00",
            "2026-04-02T15:60Z",
            "2026-04-02T15:00+99:00",
        ] {
            let refused = read_instant(text, &stockholm());
            assert!(matches!(refused, Err(TimeError::NoSuchTime { .. })), "{text}: {refused:?}");
        }
        let skipped = read_instant("2026-03-29T02:30", &stockholm());
        assert!(matches!(skipped, Err(TimeError::Skipped { .. })), "{skipped:?}");
    }

    #[test]
    fn instants_are_written_with_the_local_offset() {
        for (utc, local) in [
            ("2026-01-02T07:00:00Z", "2026-01-02T08:00:00+01:00"),
            ("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"),
            ("2026-10-25T01:30:00.5Z", "2026-10-25T02:30:00.5+01:00"),
        ] {
            assert_eq!(write_instant(utc.parse().expect("an instant"), &stockholm()), local);
        }
        let monrovia = TimeZone::get("Africa/Monrovia").expect("a bundled zone");
        let early = "1971-01-01T00:00:00Z";
        assert_eq!(write_instant(early.parse().expect("an instant"), &monrovia), "1971-01-01T00:00:00+00:00");
    }
}
