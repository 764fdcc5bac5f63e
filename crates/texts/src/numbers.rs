//! Numbers, per cent, file sizes and lists, as each language writes them.

use kernel::Lang;

use crate::{Arg, Words};

/// Stands between groups of thousands in Swedish and between a number and its unit in both languages.
const NO_BREAK_SPACE: char = '\u{a0}';

/// `28 417` in Swedish (with a no-break space), `28,417` in English.
pub(crate) fn grouped(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Sv => NO_BREAK_SPACE,
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 2 + 1);
    if number < 0 {
        // The minus sign, not the hyphen: it keeps to its number and screen readers say it.
        out.push('\u{2212}');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// One or more decimals from a whole number of parts: `(314, 1)` is `31,4` in Swedish, `31.4` in English.
pub(crate) fn decimal(parts: i64, places: u32, lang: Lang) -> String {
    let Some(scale) = 10_u64.checked_pow(places).filter(|_| places > 0) else {
        return grouped(parts, lang);
    };
    let point = match lang {
        Lang::Sv => ',',
        Lang::En => '.',
    };
    let (whole, rest) = (parts.unsigned_abs() / scale, parts.unsigned_abs() % scale);
    let sign = if parts < 0 { "\u{2212}" } else { "" };
    let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX), lang);
    format!("{sign}{whole}{point}{rest:0width$}", width = places as usize)
}

impl Words {
    /// `28 417` or `28,417`.
    pub fn number(self, number: impl TryInto<i64>) -> String {
        grouped(number.try_into().unwrap_or(i64::MAX), self.lang())
    }

    /// A number given in tenths (`places` 1), hundredths (2) and so on: `decimal(314, 1)` is `31,4`.
    pub fn decimal(self, parts: i64, places: u32) -> String {
        decimal(parts, places, self.lang())
    }

    /// `73 %` (with a no-break space) or `73%`.
    pub fn percent(self, percent: i64) -> String {
        self.with("number-percent", &[("number", percent.into())])
    }

    /// How large a share `part` is of `whole`, in whole per cent; nothing when there is no whole to share.
    pub fn share(self, part: i64, whole: i64) -> Option<String> {
        if whole <= 0 {
            return None;
        }
        let (part, whole) = (i128::from(part), i128::from(whole));
        let percent = (part * 200 + whole).div_euclid(whole * 2);
        Some(self.percent(i64::try_from(percent).unwrap_or(i64::MAX)))
    }

    /// `18 av 20` or `18 of 20`.
    pub fn out_of(self, part: i64, whole: i64) -> String {
        self.with("number-out-of", &[("part", part.into()), ("whole", whole.into())])
    }

    /// `812 byte`, `21 kB`, `31,4 MB`: thousands of bytes as file managers and phones count, one decimal from MB up.
    pub fn file_size(self, bytes: u64) -> String {
        let tenths =
            |unit: u64| i64::try_from((bytes.saturating_add(unit / 20)) / (unit / 10)).unwrap_or(i64::MAX);
        let (key, number) = match bytes {
            ..1_000 => ("size-bytes", self.number(bytes)),
            1_000..999_500 => ("size-kilobytes", self.number((bytes + 500) / 1_000)),
            999_500..999_950_000 => ("size-megabytes", self.without_zero(tenths(1_000_000))),
            _ => ("size-gigabytes", self.without_zero(tenths(1_000_000_000))),
        };
        self.with(key, &[("number", number.into())])
    }

    /// `a`, `a och b`, `a, b och c`.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [rest @ .., last] => {
                let rest = rest.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
                self.with("list-last", &[("rest", rest.into()), ("last", Arg::from(last.as_ref()))])
            }
        }
    }

    /// `25`, not `25,0`: a limit is said the way people say it.
    fn without_zero(self, tenths: i64) -> String {
        if tenths % 10 == 0 { self.number(tenths / 10) } else { self.decimal(tenths, 1) }
    }
}
