//! Brings the schema forward: one linear list of numbered steps, rendered for each database.
//!
//! Forward only, and additive first, so that a node of the previous version keeps serving. A step that has
//! been released never changes: its checksum is kept beside its number.

use std::path::{Path, PathBuf};

use kernel::Moment;
use sha2::{Digest, Sha256};

use crate::dialect::Engine;
use crate::error::{DbError, Res};
use crate::open::Target;
use crate::tx::{Prepared, Tx};
use crate::{lite, p, pg, sql};

struct Step {
    number: i64,
    name: &'static str,
    text: &'static str,
}

macro_rules! steps {
    ($($number:literal $name:literal),* $(,)?) => {
        &[$(Step {
            number: $number,
            name: $name,
            text: include_str!(concat!("../../../migrations/", $name, ".sql")),
        }),*]
    };
}

static STEPS: &[Step] = steps![
    1 "0001_platform",
    2 "0002_access",
    3 "0003_directory",
    4 "0004_inventory",
    5 "0005_service_level",
    6 "0006_catalogue",
    7 "0007_desk",
    8 "0008_notifications",
    9 "0009_mail",
];

sql! {
    APPLIED = "SELECT number,checksum FROM migration ORDER BY number";
    RECORD = "INSERT INTO migration(number,name,checksum,applied_at) VALUES($1,$2,$3,$4)";
}

/// The advisory lock of whoever migrates: the letters `migrate`.
const TURN: i64 = 0x6d_69_67_72_61_74_65;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (number {{int}} NOT NULL PRIMARY KEY, \
     name {{text}} NOT NULL, checksum {{text}} NOT NULL, applied_at {{ts}} NOT NULL){{strict}}";

/// Changes whenever any step does: names the template that test databases are copied from.
pub fn fingerprint() -> String {
    checksum(&STEPS.iter().map(|step| step.text).collect::<String>())
}

/// What [`run`] did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Applied {
    pub steps: Vec<&'static str>,
    /// The copy that was made of a SQLite file before the first step, if there was something to copy.
    pub backup: Option<PathBuf>,
}

