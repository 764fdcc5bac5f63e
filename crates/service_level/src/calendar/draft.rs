use serde::{Deserialize, Serialize};

/// A definition as somebody wrote it: texts in the shape of the file, not yet checked.
///
/// A page shows and edits this; `Definition::check` says what is wrong with it. It reads and writes
/// TOML and JSON. A weekday with no spans is closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// IANA name: `Europe/Stockholm`.
    pub timezone: String,
    /// `sweden` or `none`; absent is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<String>,
    /// Names of eves, or dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<String>,
    /// Which stages of a subject pause and stop the clock, and what is promised. Not the calendar's to
    /// judge: kept as written for whoever reads the promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<toml::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<toml::Value>,
    #[serde(default)]
    pub week: DraftWeek,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<DraftShort>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<toml::Value>,
}

impl Draft {
    /// The file a person could have written.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}

/// The spans of each weekday: `["08:00-12:00", "13:00-16:30"]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DraftWeek {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub monday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tuesday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wednesday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thursday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub friday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saturday: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sunday: Vec<String>,
}

pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl DraftWeek {
    /// Monday first, as `WEEKDAYS`.
    pub const fn days(&self) -> [&Vec<String>; 7] {
        [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ]
    }

    pub const fn days_mut(&mut self) -> [&mut Vec<String>; 7] {
        [
            &mut self.monday,
            &mut self.tuesday,
            &mut self.wednesday,
            &mut self.thursday,
            &mut self.friday,
            &mut self.saturday,
            &mut self.sunday,
        ]
    }
}

/// A day that closes early.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftShort {
    /// Name of an eve, or a date.
    pub day: String,
    /// Clock time.
    pub closes: String,
}
