//! What FTS5 and PostgreSQL do with our tokens, in a few lines each: enough to tell a hit from a miss.
//! The engines themselves are asked in the desk's own tests.

use std::collections::HashMap;

use texts::search::{Columns, Document, Indexed, Query, query, to_fts5, to_tsquery};

/// Whether a question finds a document, after making sure that both engines would say the same.
pub(crate) fn finds(typed: &str, document: Document<'_>, columns: Columns) -> bool {
    let (asked, indexed) = (query(typed), document.index());
    let (lite, big) = (fts5(&asked, columns, &indexed), tsquery(&asked, columns, &indexed));
    assert_eq!(lite, big, "the databases disagree about {typed:?} in {document:?}");
    lite
}

pub(crate) fn finds_in(typed: &str, text: &str) -> bool {
    finds(typed, Document { public: text, ..Document::default() }, Columns::Public)
}

fn fts5(asked: &Query, columns: Columns, indexed: &Indexed) -> bool {
    let text = to_fts5(asked, columns);
    let (filter, expression) = text.split_once(" : (").map_or(("", text.as_str()), |(filter, rest)| {
        (filter, rest.strip_suffix(')').expect("a closed filter"))
    });
    let all = [("title", &indexed.title), ("public", &indexed.public), ("internal", &indexed.internal)];
    let read: Vec<Vec<&str>> = all
        .iter()
        .filter(|(name, _)| filter.is_empty() || filter.contains(name))
        .map(|(_, text)| text.split(' ').collect())
        .collect();
    holds(expression, " AND ", " OR ", |found| {
        let (phrase, start) = match found.strip_suffix("\" *") {
            Some(phrase) => (phrase, true),
            None => (found.strip_suffix('"').expect("a closed string"), false),
        };
        let phrase: Vec<&str> = phrase.strip_prefix('"').expect("a string").split(' ').collect();
        read.iter().any(|words| {
            words.windows(phrase.len()).any(|window| {
                let (last, rest) = phrase.split_last().expect("a token");
                let (end, before) = window.split_last().expect("a token");
                before == rest && (end == last || (start && end.starts_with(last)))
            })
        })
    })
}

fn tsquery(asked: &Query, columns: Columns, indexed: &Indexed) -> bool {
    let mut vector: HashMap<&str, Vec<(usize, char)>> = HashMap::new();
    for lexeme in indexed.vector.split_whitespace() {
        let (token, places) = lexeme.split_once(':').expect("places");
        let places: Vec<(usize, char)> = places
            .split(',')
            .map(|place| {
                let (number, weight) = place.split_at(place.len() - 1);
                (number.parse().expect("a number"), weight.chars().next().expect("a weight"))
            })
            .collect();
        assert!(places.len() <= 255 && places.iter().all(|(place, _)| *place < 16_383), "{token}");
        assert!(vector.insert(token, places).is_none(), "{token} is said twice");
    }
    let places_of = |term: &str| -> Vec<usize> {
        let (token, marks) = term.split_once(':').unwrap_or((term, ""));
        let weights: String = marks.chars().filter(|mark| *mark != '*').collect();
        let belongs = |lexeme: &&&str| {
            if marks.starts_with('*') { lexeme.starts_with(token) } else { **lexeme == token }
        };
        let places = vector.keys().filter(belongs).flat_map(|lexeme| &vector[lexeme]);
        places
            .filter(|(_, weight)| weights.is_empty() || weights.contains(*weight))
            .map(|(place, _)| *place)
            .collect()
    };
    holds(&to_tsquery(asked, columns), " & ", " | ", |found| {
        let inner = found.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).expect("brackets");
        let mut terms = inner.split(" <-> ");
        let first = places_of(terms.next().expect("a term"));
        let ends = terms.fold(first, |places, term| {
            let next = places_of(term);
            places.into_iter().map(|place| place + 1).filter(|place| next.contains(place)).collect()
        });
        !ends.is_empty()
    })
}

/// `(a OR b) AND (c)`: tokens are letters and digits, so the signs between them can be trusted.
fn holds(expression: &str, and: &str, or: &str, found: impl Fn(&str) -> bool) -> bool {
    if expression == "z" {
        return false;
    }
    expression.split(and).all(|term| {
        let inner = term.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).expect("brackets");
        inner.split(or).any(&found)
    })
}
