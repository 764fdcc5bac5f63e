//! Reads a mapping file: every fault with its line (pure).

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use jiff::civil::date;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::de::DeTable;

use super::fault::{Fault, MappingError, nearest};
use super::table::{Reader, Value, parse};
use super::{Field, Grade, Mapping, Named, Piece, Shape, Standing, Take, Unknown, words};
use crate::ticket::Kind;

const TOP: [&str; 19] = [
    "kind",
    "source",
    "encoding",
    "delimiter",
    "timezone",
    "time_format",
    "promise",
    "default_committee",
    "default_group",
    "default_kind",
    "unknown_status",
    "columns",
    "status",
    "outcome",
    "kinds",
    "priority",
    "impact",
    "urgency",
    "groups",
];
const SERVICES: &str = "services";
const ENCODINGS: [&str; 6] = ["utf-8", "windows-1252", "latin1", "utf-16", "utf-16le", "utf-16be"];
const COLUMNS: &str = "[columns] with reference = \"Number\" below it";
const STATUS: &str = "\"Closed\" = \"closed\"";

impl Mapping {
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        // Some editors put a byte order mark first.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = parse(text)?;
        let mut reader = Reader::new(text);
        match reader.mapping(document.get_ref()) {
            Some(mapping) if reader.problems.is_empty() => Ok(mapping),
            _ => {
                reader.problems.sort_by_key(|problem| problem.line);
                Err(MappingError { problems: reader.problems })
            }
        }
    }
}

