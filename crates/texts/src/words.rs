//! The handle a page carries to say anything.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::tz::TimeZone;
use kernel::{Lang, Refusal};

use crate::Texts;

/// A language, the texts and a time zone: cheap to copy, carried by every page, mail and export.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    lang: Lang,
    texts: &'static Texts,
    zone: &'static TimeZone,
}

impl Words {
    pub const fn new(texts: &'static Texts, lang: Lang, zone: &'static TimeZone) -> Self {
        Self { lang, texts, zone }
    }

    pub const fn lang(self) -> Lang {
        self.lang
    }

    pub const fn zone(self) -> &'static TimeZone {
        self.zone
    }

    /// The same texts in the other language, as for a link "In English".
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The text with this key (`key` or `key.attribute`). A key that is not there is returned as it is and logged once.
    pub fn t(self, key: &str) -> String {
        self.texts.say(self.lang, key, None)
    }

    /// The text with its values: `w.with("desk-queue-open", &[("count", open.into())])`. Whole numbers choose
    /// between one and many and are grouped; give what is a name, a ticket number or a year as text.
    pub fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, value.to_fluent());
        }
        self.texts.say(self.lang, key, Some(&values))
    }

    /// The text if there is one: for keys made from data, such as a status or a role.
    pub fn find(self, key: &str) -> Option<String> {
        self.texts.has(key).then(|| self.t(key))
    }

    /// What a refusal says to the reader: the text `refusal-{code}` with the refusal's values.
    pub fn refusal(self, refusal: &Refusal) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            refusal.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        self.with(&format!("refusal-{}", refusal.code), &args)
    }
}

/// A value for a text: words or a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

impl Arg<'_> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "Fluent counts in f64; exact below nine thousand million million"
    )]
    fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::from(*number as f64),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
whole_numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);
