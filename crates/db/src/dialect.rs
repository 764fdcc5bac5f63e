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