impl Reader<'_> {
    /// None only with a problem noted.
    fn mapping(&mut self, top: &DeTable<'_>) -> Option<Mapping> {
        let known: Vec<&str> = TOP.into_iter().chain([SERVICES]).collect();
        self.known_keys(top, "", &known);
        let shape = self.shape(top);
        let columns = self.columns(top, shape.unwrap_or(Shape::Rows));
        let source = self.text_at(top, "source", "source = \"ServiceNow\"").unwrap_or_default();
        if source.trim().is_empty() {
            self.fault(top.get("source"), "source", Fault::Missing { example: "source = \"ServiceNow\"" });
        }
        let zone = self.zone(top);
        let time_formats = self.time_formats(top);
        let register = |reader: &mut Self, value: &Value<'_>, place: &str| {
            let line = Some(reader.line(value));
            reader.text(value, place, "\"Network team\" = \"natverk\"").map(|text| Named { text, line })
        };
        Some(Mapping {
            source: source.trim().to_owned(),
            encoding: self.encoding(top),
            delimiter: self.delimiter(top),
            zone,
            time_formats,
            promise: self.named_at(top, "promise", "promise = \"Ljusvik\""),
            default_committee: self.named_at(
                top,
                "default_committee",
                "default_committee = \"kommunstyrelsen\"",
            ),
            default_group: self.named_at(top, "default_group", "default_group = \"servicedesk\""),
            default_kind: self.default_kind(top),
            unknown_status: self.unknown_status(top),
            columns,
            statuses: self.words(top, "status", STATUS, Self::standing),
            outcomes: self.words(
                top,
                "outcome",
                "\"Not reproducible\" = \"not_done\"",
                |reader, value, place| {
                    reader.word(value, place, "\"Not reproducible\" = \"not_done\"", words::outcome)
                },
            ),
            kinds: self.words(top, "kinds", "\"Request\" = \"service_request\"", |reader, value, place| {
                reader.word(value, place, "\"Request\" = \"service_request\"", words::kind)
            }),
            priorities: self.words(top, "priority", "\"5 - Planning\" = 4", |reader, value, place| {
                reader.word(value, place, "\"5 - Planning\" = 4", words::priority)
            }),
            impacts: self.words(top, "impact", "\"Major\" = \"high\"", Self::grade),
            urgencies: self.words(top, "urgency", "\"1 - High\" = \"high\"", |reader, value, place| {
                reader.word(value, place, "\"1 - High\" = \"high\"", words::level)
            }),
            groups: self.words(top, "groups", "\"Network team\" = \"natverk\"", register),
            services: self.words(top, SERVICES, "\"WLAN\" = \"tradlost-nat\"", register),
            shape: shape?,
        })
    }

    fn shape(&mut self, top: &DeTable<'_>) -> Option<Shape> {
        const EXAMPLE: &str =
            "kind = \"rows\" for a ticket a row, or kind = \"events\" for a log with several";
        let Some(value) = top.get("kind") else {
            self.fault(None, "kind", Fault::Missing { example: EXAMPLE });
            return None;
        };
        self.word(value, "kind", EXAMPLE, |word| match word {
            "rows" => Ok(Shape::Rows),
            "events" => Ok(Shape::Events),
            other => Err(unknown_word(other, &["rows", "events"])),
        })
    }

    fn unknown_status(&mut self, top: &DeTable<'_>) -> Unknown {
        let Some(value) = top.get("unknown_status") else { return Unknown::Refuse };
        let read = |word: &str| match word {
            "refuse" => Ok(Unknown::Refuse),
            "keep" => Ok(Unknown::Keep),
            other => Err(unknown_word(other, &["refuse", "keep"])),
        };
        self.word(value, "unknown_status", "unknown_status = \"refuse\"", read).unwrap_or(Unknown::Refuse)
    }

    fn default_kind(&mut self, top: &DeTable<'_>) -> Kind {
        let value = top.get("default_kind");
        value
            .and_then(|value| self.word(value, "default_kind", "default_kind = \"incident\"", words::kind))
            .unwrap_or(Kind::Incident)
    }

    fn encoding(&mut self, top: &DeTable<'_>) -> Option<&'static Encoding> {
        let value = top.get("encoding")?;
        self.word(value, "encoding", "encoding = \"windows-1252\"", |word| {
            Encoding::for_label_no_replacement(word.as_bytes()).ok_or_else(|| unknown_word(word, &ENCODINGS))
        })
    }

    fn delimiter(&mut self, top: &DeTable<'_>) -> Option<u8> {
        let value = top.get("delimiter")?;
        self.word(value, "delimiter", "delimiter = \";\"", |word| match word.as_bytes() {
            [sign] if sign.is_ascii() && !matches!(sign, b'"' | b'\n' | b'\r' | 0) => Ok(*sign),
            _ if word == "tab" => Ok(b'\t'),
            _ => Err(Fault::Delimiter),
        })
    }

    /// Time zones are the bundled ones, never the machine's.
    fn zone(&mut self, top: &DeTable<'_>) -> Option<TimeZone> {
        let value = top.get("timezone")?;
        self.word(value, "timezone", "timezone = \"Europe/Stockholm\"", |name| {
            let known = TimeZoneDatabase::bundled();
            match known.get(name) {
                Ok(zone) if !zone.is_unknown() => Ok(zone),
                _ => {
                    let names: Vec<String> = known.available().map(|zone| zone.as_str().to_owned()).collect();
                    let nearest = nearest(name, names.iter().map(String::as_str));
                    Err(Fault::UnknownZone { name: name.to_owned(), nearest })
                }
            }
        })
    }

    fn time_formats(&mut self, top: &DeTable<'_>) -> Vec<String> {
        const EXAMPLE: &str = "time_format = \"%Y-%m-%d %H:%M:%S\"";
        let Some(value) = top.get("time_format") else { return Vec::new() };
        let patterns = self.texts(value, "time_format", EXAMPLE);
        for pattern in &patterns {
            if let Err(why) = try_pattern(&pattern.text) {
                let fault = Fault::BadPattern { pattern: pattern.text.clone(), why };
                self.fault(Some(value), "time_format", fault);
            }
        }
        let local = patterns.iter().any(|pattern| !says_its_zone(&pattern.text));
        if local && !top.contains_key("timezone") {
            self.fault(None, "timezone", Fault::Missing { example: "timezone = \"Europe/Stockholm\"" });
        }
        patterns.into_iter().map(|pattern| pattern.text).collect()
    }

    fn standing(&mut self, value: &Value<'_>, place: &str) -> Option<Standing> {
        const EXAMPLE: &str = "\"Cancelled\" = { stage = \"closed\", outcome = \"withdrawn\" }";
        let Some(table) = value.get_ref().as_table() else {
            return self.word(value, place, STATUS, words::standing);
        };
        self.known_keys(table, place, &["stage", "outcome"]);
        let stage = self.needed(table.get("stage"), value, place, EXAMPLE);
        let stage = stage.and_then(|stage| self.word(stage, place, EXAMPLE, words::stage));
        let outcome = table.get("outcome").and_then(|said| self.word(said, place, EXAMPLE, words::outcome));
        stage.map(|stage| Standing { stage, outcome })
    }

    fn grade(&mut self, value: &Value<'_>, place: &str) -> Option<Grade> {
        const EXAMPLE: &str = "\"Major\" = { impact = \"high\", urgency = \"high\" }";
        let Some(table) = value.get_ref().as_table() else {
            return self.word(value, place, "\"Major\" = \"high\"", words::grade);
        };
        self.known_keys(table, place, &["impact", "urgency"]);
        let impact = self.needed(table.get("impact"), value, place, EXAMPLE);
        let impact = impact.and_then(|impact| self.word(impact, place, EXAMPLE, words::level));
        let urgency = table.get("urgency").and_then(|said| self.word(said, place, EXAMPLE, words::level));
        impact.map(|impact| Grade { impact, urgency })
    }

    fn needed<'v, 'a>(
        &mut self,
        value: Option<&'v Value<'a>>,
        table: &Value<'_>,
        place: &str,
        example: &'static str,
    ) -> Option<&'v Value<'a>> {
        if value.is_none() {
            self.fault(Some(table), place, Fault::Missing { example });
        }
        value
    }

    fn columns(&mut self, top: &DeTable<'_>, shape: Shape) -> BTreeMap<Field, Take> {
        let mut columns = BTreeMap::new();
        if !top.contains_key("columns") {
            self.fault(None, "columns", Fault::Missing { example: COLUMNS });
        }
        let Some(table) = self.table(top.get("columns"), "columns", COLUMNS) else { return columns };
        let known: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
        self.known_keys(table, "columns", &known);
        for field in Field::ALL {
            let place = format!("columns.{}", field.code());
            let Some(value) = table.get(field.code()) else { continue };
            if let Some(other) = belongs_to_other(field, shape) {
                self.fault(Some(value), &place, Fault::OtherKind(other.code()));
            }
            columns.extend(self.take(value, &place).map(|take| (field, take)));
        }
        let (time, example) = match shape {
            Shape::Rows => (Field::Created, "created = \"Opened\""),
            Shape::Events => (Field::At, "at = \"Changed at\""),
        };
        for (field, example) in [
            (Field::Reference, "reference = \"Number\""),
            (time, example),
            (Field::Title, "title = \"Subject\""),
        ] {
            if !table.contains_key(field.code()) {
                let place = format!("columns.{}", field.code());
                self.fault(top.get("columns"), &place, Fault::Missing { example });
            }
        }
        columns
    }

    fn take(&mut self, value: &Value<'_>, place: &str) -> Option<Take> {
        const EXAMPLE: &str = "title = \"Subject\", title = [\"Product\", \"Country\"] or title = { text = \"Fault in {Product}\" }";
        if let Some(table) = value.get_ref().as_table() {
            self.known_keys(table, place, &["text"]);
            let text = self.needed(table.get("text"), value, place, EXAMPLE)?;
            let line = Some(self.line(text));
            let written = self.text(text, place, EXAMPLE)?;
            return pieces(&written, line)
                .map(Take::Text)
                .map_err(|fault| self.fault(Some(text), place, fault))
                .ok();
        }
        let mut names = self.texts(value, place, EXAMPLE);
        match names.len() {
            0 => {
                if value.get_ref().is_array() {
                    self.wrong_type(value, place, "at least one column", EXAMPLE);
                }
                None
            }
            1 => names.pop().map(Take::Column),
            _ => Some(Take::Columns(names)),
        }
    }
}