/// The steps that the database lacks, or why they cannot be told.
pub fn pending(tx: &mut Tx<'_>) -> Res<Vec<&'static str>> {
    let applied = match applied(tx) {
        // A PostgreSQL database that nobody has migrated has no table to ask.
        Err(DbError::Other(_)) => Vec::new(),
        known => known?,
    };
    Ok(STEPS.iter().filter(|step| !applied.iter().any(|(n, _)| *n == step.number)).map(|s| s.name).collect())
}

/// Whether nobody has ever migrated here.
pub fn is_empty(tx: &mut Tx<'_>) -> Res<bool> {
    Ok(pending(tx)?.len() == STEPS.len())
}

/// Applies every step that is missing, each in a transaction of its own.
pub fn run(target: &Target, now: Moment) -> Res<Applied> {
    match target {
        Target::Sqlite(path) => run_lite(path, now),
        Target::Postgres(url) => {
            let mut client = pg::connect(url)?;
            let mut prepared = Prepared::new();
            let mut tx = Tx::pg(&mut client, &mut prepared);
            // Commands that migrate at once take turns; the lock goes with the connection.
            tx.script(&format!("SELECT pg_advisory_lock({TURN})"))?;
            prepare(&mut tx)?;
            apply_missing(&mut tx, now, |_| Ok(None))
        }
    }
}

fn run_lite(path: &Path, now: Moment) -> Res<Applied> {
    let conn = lite::connect(path)?;
    let mut tx = Tx::lite(&conn);
    prepare(&mut tx)?;
    let applied = apply_missing(&mut tx, now, |first| {
        let copy = path.with_extension(format!("before-{first}.db"));
        if copy.exists() {
            return Ok(Some(copy));
        }
        conn.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        Ok(Some(copy))
    })?;
    conn.wal_checkpoint_v2(None::<&str>, rusqlite::wal::CheckpointMode::PASSIVE)?;
    Ok(applied)
}

fn prepare(tx: &mut Tx<'_>) -> Res<()> {
    let engine = tx.engine();
    tx.script(&render(TABLE, engine))
}

fn apply_missing(
    tx: &mut Tx<'_>,
    now: Moment,
    backup: impl Fn(&str) -> Res<Option<PathBuf>>,
) -> Res<Applied> {
    let mut done = Applied::default();
    let known = applied(tx)?;
    if let Some((number, _)) = known.iter().find(|(n, _)| !STEPS.iter().any(|step| step.number == *n)) {
        return Err(DbError::Other(format!(
            "the database has step {number}, which this version does not know: run a newer version"
        )));
    }
    for step in STEPS {
        match known.iter().find(|(n, _)| *n == step.number) {
            Some((_, sum)) if *sum == checksum(step.text) => {}
            Some(_) => {
                return Err(DbError::Other(format!(
                    "{} is not the step that this database was made with: a released step never changes",
                    step.name
                )));
            }
            None => {
                if !known.is_empty() && done.steps.is_empty() {
                    done.backup = backup(step.name)?;
                }
                apply(tx, step, now)?;
                done.steps.push(step.name);
            }
        }
    }
    Ok(done)
}

fn apply(tx: &mut Tx<'_>, step: &Step, now: Moment) -> Res<()> {
    tx.script(match tx.engine() {
        Engine::Sqlite => "BEGIN IMMEDIATE",
        // Two commands at once: the second waits here and then finds the step done.
        Engine::Postgres => "BEGIN; LOCK TABLE migration IN ACCESS EXCLUSIVE MODE",
    })?;
    if applied(tx)?.iter().any(|(n, _)| *n == step.number) {
        return tx.script("ROLLBACK");
    }
    let engine = tx.engine();
    let result = tx
        .script(&render(step.text, engine))
        .and_then(|()| tx.exec(&RECORD, p![step.number, step.name, checksum(step.text), now]));
    match result {
        Ok(_) => tx.script("COMMIT"),
        Err(error) => {
            tx.script("ROLLBACK")?;
            Err(DbError::Other(format!("{}: {error}", step.name)))
        }
    }
}

fn applied(tx: &mut Tx<'_>) -> Res<Vec<(i64, String)>> {
    tx.query(&APPLIED, p![], |row| Ok((row.get(0)?, row.get(1)?)))
}

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Renders the type words, and keeps only this engine's `-- @sqlite` or `-- @postgres` blocks.
fn render(text: &str, engine: Engine) -> String {
    let words: &[(&str, &str)] = match engine {
        Engine::Sqlite => &[
            ("id", "BLOB"),
            ("ts", "INTEGER"),
            ("day", "INTEGER"),
            ("int", "INTEGER"),
            ("bool", "INTEGER"),
            ("real", "REAL"),
            ("text", "TEXT"),
            ("bytes", "BLOB"),
            ("json", "TEXT"),
            ("serial", "INTEGER PRIMARY KEY AUTOINCREMENT"),
            ("turn", "0"),
            ("strict", " STRICT"),
            ("keyed", " STRICT, WITHOUT ROWID"),
        ],
        Engine::Postgres => &[
            ("id", "UUID"),
            ("ts", "BIGINT"),
            ("day", "BIGINT"),
            ("int", "BIGINT"),
            ("bool", "BOOLEAN"),
            ("real", "DOUBLE PRECISION"),
            ("text", "TEXT"),
            ("bytes", "BYTEA"),
            ("json", "JSONB"),
            ("serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
            ("turn", "CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)"),
            ("strict", ""),
            ("keyed", ""),
        ],
    };
    let mut out = String::with_capacity(text.len());
    let mut ours = true;
    for line in text.lines() {
        match line.trim() {
            "-- @sqlite" => ours = engine == Engine::Sqlite,
            "-- @postgres" => ours = engine == Engine::Postgres,
            "-- @end" => ours = true,
            _ if ours => {
                out.push_str(line);
                out.push('\n');
            }
            _ => {}
        }
    }
    for (word, means) in words {
        out = out.replace(&format!("{{{{{word}}}}}"), means);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_rendered_for_its_engine() {
        let text =
            "CREATE TABLE t (id {{id}}, at {{ts}}){{strict}};\n-- @postgres\nCREATE SEQUENCE s;\n-- @end\nX;";
        assert_eq!(render(text, Engine::Sqlite), "CREATE TABLE t (id BLOB, at INTEGER) STRICT;\nX;\n");
        assert_eq!(
            render(text, Engine::Postgres),
            "CREATE TABLE t (id UUID, at BIGINT);\nCREATE SEQUENCE s;\nX;\n"
        );
    }

    #[test]
    fn every_step_renders_without_a_word_left() {
        for step in STEPS {
            for engine in [Engine::Sqlite, Engine::Postgres] {
                let text = render(step.text, engine);
                assert!(!text.contains("{{"), "{}: an unknown type word", step.name);
            }
        }
    }
}
