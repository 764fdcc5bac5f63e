//! `calendar due --batch`: one question a line in, the same line with its answer out.

use std::io::{BufRead, Write};

use jiff::SignedDuration;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::cli::{CliError, calendar, due_text};
use super::compile::Calendar;

/// How a batch went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    pub answered: usize,
    pub refused: usize,
}

/// Answers every line. A bad one becomes `{"error":…,"line":n}` in its place and the rest is answered, so that
/// line n of the answer is always about line n of the question. Blank lines at the end are not questions.
pub fn due_batch(
    definition: &str,
    mut lines: impl BufRead,
    mut answers: impl Write,
) -> Result<Batch, CliError> {
    let calendar = calendar(definition)?;
    let (mut batch, mut number, mut blank) = (Batch::default(), 0, 0);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let text = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        if text.trim_ascii().is_empty() {
            blank += 1;
        } else {
            for earlier in number - blank..number {
                refuse(&mut answers, "the line is empty", earlier)?;
                batch.refused += 1;
            }
            blank = 0;
            match answer(&calendar, text) {
                Ok(answered) => {
                    serde_json::to_writer(&mut answers, &answered).map_err(std::io::Error::from)?;
                    answers.write_all(b"\n")?;
                    batch.answered += 1;
                }
                Err(error) => {
                    refuse(&mut answers, &error, number)?;
                    batch.refused += 1;
                }
            }
        }
        line.clear();
    }
    answers.flush()?;
    Ok(batch)
}

fn refuse(answers: &mut impl Write, error: &str, line: usize) -> std::io::Result<()> {
    serde_json::to_writer(
        &mut *answers,
        &Members(vec![("error".into(), error.into()), ("line".into(), line.into())]),
    )?;
    answers.write_all(b"\n")
}

fn answer(calendar: &Calendar, line: &[u8]) -> Result<Members, String> {
    let mut question: Members =
        serde_json::from_slice(line).map_err(|error| format!("this is not a JSON object: {error}"))?;
    let start = match question.get("start") {
        Some(Value::String(start)) => start,
        Some(_) => return Err("\"start\" must be a text, such as \"2026-04-02T15:00\"".into()),
        None => return Err("\"start\" is missing".into()),
    };
    let minutes = match question.get("minutes") {
        Some(minutes) => whole(minutes).ok_or("\"minutes\" must be a whole number")?,
        None => return Err("\"minutes\" is missing".into()),
    };
    let open = SignedDuration::try_from_mins(minutes).ok_or("\"minutes\" is too large a number")?;
    let due = due_text(calendar, start, open).map_err(|error| error.to_string())?;
    question.set("due", due.into());
    Ok(question)
}

/// JSON does not tell 240 from 240.0, and neither do those who write it.
fn whole(number: &Value) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let float = number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() <= EXACT)?;
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within what a float holds exactly")]
        let whole = float as i64;
        Some(whole)
    })
}

/// A JSON object that keeps the order of its members, so that a line comes out as it went in.
struct Members(Vec<(String, Value)>);

impl Members {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|member| member.0 == name).map(|member| &member.1)
    }

    fn set(&mut self, name: &str, value: Value) {
        self.0.retain(|member| member.0 != name);
        self.0.push((name.to_owned(), value));
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ordered;
        impl<'de> Visitor<'de> for Ordered {
            type Value = Members;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object such as {\"start\":\"2026-04-02T15:00\",\"minutes\":240}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::with_capacity(map.size_hint().unwrap_or(3));
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Ordered)
    }
}
