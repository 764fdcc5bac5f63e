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

    /// `index JOIN rows ON key = document WHERE (documents that match)` with the rows under `alias`, for a list that walks the matches in the
    /// order of [`Engine::search_place`] and stops after a page: `column IN (…)` would first collect all of them.
    /// With `gather` PostgreSQL collects them by its index whatever its planner believes of the words.
    pub fn search_from(
        self,
        q: &mut Q,
        (rows, alias, key): (&str, &str, &str),
        table: SearchTable,
        query: &SearchQuery,
        gather: bool,
    ) {
        let (name, place) = (table.0, self.search_place(table));
        match (self, gather) {
            (Self::Sqlite, _) => {
                // CROSS JOIN keeps the index in the outer loop.
                let join = format!("{name} CROSS JOIN {rows} {alias} ON {alias}.{key}={place}");
                q.sql(&join).sql(&format!(" WHERE {name} MATCH "));
                q.v(query.fts5.as_str());
            }
            (Self::Postgres, true) => {
                // OFFSET 0 keeps the planner from walking every document, or every row, in order in the hope of an
                // early hit: the matches are collected, and each row is looked up.
                q.sql(&format!("(SELECT doc FROM {name} WHERE words @@ CAST(CAST("));
                q.v(query.tsquery.as_str());
                q.sql(&format!(" AS TEXT) AS TSQUERY) OFFSET 0) AS {name} CROSS JOIN LATERAL "));
                q.sql(&format!("(SELECT * FROM {rows} WHERE {key}={place} OFFSET 0) AS {alias} WHERE TRUE"));
            }
            (Self::Postgres, false) => {
                let join = format!("{name} JOIN {rows} {alias} ON {alias}.{key}={place}");
                q.sql(&join).sql(&format!(" WHERE {name}.words @@ CAST(CAST("));
                q.v(query.tsquery.as_str()).sql(" AS TEXT) AS TSQUERY)");
            }
        }
    }

    /// How a page of matches is sought: among so many of the newest documents first, which finds common words
    /// soon, then among all. FTS5 walks its matches from the newest anyway.
    pub const fn search_reaches(self) -> &'static [Option<i64>] {
        match self {
            Self::Sqlite => &[None],
            Self::Postgres => &[Some(4_000), None],
        }
    }

    /// `index WHERE (it is one of these documents, or near them, and matches)`. PostgreSQL looks each of them up;
    /// FTS5 walks from the first to the last, so its answer may hold others between them.
    pub fn search_among(self, q: &mut Q, table: SearchTable, query: &SearchQuery, documents: &[i64]) {
        let (name, place) = (table.0, self.search_place(table));
        match self {
            Self::Sqlite => {
                q.sql(&format!("{name} WHERE {name} MATCH ")).v(query.fts5.as_str());
                q.sql(&format!(" AND {place} BETWEEN ")).v(documents.iter().min().copied());
                q.sql(" AND ").v(documents.iter().max().copied());
            }
            Self::Postgres => {
                q.sql(&format!("{name} WHERE {place} IN ")).list(documents.iter().copied());
                q.sql(&format!(" AND {name}.words @@ CAST(CAST(")).v(query.tsquery.as_str());
                q.sql(" AS TEXT) AS TSQUERY)");
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
}

/// One search in both forms; `texts::search` renders them for the columns that the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    pub fts5: String,
    pub tsquery: String,
}
