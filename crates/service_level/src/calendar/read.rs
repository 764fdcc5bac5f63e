//! Reads a definition file: its shape here, its sense in `Definition::check`, every fault with its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::definition::Definition;
use super::draft::{Draft, DraftShort, WEEKDAYS};
use super::problem::{DefinitionError, Fault, Place, Problem, Step, nearest};

const TOP: [&str; 8] = ["timezone", "holidays", "closed", "week", "short", "pause", "stop", "targets"];
const SHORT: [&str; 2] = ["day", "closes"];

impl Definition {
    pub fn from_toml(text: &str) -> Result<Self, DefinitionError> {
        // Some editors put a byte order mark first.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = DeTable::parse(text).map_err(|error| not_toml(text, &error))?;
        let mut reader = Reader { text, problems: Vec::new() };
        let draft = reader.draft(document.get_ref());
        let checked = Self::check(&draft);
        if let Err(error) = &checked {
            for problem in &error.problems {
                reader.add_checked(document.get_ref(), problem);
            }
        }
        match checked {
            Ok(definition) if reader.problems.is_empty() => Ok(definition),
            _ => {
                reader.problems.sort_by_key(|problem| problem.line);
                Err(DefinitionError { problems: reader.problems })
            }
        }
    }
}

fn not_toml(text: &str, error: &toml::de::Error) -> DefinitionError {
    let line = error.span().map(|span| line_of(text, span.start));
    let fault = Fault::NotToml(error.message().trim().to_owned());
    DefinitionError { problems: vec![Problem { place: Place::default(), line, fault }] }
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

type Value<'a> = Spanned<DeValue<'a>>;

struct Reader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn draft(&mut self, top: &DeTable<'_>) -> Draft {
        self.known_keys(top, &Place::default(), &TOP);
        let mut draft = Draft {
            timezone: self
                .text_of(top.get("timezone"), &Place::key("timezone"), ZONE_EXAMPLE)
                .unwrap_or_default(),
            holidays: self.text_of(top.get("holidays"), &Place::key("holidays"), "holidays = \"sweden\""),
            closed: self.list_of(
                top.get("closed"),
                &Place::key("closed"),
                "closed = [\"midsummer_eve\", 2026-05-15]",
            ),
            pause: self.kept(top, "pause"),
            stop: self.kept(top, "stop"),
            targets: self.kept(top, "targets"),
            ..Draft::default()
        };
        if !top.contains_key("timezone") {
            self.at(Place::key("timezone"), None, Fault::Missing { key: "timezone", example: ZONE_EXAMPLE });
        }
        if let Some(week) = self.table_of(top.get("week"), &Place::key("week"), "a table [week]") {
            let place = Place::key("week");
            self.known_keys(week, &place, &WEEKDAYS);
            for (name, spans) in WEEKDAYS.into_iter().zip(draft.week.days_mut()) {
                *spans = self.list_of(week.get(name), &place.then(name), "monday = [\"08:00-16:30\"]");
            }
        }
        draft.short = self.short(top.get("short"));
        draft
    }

    fn short(&mut self, value: Option<&Value<'_>>) -> Vec<DraftShort> {
        const EXAMPLE: &str = "[[short]] with day = \"maundy_thursday\" and closes = \"14:00\" below it";
        let place = Place::key("short");
        let Some(value) = value else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, &place, "a list of tables", EXAMPLE);
            return Vec::new();
        };
        let mut all = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let place = place.item(index);
            let Some(table) = self.table_of(Some(item), &place, EXAMPLE) else { continue };
            self.known_keys(table, &place, &SHORT);
            for (key, example) in [("day", "day = \"maundy_thursday\""), ("closes", "closes = \"14:00\"")] {
                if !table.contains_key(key) {
                    self.at(place.clone(), Some(item), Fault::Missing { key, example });
                }
            }
            all.push(DraftShort {
                day: self
                    .text_of(table.get("day"), &place.then("day"), "day = \"maundy_thursday\"")
                    .unwrap_or_default(),
                closes: self
                    .text_of(table.get("closes"), &place.then("closes"), "closes = \"14:00\"")
                    .unwrap_or_default(),
            });
        }
        all
    }

    fn known_keys(&mut self, table: &DeTable<'_>, place: &Place, known: &'static [&'static str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let key_name = name.to_owned();
            let fault = if TOP.contains(&name) {
                Fault::KeyBelongsAtTop { key: key_name }
            } else {
                Fault::UnknownKey { key: key_name, nearest: nearest(name, known.iter().copied()), known }
            };
            let line = Some(line_of(self.text, key.span().start));
            self.problems.push(Problem { place: place.clone(), line, fault });
        }
    }

    /// A text. TOML's own dates and clock times are as good as the same in quotes.
    fn text_of(&mut self, value: Option<&Value<'_>>, place: &Place, example: &'static str) -> Option<String> {
        let value = value?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            DeValue::Datetime(at) => Some(at.to_string()),
            _ => {
                self.wrong_type(value, place, "a text in quotes", example);
                None
            }
        }
    }

    fn list_of(&mut self, value: Option<&Value<'_>>, place: &Place, example: &'static str) -> Vec<String> {
        let Some(value) = value else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, place, "a list in [brackets]", example);
            return Vec::new();
        };
        let texts = items.iter().enumerate();
        // What is not a text leaves an empty one, so that the others keep their numbers.
        texts
            .map(|(index, item)| self.text_of(Some(item), &place.item(index), example).unwrap_or_default())
            .collect()
    }

    fn table_of<'v, 'a>(
        &mut self,
        value: Option<&'v Value<'a>>,
        place: &Place,
        example: &'static str,
    ) -> Option<&'v DeTable<'a>> {
        let value = value?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value, place, "a table", example);
        }
        table
    }

    /// A value of any kind, as written.
    fn kept(&self, top: &DeTable<'_>, key: &str) -> Option<toml::Value> {
        top.contains_key(key).then(|| toml::from_str::<toml::Table>(self.text).ok()?.remove(key)).flatten()
    }

    fn wrong_type(
        &mut self,
        value: &Value<'_>,
        place: &Place,
        expected: &'static str,
        example: &'static str,
    ) {
        let found = found(value.get_ref());
        self.at(place.clone(), Some(value), Fault::WrongType { expected, found, example });
    }

    fn at(&mut self, place: Place, value: Option<&Value<'_>>, fault: Fault) {
        let line = value.map(|value| line_of(self.text, value.span().start));
        self.problems.push(Problem { place, line, fault });
    }

    /// A fault of sense, unless the same place already has a fault of shape.
    fn add_checked(&mut self, top: &DeTable<'_>, problem: &Problem) {
        let has_value = |earlier: &Problem| earlier.place == problem.place;
        let Some(value) = find(top, &problem.place) else { return };
        if !self.problems.iter().any(has_value) {
            self.at(problem.place.clone(), Some(value), problem.fault.clone());
        }
    }
}

const ZONE_EXAMPLE: &str = "timezone = \"Europe/Stockholm\"";

fn find<'v, 'a>(top: &'v DeTable<'a>, place: &Place) -> Option<&'v Value<'a>> {
    let (first, rest) = place.0.split_first()?;
    let Step::Key(first) = first else { return None };
    rest.iter().try_fold(top.get(first.as_str())?, |value, step| match step {
        Step::Key(key) => value.get_ref().get(key.as_str()),
        Step::Item(index) => value.get_ref().get(*index),
    })
}

const fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
