//! A PostgreSQL database per test, on a throw-away cluster.
//!
//! - [`Database::migrated`]: a database with every table in place, copied from a template in a few milliseconds.
//! - [`Database::empty`]: one without tables, for tests of the migrations themselves.
//!
//! `bin/test` starts one cluster for all test processes and names it in `ENHET_TEST_POSTGRES`. Without that
//! variable the first test of a process starts one, which ends when the process does. A machine without
//! PostgreSQL fails the test: a story told on one database only would prove half of what it says.

#![expect(clippy::panic, reason = "a fixture that cannot be laid stops the test that asked for it")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;

use postgres::{Client, NoTls};

/// The key of the advisory lock that lets one process at a time build a template: the letters `enhet`.
const TEMPLATE_LOCK: i64 = 0x65_6e_68_65_74;

/// A database of its own for one test; dropped, with whoever is still connected, when the test lets go of it.
#[derive(Debug)]
pub struct Database {
    url: String,
    name: String,
}

impl Database {
    /// A database without tables.
    #[must_use]
    pub fn empty() -> Self {
        Self::from_template("template1")
    }

    /// A database that `migrate` has prepared, given the address of an empty one.
    ///
    /// `migrate` runs once per `fingerprint` and cluster; later databases are copies. So the fingerprint must
    /// change when the outcome of `migrate` does: the checksum of all migrations is a good one. It may only
    /// hold lower-case letters, digits and `_`.
    #[must_use]
    pub fn migrated(fingerprint: &str, migrate: impl FnOnce(&str)) -> Self {
        let template = format!("template_{fingerprint}");
        if !exists(&template) {
            build_template(&template, migrate);
        }
        Self::from_template(&template)
    }

    /// The address that `ENHET_DATABASE` would hold: `postgres://…`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    fn from_template(template: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{count}", std::process::id());
        let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
        let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // A killed process may have left a database whose number this process has been given again.
        on_cluster(move |client| {
            client.batch_execute(&drop)?;
            client.batch_execute(&create)
        });
        Self { url: address_of(&name), name }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // A failing test must show its own fault, so a database that will not go is left to the cluster's end.
        let _ = try_on_cluster(move |client| client.batch_execute(&drop));
    }
}

fn exists(database: &str) -> bool {
    let database = database.to_owned();
    on_cluster(move |client| {
        let row =
            client.query_one("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", &[&database])?;
        Ok(row.get(0))
    })
}

/// Builds the template under another name and renames it last, so that a half-built one is never copied.
fn build_template(template: &str, migrate: impl FnOnce(&str)) {
    let url = address_of("postgres");
    // The lock belongs to this connection, so it lives on a thread of its own until the template stands.
    let (release, released) = std::sync::mpsc::channel::<()>();
    let (locked, is_locked) = std::sync::mpsc::channel::<()>();
    let holder = thread::spawn(move || -> Result<(), postgres::Error> {
        let mut client = Client::connect(&url, NoTls)?;
        client.execute("SELECT pg_advisory_lock($1)", &[&TEMPLATE_LOCK])?;
        let _ = locked.send(());
        let _ = released.recv();
        Ok(())
    });
    if is_locked.recv().is_err() {
        panic!("the lock for building {template} was not given: {:?}", holder.join());
    }
    if !exists(template) {
        let building = format!("{template}_building");
        let prepare = format!("DROP DATABASE IF EXISTS {building} WITH (FORCE)");
        let create = format!("CREATE DATABASE {building}");
        on_cluster(move |client| {
            client.batch_execute(&prepare)?;
            client.batch_execute(&create)
        });
        migrate(&address_of(&building));
        let close = format!("ALTER DATABASE {building} ALLOW_CONNECTIONS false");
        let rename = format!("ALTER DATABASE {building} RENAME TO {template}");
        on_cluster(move |client| {
            client.batch_execute(&close)?;
            client.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
                &[&building],
            )?;
            client.batch_execute(&rename)
        });
    }
    drop(release);
    let _ = holder.join();
}

/// The cluster's address with another database at its end.
fn address_of(database: &str) -> String {
    let cluster = cluster();
    match cluster.rsplit_once('/') {
        Some((server, _)) => format!("{server}/{database}"),
        None => panic!("ENHET_TEST_POSTGRES must be postgres://SERVER/DATABASE, not {cluster:?}"),
    }
}

