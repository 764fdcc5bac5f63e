//! SQLite: one writer whose transactions share their fsync, several read-only readers, one lane for reports.

mod checkpoint;
mod reader;
mod writer;

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use crate::error::{DbError, Res};
use crate::open::{Lanes, Told};

/// How long a writer waits for another process (a command beside the server) to let go.
const BUSY: Duration = Duration::from_secs(10);
/// SQLite's default cache of prepared statements is 16; the desk alone has more.
const STATEMENTS: usize = 512;

pub(crate) fn open(path: &Path, readers: usize, told: &Told) -> Res<Lanes> {
    let writer = connect(path)?;
    let lanes = Lanes::new();
    for (lane, count) in [(&lanes.read_jobs, readers), (&lanes.report_jobs, 1)] {
        for _ in 0..count {
            let conn = connect_read_only(path)?;
            reader::start(conn, lane.clone())?;
        }
    }
    let checkpoint = checkpoint::start(connect(path)?)?;
    writer::start(writer, lanes.write_jobs.clone(), checkpoint, told.clone())?;
    Ok(lanes)
}

/// A connection that may write, with the settings of docs/decisions/0002.
pub(crate) fn connect(path: &Path) -> Res<Connection> {
    let conn = Connection::open(path)?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    write_ahead(&conn)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    conn.pragma_update(None, "cache_size", -8_192)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "wal_autocheckpoint", 0)?;
    if rusqlite::version_number() < 3_051_003 {
        return Err(DbError::Other("SQLite older than 3.51.3 can corrupt its write-ahead log".to_owned()));
    }
    Ok(conn)
}

/// Turns the write-ahead log on. The first to do it in a new file shuts others out, and SQLite does not wait then.
fn write_ahead(conn: &Connection) -> Res<()> {
    let until = Instant::now() + BUSY;
    loop {
        match conn.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && Instant::now() < until =>
            {
                thread::sleep(Duration::from_millis(20));
            }
            done => return Ok(done?),
        }
    }
}

pub(crate) fn settle(path: &Path) -> Res<()> {
    match connect(path)?.wal_checkpoint_v2(None::<&str>, rusqlite::wal::CheckpointMode::PASSIVE) {
        // The server is copying already, and what this command wrote with the rest.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => Ok(()),
        done => Ok(done.map(|_| ())?),
    }
}

fn connect_read_only(path: &Path) -> Res<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.pragma_update(None, "cache_size", -2_048)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "query_only", "ON")?;
    Ok(conn)
}