/// What only one kind of file has; answers the kind that it belongs to.
fn belongs_to_other(field: Field, shape: Shape) -> Option<Shape> {
    match (field, shape) {
        (Field::At, Shape::Rows) => Some(Shape::Events),
        (Field::Resolved | Field::Closed | Field::Updated, Shape::Events) => Some(Shape::Rows),
        _ => None,
    }
}

/// `Fault in {Product}`; a brace that is meant as such is written twice.
fn pieces(text: &str, line: Option<usize>) -> Result<Vec<Piece>, Fault> {
    let (mut pieces, mut said, mut rest) = (Vec::new(), String::new(), text);
    while let Some((before, after)) = rest.split_once(['{', '}']) {
        said.push_str(before);
        let brace = rest.as_bytes().get(before.len()).copied().unwrap_or_default();
        if let Some(after) = after.strip_prefix(char::from(brace)) {
            said.push(char::from(brace));
            rest = after;
        } else if brace == b'{' {
            let (name, after) = after.split_once('}').ok_or(Fault::OpenBrace)?;
            if !said.is_empty() {
                pieces.push(Piece::Said(std::mem::take(&mut said)));
            }
            pieces.push(Piece::Column(Named { text: name.trim().to_owned(), line }));
            rest = after;
        } else {
            return Err(Fault::OpenBrace);
        }
    }
    said.push_str(rest);
    if !said.is_empty() {
        pieces.push(Piece::Said(said));
    }
    Ok(pieces)
}