fn on_cluster<T: Send + 'static>(
    work: impl FnOnce(&mut Client) -> Result<T, postgres::Error> + Send + 'static,
) -> T {
    match try_on_cluster(work) {
        Ok(answer) => answer,
        Err(error) => panic!("the test cluster refused: {error}"),
    }
}

/// Runs `work` on a plain thread: the synchronous client panics on a thread that runs asynchronous tests.
fn try_on_cluster<T: Send + 'static>(
    work: impl FnOnce(&mut Client) -> Result<T, postgres::Error> + Send + 'static,
) -> Result<T, String> {
    let url = address_of("postgres");
    let thread = thread::spawn(move || {
        let mut client = Client::connect(&url, NoTls).map_err(|error| said(&error))?;
        work(&mut client).map_err(|error| said(&error))
    });
    thread.join().unwrap_or_else(|_| Err("the client panicked".to_owned()))
}

/// What the server said, which the driver's own text leaves out.
fn said(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(refused) => refused.message().to_owned(),
        None => error.to_string(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "bin/test hands the cluster over by environment; the product never reads this"
)]
fn cluster() -> &'static str {
    static CLUSTER: OnceLock<String> = OnceLock::new();
    CLUSTER.get_or_init(|| std::env::var("ENHET_TEST_POSTGRES").unwrap_or_else(|_| start_cluster()))
}

/// Starts `cluster.sh`, which keeps the cluster until the pipe to its command closes: that is, until this
/// process is gone, however it went.
fn start_cluster() -> String {
    static KEEPER: Mutex<Option<Child>> = Mutex::new(None);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/cluster.sh");
    let started = Command::new("sh")
        .args([script, "sh", "-c", "echo \"$ENHET_TEST_POSTGRES\"; exec cat >/dev/null 2>&1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut keeper = match started {
        Ok(keeper) => keeper,
        Err(error) => panic!("sh {script} did not start: {error}"),
    };
    let mut address = String::new();
    if let Some(output) = keeper.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut address);
    }
    if let Ok(mut slot) = KEEPER.lock() {
        *slot = Some(keeper);
    }
    match address.trim() {
        "" => panic!("no PostgreSQL for the tests: sh {script} says why"),
        address => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(url: &str, sql: &str) -> String {
        let (url, sql) = (url.to_owned(), sql.to_owned());
        thread::spawn(move || {
            let mut client = Client::connect(&url, NoTls).unwrap();
            client.query_one(&sql, &[]).unwrap().get(0)
        })
        .join()
        .unwrap()
    }

    fn run(url: &str, sql: &str) {
        let (url, sql) = (url.to_owned(), sql.to_owned());
        thread::spawn(move || Client::connect(&url, NoTls).unwrap().batch_execute(&sql).unwrap())
            .join()
            .unwrap();
    }

    #[test]
    fn two_databases_of_one_template_do_not_see_each_other() {
        let migrate =
            |url: &str| run(url, "CREATE TABLE word (word text); INSERT INTO word VALUES ('first')");
        let one = Database::migrated("testkit_words", migrate);
        let other = Database::migrated("testkit_words", |_| unreachable!("the template stands"));
        run(one.url(), "UPDATE word SET word = 'changed'");
        assert_eq!(ask(one.url(), "SELECT word FROM word"), "changed");
        assert_eq!(ask(other.url(), "SELECT word FROM word"), "first");
    }

    #[test]
    fn a_database_goes_with_its_test_even_when_someone_is_still_connected() {
        let database = Database::empty();
        let name = database.name.clone();
        let url = database.url().to_owned();
        let still_connected = thread::spawn(move || Client::connect(&url, NoTls).unwrap()).join().unwrap();
        assert!(exists(&name));
        drop(database);
        assert!(!exists(&name));
        thread::spawn(move || drop(still_connected)).join().unwrap();
    }

    #[test]
    fn the_server_sorts_letters_as_a_swedish_server_may() {
        let database = Database::empty();
        let sorted =
            "SELECT string_agg(x, '' ORDER BY x) FROM (VALUES ('ä'), ('å'), ('b'), ('A'), ('a')) v(x)";
        assert_eq!(ask(database.url(), sorted), "aAbåä");
    }
}
