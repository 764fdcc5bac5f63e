//! The binary as others run it: with a folder and a database of its own, and nothing of this machine's environment.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use db::{Engine, migrate};
use serde_json::Value;
use testkit::postgres::Database;

use crate::http::{Reply, call};

pub const BOTH: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Where a product lives: a data folder, and for PostgreSQL a database.
pub struct Place {
    folder: tempfile::TempDir,
    database: Option<Database>,
}

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// Nothing there yet.
    pub fn empty(engine: Engine) -> Self {
        let database = (engine == Engine::Postgres).then(Database::empty);
        Self { folder: tempfile::tempdir().unwrap(), database }
    }

    /// Ready for `serve`: PostgreSQL has its tables, SQLite makes them itself.
    pub fn migrated(engine: Engine) -> Self {
        let database = (engine == Engine::Postgres).then(|| {
            Database::migrated(&migrate::fingerprint(), |url| {
                migrate::run(&db::Target::Postgres(url.to_owned()), kernel::Moment(0)).unwrap();
            })
        });
        Self { folder: tempfile::tempdir().unwrap(), database }
    }

    /// Takes the PostgreSQL database away from under whoever is connected to it.
    pub fn lose_database(&mut self) {
        self.database = None;
    }

    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.data().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn target(&self) -> db::Target {
        match &self.database {
            Some(database) => db::Target::Postgres(database.url().to_owned()),
            None => db::Target::Sqlite(self.data().join("enhet.db")),
        }
    }

    pub fn command<I: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = I>) -> Command {
        let mut command = enhet(words);
        command.arg("--data").arg(self.data());
        if let Some(database) = &self.database {
            command.env("ENHET_DATABASE", database.url());
        }
        command
    }

    /// Runs a command to its end.
    pub fn run<I: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = I>) -> Ended {
        ended(&mut self.command(words), b"")
    }

    pub fn run_with<I: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = I>, input: &[u8]) -> Ended {
        ended(&mut self.command(words), input)
    }

    /// What a command prints that ends well.
    pub fn said<I: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = I>) -> String {
        let ended = self.run(words);
        assert_eq!(ended.code, 0, "{ended:?}");
        ended.out.trim_end().to_owned()
    }

    /// `serve` or `demo` on a port that the system chooses.
    pub fn start<I: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = I>) -> Server {
        let mut command = self.command(words);
        command.args(["--listen", "127.0.0.1:0"]);
        Server::start(&mut command)
    }

    /// A demo with so many days of past, when all of it stands.
    pub fn demo(&self, days: u16) -> Server {
        let server = self.start(["demo", "--days", &days.to_string()]);
        server.ready();
        server
    }
}

/// The binary with an empty environment.
pub fn enhet<I: AsRef<OsStr>>(words: impl IntoIterator<Item = I>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_enhet"));
    command.env_clear().env("PATH", "/usr/bin:/bin").env("USER", "tester").args(words);
    command
}

pub fn ended(command: &mut Command, input: &[u8]) -> Ended {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that reads nothing may have closed its end.
    let _ = child.stdin.take().unwrap().write_all(input);
    let out = child.wait_with_output().unwrap();
    Ended {
        code: out.status.code().expect("an exit code"),
        out: String::from_utf8(out.stdout).unwrap(),
        err: String::from_utf8(out.stderr).unwrap(),
    }
}

/// A server of ours, gone when the test is.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    said: Arc<Mutex<String>>,
    pub started: Instant,
}

impl Server {
    /// Waits until it says where it answers.
    pub fn start(command: &mut Command) -> Self {
        let started = Instant::now();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        follow(child.stdout.take().unwrap(), said.clone());
        follow(child.stderr.take().unwrap(), said.clone());
        let until = started + Duration::from_secs(120);
        let address = loop {
            if let Some(address) = address_in(&said.lock().unwrap()) {
                break address;
            }
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "the server ended with {ended:?}: {}", said.lock().unwrap());
            assert!(Instant::now() < until, "the server named no address: {}", said.lock().unwrap());
            thread::sleep(Duration::from_millis(20));
        };
        Self { child, address, said, started }
    }

    /// All that it has printed.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until `/readyz` says yes.
    pub fn ready(&self) {
        self.until("ready", Duration::from_secs(300), || self.get("/readyz").status == 200);
    }

    pub fn until(&self, what: &str, most: Duration, done: impl Fn() -> bool) {
        let until = Instant::now() + most;
        while !done() {
            assert!(Instant::now() < until, "not {what} within {most:?}: {}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn get(&self, path: &str) -> Reply {
        self.call("GET", path, &[], b"")
    }

    pub fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        match call(self.address, method, path, headers, body) {
            Ok(reply) => reply,
            Err(error) => panic!("{method} {path}: {error}; the server said: {}", self.said()),
        }
    }

    /// Calls the API with a token.
    pub fn api(&self, token: &str, method: &str, path: &str, body: Option<&Value>) -> Reply {
        self.api_with(token, method, path, body, &[])
    }

    pub fn api_with(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let bearer = format!("Bearer {token}");
        let mut all = vec![("authorization", bearer.as_str())];
        if body.is_some() {
            all.push(("content-type", "application/json"));
        }
        all.extend_from_slice(headers);
        let sent = body.map(Value::to_string).unwrap_or_default();
        self.call(method, &format!("/api/v1{path}"), &all, sent.as_bytes())
    }

    /// SIGTERM; how long it took to end, and how it ended.
    pub fn stop(mut self) -> (Duration, ExitStatus) {
        let asked = Instant::now();
        signal(&self.child, "-TERM");
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (asked.elapsed(), status);
            }
            assert!(asked.elapsed() < Duration::from_secs(60), "it does not stop: {}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// SIGKILL, as when power goes.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

fn follow(from: impl Read + Send + 'static, into: Arc<Mutex<String>>) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut said = into.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
}

/// The last line that names an address: the one before may hold the one-time link.
fn address_in(said: &str) -> Option<SocketAddr> {
    let line = said.lines().find(|line| line.contains("answers on http://"))?;
    line.split("http://").nth(1)?.trim().parse().ok()
}
