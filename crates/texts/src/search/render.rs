//! One question in the words of either database. Tokens are letters and digits, so nothing needs quoting.

use super::query::{Match, Query};

/// Stands in no document: an empty question finds nothing.
const NOWHERE: &str = "z";

/// Where to look: what the reader may see decides, never the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// For ordering: a hit in the title comes first.
    Title,
    /// Title and what all parties may read.
    Public,
    /// Internal notes too.
    All,
}

/// For `MATCH` on an FTS5 table with the columns title, public and internal.
pub fn to_fts5(query: &Query, columns: Columns) -> String {
    let expression = render(query, " AND ", " OR ", |found, out| {
        out.push('"');
        join(found.tokens.iter(), " ", out, |token, out| out.push_str(token));
        out.push_str(if found.start { "\" *" } else { "\"" });
    });
    match columns {
        Columns::Title => format!("{{title}} : ({expression})"),
        Columns::Public => format!("{{title public}} : ({expression})"),
        Columns::All => expression,
    }
}

/// For `@@` after a cast to `tsquery`.
pub fn to_tsquery(query: &Query, columns: Columns) -> String {
    let weights = match columns {
        Columns::Title => "A",
        Columns::Public => "AB",
        Columns::All => "",
    };
    render(query, " & ", " | ", |found, out| {
        let last = found.tokens.len().saturating_sub(1);
        out.push('(');
        join(found.tokens.iter().enumerate(), " <-> ", out, |(index, token), out| {
            out.push_str(token);
            let start = found.start && index == last;
            if start || !weights.is_empty() {
                out.push(':');
                out.push_str(if start { "*" } else { "" });
                out.push_str(weights);
            }
        });
        out.push(')');
    })
}

fn render(query: &Query, and: &str, or: &str, each: impl Fn(&Match, &mut String)) -> String {
    let mut out = String::new();
    join(query.terms.iter(), and, &mut out, |term, out| {
        out.push('(');
        join(term.any.iter(), or, out, &each);
        out.push(')');
    });
    if out.is_empty() { NOWHERE.to_owned() } else { out }
}

fn join<T>(items: impl Iterator<Item = T>, between: &str, out: &mut String, each: impl Fn(T, &mut String)) {
    for (index, item) in items.enumerate() {
        out.push_str(if index == 0 { "" } else { between });
        each(item, out);
    }
}
