use serde::{Deserialize, Serialize};

/// A language that every page, mail and document exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Sv,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Sv),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The first language we have in an `Accept-Language` header, in the reader's own order
    /// (weights are ignored: browsers send the list sorted).
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .filter_map(|part| part.split([';', '-']).next())
            .find_map(|code| Self::parse(code.trim().to_ascii_lowercase().as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_we_have_wins() {
        for (header, want) in [
            ("sv-SE,sv;q=0.9,en;q=0.8", Some(Lang::Sv)),
            ("de-DE, en-GB;q=0.7", Some(Lang::En)),
            ("EN", Some(Lang::En)),
            ("fi, de", None),
            ("", None),
        ] {
            assert_eq!(Lang::accepted(header), want, "{header}");
        }
    }
}
