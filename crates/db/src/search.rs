use crate::value::V;

/// A full-text index over one kind of row, named by the row's number.
/// On SQLite an FTS5 table, on PostgreSQL a table with a tsvector; both hold tokens that Rust made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchTable(pub &'static str);

/// The tokens of one row in three columns: title, what all parties may read, what agents alone may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchColumns {
    pub title: String,
    pub public: String,
    pub internal: String,
    /// The same tokens as a PostgreSQL tsvector literal with weights A, B and C.
    pub vector: String,
}

/// A row whose text is written just before COMMIT: FTS5 flushes its pending terms at every
/// savepoint, so indexing inside each job of a group commit costs several times more.
#[derive(Debug)]
pub(crate) struct Pending {
    pub table: SearchTable,
    pub doc: i64,
    pub columns: SearchColumns,
}

impl Pending {
    pub(crate) fn lite(&self) -> (String, Vec<V>) {
        let text = format!(
            "INSERT OR REPLACE INTO {}(rowid,title,public,internal) VALUES(?1,?2,?3,?4)",
            self.table.0
        );
        let c = &self.columns;
        (text, vec![V::I(self.doc), V::from(&c.title), V::from(&c.public), V::from(&c.internal)])
    }

    pub(crate) fn pg(&self) -> (String, Vec<V>) {
        let text = format!(
            "INSERT INTO {}(doc,words) VALUES($1,CAST(CAST($2 AS TEXT) AS TSVECTOR)) ON CONFLICT(doc) DO UPDATE SET words=excluded.words",
            self.table.0
        );
        (text, vec![V::I(self.doc), V::from(&self.columns.vector)])
    }
}
