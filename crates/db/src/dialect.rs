//! Every difference between the two databases that a statement can meet, each with a name and this one home.

use crate::search::SearchTable;
use crate::sql::Q;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }

    /// The next number of a series that may have gaps. SQLite has one writer, so a row will do;
    /// on PostgreSQL a row would make writers wait for each other, so there it is a sequence.
    pub(crate) fn next_number(self, series: &'static str) -> String {
        match self {
            Self::Sqlite => format!(
                "INSERT INTO counter(name,n) VALUES('{series}',1) ON CONFLICT(name) DO UPDATE SET n=counter.n+1 RETURNING n"
            ),
            Self::Postgres => format!("SELECT nextval('{series}_number')"),
        }
    }

    /// So many numbers of a series that may have gaps, in one statement; the answer is each of them on PostgreSQL
    /// and the last on SQLite, where they follow each other.
    pub(crate) fn next_numbers(self, series: &'static str) -> String {
        match self {
            Self::Sqlite => format!(
                "INSERT INTO counter(name,n) VALUES('{series}',?1) ON CONFLICT(name) DO UPDATE SET n=counter.n+?1 RETURNING n"
            ),
            Self::Postgres => {
                format!("SELECT nextval('{series}_number') FROM generate_series(1,$1::BIGINT)")
            }
        }
    }

    /// Takes a series forward so that its next number is above `floor`; never backward.
    pub(crate) fn raise_number(self, series: &'static str) -> String {
        match self {
            Self::Sqlite => format!(
                "INSERT INTO counter(name,n) VALUES('{series}',?1) ON CONFLICT(name) DO UPDATE SET n=MAX(counter.n,excluded.n)"
            ),
            Self::Postgres => {
                format!(
                    "SELECT setval('{series}_number', GREATEST($1::BIGINT, (SELECT last_value FROM {series}_number)))"
                )
            }
        }
    }

    /// `index JOIN rows ON key = document WHERE (documents that match)`, for a list that walks the matches in the
    /// order of [`Engine::search_place`] and stops after a page: `column IN (…)` would first collect all of them.
    pub fn search_from(self, q: &mut Q, rows: &str, key: &str, table: SearchTable, query: &SearchQuery) {
        let (name, place) = (table.0, self.search_place(table));
        match self {
            Self::Sqlite => {
                // CROSS JOIN keeps the index in the outer loop.
                q.sql(&format!("{name} CROSS JOIN {rows} ON {key}={place} WHERE {name} MATCH "));
                q.v(query.fts5.as_str());
            }
            Self::Postgres => {
                q.sql(&format!("{name} JOIN {rows} ON {key}={place} WHERE {name}.words @@ CAST(CAST("));
                q.v(query.tsquery.as_str()).sql(" AS TEXT) AS TSQUERY)");
            }
        }
    }

    /// The document's number in a search table: what [`Engine::search_from`] is ordered and continued by.
    pub fn search_place(self, table: SearchTable) -> String {
        match self {
            Self::Sqlite => format!("{}.rowid", table.0),
            Self::Postgres => format!("{}.doc", table.0),
        }
    }

    /// ` column IN (documents that match)`: the tokens come from `texts::search`, in this engine's query form.
    pub fn search_match(self, q: &mut Q, column: &str, table: SearchTable, query: &SearchQuery) {
        let name = table.0;
        match self {
            Self::Sqlite => {
                q.sql(&format!(" {column} IN (SELECT rowid FROM {name} WHERE {name} MATCH "));
                q.v(query.fts5.as_str()).sql(")");
            }
            Self::Postgres => {
                q.sql(&format!(" {column} IN (SELECT doc FROM {name} WHERE words @@ CAST(CAST("));
                q.v(query.tsquery.as_str()).sql(" AS TEXT) AS TSQUERY))");
            }
        }
    }
}

/// One search in both forms; `texts::search` renders them for the columns that the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    pub fts5: String,
    pub tsquery: String,
}
