use std::collections::HashMap;

use kernel::Fact;

use crate::dialect::Engine;
use crate::error::{DbError, Res};
use crate::facts;
use crate::row::{Row, Source};
use crate::search::{Pending, SearchColumns, SearchTable};
use crate::sql::{Q, Sql, numbered};
use crate::value::V;

/// A running transaction. It remembers a collision itself, whatever the closure made of the error,
/// so that the pool runs the closure again.
pub struct Tx<'a> {
    conn: Conn<'a>,
    pub(crate) pending: Vec<Pending>,
    pub(crate) collided: bool,
    /// Set when the connection itself is lost, so that the pool makes a new one.
    pub(crate) broken: bool,
    pub(crate) told: bool,
    depth: u32,
}

enum Conn<'a> {
    Lite(&'a rusqlite::Connection),
    Pg(&'a mut postgres::Client, &'a mut Prepared),
}

/// The prepared statements of one PostgreSQL connection, by text.
pub(crate) type Prepared = HashMap<String, postgres::Statement>;

/// Built statements vary; past this many the connection forgets them all and starts again.
const PREPARED_MAX: usize = 1_024;

impl<'a> Tx<'a> {
    pub(crate) fn lite(conn: &'a rusqlite::Connection) -> Self {
        Self::new(Conn::Lite(conn))
    }

    pub(crate) fn pg(client: &'a mut postgres::Client, prepared: &'a mut Prepared) -> Self {
        Self::new(Conn::Pg(client, prepared))
    }

    fn new(conn: Conn<'a>) -> Self {
        Self { conn, pending: Vec::new(), collided: false, broken: false, told: false, depth: 0 }
    }

    pub fn engine(&self) -> Engine {
        match self.conn {
            Conn::Lite(_) => Engine::Sqlite,
            Conn::Pg(..) => Engine::Postgres,
        }
    }

    /// Runs a statement; answers how many rows it changed.
    pub fn exec(&mut self, sql: &Sql, values: &[V]) -> Res<u64> {
        match self.engine() {
            Engine::Sqlite => self.run(sql.lite(), values),
            Engine::Postgres => self.run(sql.text(), values),
        }
    }

    pub fn exec_q(&mut self, q: &Q) -> Res<u64> {
        match self.engine() {
            Engine::Sqlite => self.run(&numbered(q.text()), q.values()),
            Engine::Postgres => self.run(q.text(), q.values()),
        }
    }

