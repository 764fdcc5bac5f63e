//! A TOML table with its lines: every read notes what is wrong and goes on (pure).

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Fault, MappingError, Problem, nearest};
use super::{Named, key};

pub(super) type Value<'a> = Spanned<DeValue<'a>>;

pub(super) struct Reader<'t> {
    text: &'t str,
    pub problems: Vec<Problem>,
}

pub(super) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, MappingError> {
    DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        let fault = Fault::NotToml(error.message().trim().to_owned());
        MappingError { problems: vec![Problem::new(line, "", fault)] }
    })
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, problems: Vec::new() }
    }

    pub fn line(&self, value: &Value<'_>) -> usize {
        line_of(self.text, value.span().start)
    }

    pub fn fault(&mut self, value: Option<&Value<'_>>, place: &str, fault: Fault) {
        let line = value.map(|value| self.line(value));
        self.problems.push(Problem::new(line, place, fault));
    }

    pub fn known_keys(&mut self, table: &DeTable<'_>, place: &str, known: &[&str]) {
        for written in table.keys() {
            let name: &str = written.get_ref();
            if known.contains(&name) {
                continue;
            }
            let line = Some(line_of(self.text, written.span().start));
            let fault = Fault::UnknownKey {
                key: name.to_owned(),
                nearest: nearest(name, known.iter().copied()),
                known: known.iter().map(|key| (*key).to_owned()).collect(),
            };
            self.problems.push(Problem::new(line, place, fault));
        }
    }

    /// A text; a number is as good as the same in quotes.
    pub fn text(&mut self, value: &Value<'_>, place: &str, example: &'static str) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => {
                self.wrong_type(value, place, "a text in quotes", example);
                None
            }
        }
    }

    pub fn text_at(
        &mut self,
        table: &DeTable<'_>,
        name: &'static str,
        example: &'static str,
    ) -> Option<String> {
        table.get(name).and_then(|value| self.text(value, name, example))
    }

    pub fn named_at(
        &mut self,
        table: &DeTable<'_>,
        name: &'static str,
        example: &'static str,
    ) -> Option<Named> {
        let value = table.get(name)?;
        let line = Some(self.line(value));
        self.text(value, name, example).map(|text| Named { text, line })
    }

    /// One text or a list of them.
    pub fn texts(&mut self, value: &Value<'_>, place: &str, example: &'static str) -> Vec<Named> {
        let items: Vec<&Value<'_>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            let line = Some(self.line(item));
            texts.extend(self.text(item, place, example).map(|text| Named { text, line }));
        }
        texts
    }

    pub fn table<'v, 'a>(
        &mut self,
        value: Option<&'v Value<'a>>,
        place: &str,
        example: &'static str,
    ) -> Option<&'v DeTable<'a>> {
        let value = value?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value, place, "a table", example);
        }
        table
    }

    /// A table of their words and ours: `"Wait - User" = "waiting:user"`. Theirs are compared as [`key`] says.
    pub fn words<T>(
        &mut self,
        top: &DeTable<'_>,
        name: &'static str,
        example: &'static str,
        mut read: impl FnMut(&mut Self, &Value<'_>, &str) -> Option<T>,
    ) -> std::collections::HashMap<String, T> {
        let Some(table) = self.table(top.get(name), name, example) else { return Default::default() };
        let mut words = std::collections::HashMap::with_capacity(table.len());
        for (theirs, ours) in table {
            let place = format!("{name}.\"{}\"", theirs.get_ref());
            if let Some(value) = read(self, ours, &place) {
                words.insert(key(theirs.get_ref()), value);
            }
        }
        words
    }

    /// A text that a reader of words makes something of.
    pub fn word<T>(
        &mut self,
        value: &Value<'_>,
        place: &str,
        example: &'static str,
        read: fn(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let text = self.text(value, place, example)?;
        read(&text).map_err(|fault| self.fault(Some(value), place, fault)).ok()
    }

    pub fn wrong_type(
        &mut self,
        value: &Value<'_>,
        place: &str,
        expected: &'static str,
        example: &'static str,
    ) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(Some(value), place, Fault::WrongType { expected, found, example });
    }
}
