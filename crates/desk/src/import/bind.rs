//! The mapping's columns found in a file's header (pure).

use std::collections::HashMap;

use csv::StringRecord;

use super::mapping::{Fault, Field, Mapping, MappingError, Piece, Problem, Take, key};

/// From which cells each field takes its text.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    fields: HashMap<Field, Cells>,
    pub width: usize,
}

#[derive(Clone, Debug)]
enum Cells {
    One(usize),
    /// With what each column is called.
    Several(Vec<(String, usize)>),
    Text(Vec<Part>),
}

#[derive(Clone, Debug)]
enum Part {
    Said(String),
    Cell(usize),
}

/// Finds every column, or says which the file lacks.
pub(super) fn bind(mapping: &Mapping, header: &[String]) -> Result<Bound, MappingError> {
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, name) in header.iter().enumerate() {
        // The first of two columns with one name.
        places.entry(key(name)).or_insert(place);
    }
    let mut problems = Vec::new();
    for (field, take) in &mapping.columns {
        for column in take.columns() {
            if !places.contains_key(&key(&column.text)) {
                let fault = Fault::NoColumn {
                    name: column.text.clone(),
                    nearest: super::mapping::nearest(&column.text, header.iter().map(String::as_str)),
                    known: header.to_vec(),
                };
                problems.push(Problem::new(column.line, format!("columns.{}", field.code()), fault));
            }
        }
    }
    if !problems.is_empty() {
        return Err(MappingError { problems });
    }
    let place = |name: &str| places.get(&key(name)).copied().unwrap_or(usize::MAX);
    let cells = |take: &Take| match take {
        Take::Column(column) => Cells::One(place(&column.text)),
        Take::Columns(all) => {
            Cells::Several(all.iter().map(|column| (column.text.clone(), place(&column.text))).collect())
        }
        Take::Text(pieces) => {
            let part = |piece: &Piece| match piece {
                Piece::Said(text) => Part::Said(text.clone()),
                Piece::Column(column) => Part::Cell(place(&column.text)),
            };
            Cells::Text(pieces.iter().map(part).collect())
        }
    };
    let fields = mapping.columns.iter().map(|(field, take)| (*field, cells(take))).collect();
    Ok(Bound { fields, width: header.len() })
}

impl Bound {
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains_key(&field)
    }

    /// What the row says of the field; empty when it says nothing. Several cells stand beside each other
    /// (`Closed / Resolved`); in a text of several lines one a line, with what the column is called.
    pub fn text(&self, field: Field, record: &StringRecord) -> String {
        let cell = |place: usize| record.get(place).unwrap_or_default();
        match self.fields.get(&field) {
            None => String::new(),
            Some(Cells::One(place)) => clean(cell(*place), field.is_prose()),
            Some(Cells::Several(all)) => {
                let said = all.iter().map(|(name, place)| (name, clean(cell(*place), field.is_prose())));
                let said = said.filter(|(_, text)| !text.is_empty());
                if field.is_prose() {
                    said.map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>().join("\n")
                } else {
                    said.map(|(_, text)| text).collect::<Vec<_>>().join(" / ")
                }
            }
            Some(Cells::Text(parts)) => {
                let part = |part: &Part| match part {
                    Part::Said(text) => text.clone(),
                    Part::Cell(place) => clean(cell(*place), field.is_prose()),
                };
                clean(&parts.iter().map(part).collect::<String>(), field.is_prose())
            }
        }
    }
}

/// Without what no database and no screen takes: control signs, and spaces around. One line where one is meant.
fn clean(text: &str, prose: bool) -> String {
    let kept = |sign: char| match sign {
        '\n' | '\t' if prose => Some(sign),
        sign if sign.is_whitespace() => Some(' '),
        sign if sign.is_control() || sign == '\u{feff}' => None,
        sign => Some(sign),
    };
    text.chars().filter_map(kept).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_texts() {
        let mapping = Mapping::from_toml(
            "kind = \"rows\"\nsource = \"x\"\n[columns]\nreference = \"NR\"\ncreated = \"when\"\nstatus = [\"state\", \"sub\"]\n\
             title = { text = \"{what} {{at}} {where}\" }\ndescription = [\"what\", \"where\"]\n",
        )
        .expect("a mapping");
        let header = ["nr", "when", "state", "sub", "what", "where"].map(str::to_owned);
        let bound = bind(&mapping, &header).expect("all there");
        let text = |field, cells: [&str; 6]| bound.text(field, &StringRecord::from(cells.to_vec()));
        let row = [" 1\u{0}7 ", "", "Closed", "Resolved", "A\nlamp\u{7}", "hall"];
        assert_eq!(text(Field::Reference, row), "17");
        assert_eq!(text(Field::Status, row), "Closed / Resolved");
        assert_eq!(text(Field::Title, row), "A lamp {at} hall");
        assert_eq!(text(Field::Description, row), "what: A\nlamp\nwhere: hall");
        assert_eq!(text(Field::Status, ["", "", "Closed", "", "", ""]), "Closed");
        assert_eq!(text(Field::Note, row), "");
        let lacking = bind(&mapping, &header[..5]).expect_err("one is gone");
        assert_eq!(lacking.problems.len(), 2);
        assert!(
            lacking.to_string().starts_with("line 7: columns.title: the file has no column \"where\""),
            "{lacking}"
        );
    }
}
