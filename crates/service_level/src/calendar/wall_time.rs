use std::fmt;

use serde::{Deserialize, Serialize};

/// A clock time on the wall, whole minutes from `00:00` to `24:00`. `24:00` is the end of the day and
/// only ever an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WallTime(u16);

impl WallTime {
    /// Reads `HH:MM`. A `:00` after it is let through, because TOML's own clock times carry seconds.
    pub fn parse(text: &str) -> Option<Self> {
        let text = match text.len() {
            8 => text.strip_suffix(":00")?,
            _ => text,
        };
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
        let in_day = minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0));
        in_day.then_some(Self(hours * 60 + minutes))
    }

    pub const fn minutes(self) -> u16 {
        self.0
    }
}

fn two_digits(text: &str) -> Option<u16> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> Self {
        time.to_string()
    }
}

impl TryFrom<String> for WallTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(text)
    }
}

/// Open from one clock time to a later one the same day; the end itself is no longer open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub opens: WallTime,
    pub closes: WallTime,
}

impl Span {
    /// What is left of the span when the day closes at `closes`.
    pub fn cut(self, closes: WallTime) -> Option<Self> {
        (self.opens < closes).then(|| Self { opens: self.opens, closes: self.closes.min(closes) })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.opens, self.closes)
    }
}

/// A pair, as `days` prints it: `["08:00","16:30"]`.
impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.opens, self.closes).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_two_digits_and_within_the_day() {
        for (text, minutes) in [
            ("00:00", 0),
            ("08:05", 485),
            ("16:30", 990),
            ("23:59", 1439),
            ("24:00", 1440),
            ("14:00:00", 840),
        ] {
            assert_eq!(WallTime::parse(text).map(WallTime::minutes), Some(minutes), "{text}");
        }
        for text in [
            "",
            "8:00",
            "8",
            "08",
            "08.00",
            "0800",
            "24:01",
            "25:00",
            "12:60",
            "-1:00",
            "+8:00",
            "08:0",
            "08:00:01",
            "08:00 ",
            "٠٨:٠٠",
            "08:00:0",
            "é:00",
        ] {
            assert_eq!(WallTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn closing_early_cuts_or_removes() {
        let at = |text| WallTime::parse(text).expect("a clock time");
        let span = Span { opens: at("13:00"), closes: at("16:30") };
        assert_eq!(span.cut(at("14:00")), Some(Span { opens: at("13:00"), closes: at("14:00") }));
        assert_eq!(span.cut(at("17:00")), Some(span));
        assert_eq!(span.cut(at("13:00")), None);
    }
}