fn says_its_zone(pattern: &str) -> bool {
    ["%z", "%:z", "%::z", "%s", "%Q", "%:Q"].iter().any(|sign| pattern.contains(sign))
}

/// Writes a time by the pattern and reads it again.
fn try_pattern(pattern: &str) -> Result<(), String> {
    let sample =
        date(2026, 3, 10).at(9, 15, 0, 0).in_tz("Europe/Stockholm").map_err(|error| error.to_string())?;
    let written = BrokenDownTime::from(&sample).to_string(pattern).map_err(|error| error.to_string())?;
    let read = BrokenDownTime::parse(pattern, &written).map_err(|error| error.to_string())?;
    read.to_date().map(drop).or_else(|error| read.to_timestamp().map(drop).map_err(|_| error.to_string()))
}

fn unknown_word(word: &str, known: &[&str]) -> Fault {
    Fault::UnknownWord {
        word: word.to_owned(),
        nearest: nearest(word, known.iter().copied()),
        known: known.iter().map(|word| (*word).to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticket::{Level, Outcome, Reason, Stage};

    const LEAST: &str =
        "kind = \"rows\"\nsource = \"x\"\n[columns]\nreference = \"a\"\ncreated = \"b\"\ntitle = \"c\"\n";

    fn faults(text: &str) -> String {
        Mapping::from_toml(text).map(|_| String::new()).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn the_least_that_a_mapping_says() {
        let mapping = Mapping::from_toml(&format!("\u{feff}{LEAST}")).expect("a mapping");
        assert_eq!((mapping.shape, mapping.default_kind), (Shape::Rows, Kind::Incident));
        assert_eq!(mapping.unknown_status, Unknown::Refuse);
        assert!(mapping.promise.is_none() && mapping.zone.is_none() && mapping.encoding.is_none());
    }

    #[test]
    fn the_examples_hold() {
        for text in [
            include_str!("../../../../../examples/import/servicenow.toml"),
            include_str!("../../../../../examples/import/event-log.toml"),
        ] {
            assert_eq!(faults(text), "");
        }
    }

    #[test]
    fn their_words_become_ours() {
        let text = format!(
            "{LEAST}[status]\n7 = \"closed\"\n\"Wait - User\" = \"waiting:user\"\n\
             \"Cancelled\" = {{ stage = \"closed\", outcome = \"withdrawn\" }}\n[priority]\n5 = 4\n\
             [impact]\n\"Major\" = {{ impact = \"high\", urgency = \"high\" }}\n"
        );
        let mapping = Mapping::from_toml(&text).expect("a mapping");
        let stage =
            |word: &str| mapping.statuses.get(word).map(|standing| (standing.stage, standing.outcome));
        assert_eq!(stage("7"), Some((Stage::Closed, None)));
        assert_eq!(stage("wait - user"), Some((Stage::Waiting(Reason::User), None)));
        assert_eq!(stage("cancelled"), Some((Stage::Closed, Some(Outcome::Withdrawn))));
        assert_eq!(mapping.priorities.get("5").map(|priority| priority.number()), Some(4));
        let major = Grade { impact: Level::High, urgency: Some(Level::High) };
        assert_eq!(mapping.impacts.get("major"), Some(&major));
    }

    #[test]
    fn every_fault_says_its_line_and_what_to_do() {
        let with = |more: &str| faults(&format!("{more}\n{LEAST}"));
        let below = |more: &str| faults(&format!("{LEAST}{more}\n"));
        for (said, want) in [
            (with("sourc = 1"), "line 1: the key \"sourc\" is not known here; did you mean \"source\"?"),
            (
                with("timezone = \"Europe/Stokholm\""),
                "line 1: timezone: there is no time zone \"Europe/Stokholm\"; did you mean \"Europe/Stockholm\"?",
            ),
            (
                with("time_format = \"%Y-%m-%d %H:%M\""),
                "timezone: the key is missing; add for instance timezone = \"Europe/Stockholm\"",
            ),
            (
                with("timezone = \"UTC\"\ntime_format = \"%H:%M\""),
                "line 2: time_format: \"%H:%M\" is not a pattern of a time",
            ),
            (with("delimiter = \"ab\""), "line 1: delimiter: write one sign between quotes"),
            (
                with("encoding = \"utf-7\""),
                "line 1: encoding: \"utf-7\" is not known here; did you mean \"utf-8\"?",
            ),
            (
                with("unknown_status = \"skip\""),
                "unknown_status: \"skip\" is not known here; use one of refuse, keep",
            ),
            (
                with("default_kind = true"),
                "line 1: default_kind: expected a text in quotes, found true or false",
            ),
            (
                below("titel = \"c\""),
                "line 7: columns: the key \"titel\" is not known here; did you mean \"title\"?",
            ),
            (below("at = \"c\""), "line 7: columns.at: this belongs to a file of kind \"events\""),
            (below("note = []"), "line 7: columns.note: expected at least one column"),
            (below("note = { text = \"{a\" }"), "line 7: columns.note: the text has a { without its }"),
            (
                below("[status]\n\"Wait\" = \"waiting\""),
                "line 8: status.\"Wait\": a waiting ticket must say for what",
            ),
            (
                below("[status]\n\"Done\" = \"close\""),
                "line 8: status.\"Done\": \"close\" is not known here; did you mean \"closed\"?",
            ),
            (below("[impact]\n1 = \"major\""), "line 8: impact.\"1\": \"major\" is not known here"),
            (below("[status]\n\"A\" = { outcome = \"solved\" }"), "line 8: status.\"A\": the key is missing"),
            (
                faults("kind = \"row\"\nsource = \"x\""),
                "line 1: kind: \"row\" is not known here; did you mean \"rows\"?",
            ),
            (faults("source = \"x\""), "kind: the key is missing"),
            (
                faults("kind = \"events\"\nsource = \"\"\n[columns]"),
                "columns.at: the key is missing; add for instance at = \"Changed at\"",
            ),
            (faults("kind = "), "line 1: this is not TOML"),
        ] {
            assert!(said.contains(want), "{want}\n{said}");
        }
    }
}