    /// All rows, each through `read`.
    pub fn query<T>(&mut self, sql: &Sql, values: &[V], read: impl FnMut(&Row<'_>) -> Res<T>) -> Res<Vec<T>> {
        match self.engine() {
            Engine::Sqlite => self.rows(sql.lite(), values, read),
            Engine::Postgres => self.rows(sql.text(), values, read),
        }
    }

    pub fn query_q<T>(&mut self, q: &Q, read: impl FnMut(&Row<'_>) -> Res<T>) -> Res<Vec<T>> {
        match self.engine() {
            Engine::Sqlite => self.rows(&numbered(q.text()), q.values(), read),
            Engine::Postgres => self.rows(q.text(), q.values(), read),
        }
    }

    /// The first row, or none.
    pub fn maybe<T>(
        &mut self,
        sql: &Sql,
        values: &[V],
        read: impl FnMut(&Row<'_>) -> Res<T>,
    ) -> Res<Option<T>> {
        Ok(self.query(sql, values, read)?.into_iter().next())
    }

    /// The first row; [`DbError::NoRow`] when there is none.
    pub fn one<T>(&mut self, sql: &Sql, values: &[V], read: impl FnMut(&Row<'_>) -> Res<T>) -> Res<T> {
        self.maybe(sql, values, read)?.ok_or(DbError::NoRow)
    }

    pub fn one_q<T>(&mut self, q: &Q, read: impl FnMut(&Row<'_>) -> Res<T>) -> Res<T> {
        self.query_q(q, read)?.into_iter().next().ok_or(DbError::NoRow)
    }

    /// Many rows in few statements: `head` ends in VALUES, `tail` may hold ON CONFLICT.
    pub fn batch<R>(
        &mut self,
        rows: &[R],
        head: &'static str,
        tail: &'static str,
        values: impl Fn(&R) -> Vec<V>,
    ) -> Res<u64> {
        let mut changed = 0;
        for chunk in rows.chunks(200) {
            let mut q = Q::new(head);
            for (n, row) in chunk.iter().enumerate() {
                q.sql(if n == 0 { "(" } else { ",(" });
                for (column, value) in values(row).into_iter().enumerate() {
                    if column > 0 {
                        q.sql(",");
                    }
                    q.v(value);
                }
                q.sql(")");
            }
            q.sql(tail);
            changed += self.exec_q(&q)?;
        }
        Ok(changed)
    }

    /// Asks the engine whether it takes the statement, without running it: for the test of all statements.
    pub fn prepare(&mut self, sql: &Sql) -> Res<()> {
        let result = match &mut self.conn {
            Conn::Lite(conn) => conn.prepare(sql.lite()).map(|_| ()).map_err(DbError::from),
            Conn::Pg(client, _) => client.prepare(sql.text()).map(|_| ()).map_err(DbError::from),
        };
        self.note(result)
    }

    /// The next number of a series that may have gaps.
    pub fn next_number(&mut self, series: &'static str) -> Res<i64> {
        let text = self.engine().next_number(series);
        self.rows(&text, &[], |row| row.get(0))?.into_iter().next().ok_or(DbError::NoRow)
    }

    /// The next `count` numbers of a series that may have gaps, ascending.
    pub fn next_numbers(&mut self, series: &'static str, count: i64) -> Res<Vec<i64>> {
        if count < 1 {
            return Ok(Vec::new());
        }
        let text = self.engine().next_numbers(series);
        let taken: Vec<i64> = self.rows(&text, &[V::I(count)], |row| row.get(0))?;
        match (self.engine(), taken.as_slice()) {
            (Engine::Sqlite, [last]) => Ok((last - count + 1..=*last).collect()),
            _ => Ok(taken),
        }
    }

    /// Makes sure that the series goes on above `floor`.
    pub fn raise_number(&mut self, series: &'static str, floor: i64) -> Res<()> {
        let text = self.engine().raise_number(series);
        self.rows(&text, &[V::I(floor)], |_| Ok(()))?;
        Ok(())
    }

    /// Tells the others, in this same transaction.
    pub fn fact(&mut self, fact: &Fact) -> Res<()> {
        self.told = true;
        facts::insert(self, fact)
    }

    /// Gives the row's text to search. It is written just before COMMIT, in this same transaction.
    pub fn index(&mut self, table: SearchTable, doc: i64, columns: SearchColumns) {
        self.pending.push(Pending { table, doc, columns });
    }

    /// A part that may fail alone: its changes are undone, the rest stands.
    pub fn nested<T, E>(&mut self, part: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DbError>,
    {
        self.depth += 1;
        let (depth, indexed) = (self.depth, self.pending.len());
        self.run(&format!("SAVEPOINT n{depth}"), &[])?;
        let result = part(self);
        if result.is_err() {
            self.pending.truncate(indexed);
            self.run(&format!("ROLLBACK TO SAVEPOINT n{depth}"), &[])?;
        }
        self.run(&format!("RELEASE SAVEPOINT n{depth}"), &[])?;
        self.depth -= 1;
        result
    }

    /// Runs text of this crate's own making (transaction words, migrations, pragmas).
    pub(crate) fn script(&mut self, text: &str) -> Res<()> {
        let result = match &mut self.conn {
            Conn::Lite(conn) => conn.execute_batch(text).map_err(DbError::from),
            Conn::Pg(client, _) => client.batch_execute(text).map_err(DbError::from),
        };
        self.note(result)
    }

    /// Writes the collected search text. Called by the engines, last of all before COMMIT.
    pub(crate) fn write_index(&mut self, pending: &[Pending]) -> Res<()> {
        for row in pending {
            let (text, values) = match self.engine() {
                Engine::Sqlite => row.lite(),
                Engine::Postgres => row.pg(),
            };
            self.run(&text, &values)?;
        }
        Ok(())
    }

    fn run(&mut self, text: &str, values: &[V]) -> Res<u64> {
        without_zero_bytes(values)?;
        let result = match &mut self.conn {
            Conn::Lite(conn) => lite_exec(conn, text, values),
            Conn::Pg(client, prepared) => pg_exec(client, prepared, text, values),
        };
        self.note(result)
    }

    fn rows<T>(&mut self, text: &str, values: &[V], read: impl FnMut(&Row<'_>) -> Res<T>) -> Res<Vec<T>> {
        without_zero_bytes(values)?;
        let result = match &mut self.conn {
            Conn::Lite(conn) => lite_rows(conn, text, values, read),
            Conn::Pg(client, prepared) => pg_rows(client, prepared, text, values, read),
        };
        self.note(result)
    }

    fn note<T>(&mut self, result: Res<T>) -> Res<T> {
        match &result {
            Err(DbError::Collision) => self.collided = true,
            Err(DbError::Unavailable(_)) => self.broken = true,
            _ => {}
        }
        result
    }
}

/// Looked at here, so that both databases refuse alike and before PostgreSQL ends the transaction for it.
fn without_zero_bytes(values: &[V]) -> Res<()> {
    let has = |value: &V| matches!(value, V::T(text) if text.as_bytes().contains(&0));
    if values.iter().any(has) { Err(DbError::ZeroByte) } else { Ok(()) }
}

fn lite_exec(conn: &rusqlite::Connection, text: &str, values: &[V]) -> Res<u64> {
    let mut statement = conn.prepare_cached(text)?;
    let changed = statement.execute(rusqlite::params_from_iter(values))?;
    Ok(changed as u64)
}

fn lite_rows<T>(
    conn: &rusqlite::Connection,
    text: &str,
    values: &[V],
    mut read: impl FnMut(&Row<'_>) -> Res<T>,
) -> Res<Vec<T>> {
    let mut statement = conn.prepare_cached(text)?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(&Row(Source::Lite(row)))?);
    }
    Ok(out)
}

fn prepared(client: &mut postgres::Client, known: &mut Prepared, text: &str) -> Res<postgres::Statement> {
    if let Some(statement) = known.get(text) {
        return Ok(statement.clone());
    }
    if known.len() >= PREPARED_MAX {
        known.clear();
    }
    let statement = client.prepare(text)?;
    known.insert(text.to_owned(), statement.clone());
    Ok(statement)
}

fn pg_exec(client: &mut postgres::Client, known: &mut Prepared, text: &str, values: &[V]) -> Res<u64> {
    let statement = prepared(client, known, text)?;
    let values: Vec<&(dyn postgres::types::ToSql + Sync)> = values.iter().map(|v| v as _).collect();
    Ok(client.execute(&statement, &values)?)
}

fn pg_rows<T>(
    client: &mut postgres::Client,
    known: &mut Prepared,
    text: &str,
    values: &[V],
    mut read: impl FnMut(&Row<'_>) -> Res<T>,
) -> Res<Vec<T>> {
    use postgres::fallible_iterator::FallibleIterator;
    let statement = prepared(client, known, text)?;
    let mut rows = client.query_raw(&statement, values)?;
    let mut out = Vec::new();
    let mut fault = None;
    while let Some(row) = rows.next()? {
        match read(&Row(Source::Pg(&row))) {
            Ok(value) => out.push(value),
            Err(error) => {
                fault = Some(error);
                break;
            }
        }
    }
    drop(rows);
    fault.map_or(Ok(out), Err)
}
