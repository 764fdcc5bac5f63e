use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use db::{Engine, Q, Target, migrate};
use desk::history::{self, Past, Step, What};
use desk::message::Author;
use desk::ticket::{Kind, Level, Matrix, Requester, Source, Stage};
use kernel::{Actor, Channel, Clock, Id, Moment};
use testkit::postgres::Database;

use crate::client::Ask;
use crate::machine::{get, resident_mib, send, size_of};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_enhet");
const PASSWORD: &str = "norrsken%20%C3%B6ver%20ljusvik";
const AT_ONCE: usize = 500;

/// The product serving a database.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    pub fn start(words: &[&str], folder: &Path, database: Option<&str>) -> Self {
        let mut command = program(words, folder, database);
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let address = loop {
            let line = lines.next().expect("the server says where it answers");
            if let Some(address) = line.split("answers on http://").nth(1) {
                break address.trim().parse().unwrap();
            }
        };
        // Somebody goes on reading, so that the server never waits to be read.
        thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn ready(&self) {
        let until = Instant::now() + Duration::from_secs(300);
        while get(self.address, "/readyz", "").0 != 200 {
            assert!(Instant::now() < until, "not ready in five minutes");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The session's cookie.
    pub fn sign_in(&self, mail: &str) -> String {
        let body = format!("login={}&password={PASSWORD}", mail.replace('@', "%40"));
        let request = format!(
            "POST /logga-in HTTP/1.1\r\nhost: bench\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let reply = send(self.address, request.as_bytes());
        let cookie = reply.head.lines().find_map(|line| line.strip_prefix("set-cookie: enhet="));
        let cookie = cookie.and_then(|rest| rest.split(';').next()).expect("a session");
        format!("enhet={cookie}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(words: &[&str], folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("ENHET_LOG", "warn").args(words).arg("--data").arg(folder);
    if let Some(database) = database {
        command.env("ENHET_DATABASE", database);
    }
    command
}

/// Ljusvik with so many tickets, nearly all closed, and a server on it.
pub struct House {
    server: Server,
    token: String,
    cookie: String,
    tickets: Vec<i64>,
    folder: tempfile::TempDir,
    // Dropped last: the server is connected to it.
    _database: Option<Database>,
}

impl House {
    pub fn open(engine: Engine, tickets: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = (engine == Engine::Postgres).then(Database::empty);
        let url = database.as_ref().map(|database| database.url().to_owned());
        let target = match &url {
            Some(url) => Target::Postgres(url.clone()),
            None => Target::Sqlite(folder.path().join("enhet.db")),
        };
        migrate::run(&target, Clock::real().now()).unwrap();
        let numbers = fill(&target, tickets);
        let server = Server::start(&["serve"], folder.path(), url.as_deref());
        let words = ["token", "create", "--name", "bench", "--role", "first_line"];
        let token = program(&words, folder.path(), url.as_deref()).output().unwrap();
        let token = String::from_utf8(token.stdout).unwrap().trim().to_owned();
        let cookie = server.sign_in("johan.astrom@ljusvik.example");
        Self { server, token, cookie, tickets: numbers, folder, _database: database }
    }

    pub fn address(&self) -> SocketAddr {
        self.server.address
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn bearer(&self) -> String {
        format!("authorization: Bearer {}\r\n", self.token)
    }

    /// One ticket after the other, far apart.
    pub fn reads(&self) -> Ask {
        let (bearer, numbers) = (self.bearer(), self.tickets.clone());
        Ask::new("200", move |nth| {
            let number = numbers[(nth as usize * 7_919) % numbers.len()];
            format!("GET /api/v1/tickets/{number} HTTP/1.1\r\nhost: bench\r\n{bearer}\r\n").into_bytes()
        })
    }

    pub fn creates(&self, round: usize) -> Ask {
        let bearer = self.bearer();
        Ask::new("201", move |nth| {
            let body = format!(
                "{{\"kind\":\"incident\",\"title\":\"{}\",\"description\":\"{} Runda {round}, nummer {nth}.\",\
                 \"requester\":\"maria.lindqvist@ljusvik.example\"}}",
                title(nth),
                TEXT
            );
            format!(
                "POST /api/v1/tickets HTTP/1.1\r\nhost: bench\r\n{bearer}content-type: application/json\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            )
            .into_bytes()
        })
    }

    pub fn api(&self, path: &str) -> Ask {
        Ask::get(path, &self.bearer())
    }

    pub fn page(&self, path: &str) -> Ask {
        Ask::get(path, &format!("cookie: {}\r\n", self.cookie))
    }

    /// Where the queue is, if this version has one.
    pub fn queue_page(&self) -> Option<String> {
        let path = "/arenden".to_owned();
        (get(self.address(), &path, &format!("cookie: {}\r\n", self.cookie)).0 == 200).then_some(path)
    }

    /// What was created is found by the next request.
    pub fn finds_at_once(&self) {
        let body = "{\"kind\":\"incident\",\"title\":\"Xylofonen saknar klubba\",\"requester\":\"maria.lindqvist@ljusvik.example\"}";
        let bearer = self.bearer();
        let request = format!(
            "POST /api/v1/tickets HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n{bearer}content-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        assert_eq!(send(self.address(), request.as_bytes()).status, 201);
        let found = get(self.address(), "/api/v1/tickets?q=xylofon", &bearer).1;
        assert!(String::from_utf8_lossy(&found).contains("Xylofonen"), "search finds a ticket at once");
    }

    pub fn log_bytes(&self) -> Option<u64> {
        size_of(&self.folder.path().join("enhet.db-wal"))
    }

    pub fn resident_mib(&self) -> f64 {
        resident_mib(self.server.id())
    }
}

const TEXT: &str =
    "Det började i morse och vi kommer inte vidare. Vi har startat om två gånger och provat en annan sladd.";

fn title(nth: u64) -> String {
    let what =
        ["Skrivaren", "Datorn", "Projektorn", "Nätverket", "Kontot", "Telefonen", "Skärmen", "Läsplattan"];
    let how = ["står still", "går inte att starta", "är långsam", "svarar inte", "visar fel", "är borta"];
    let pick = |words: &[&str], nth: u64| words[nth as usize % words.len()].to_owned();
    let zebra = if nth % 5_003 == 17 { " vid zebran" } else { "" };
    format!("{} {} i sal {}{zebra}", pick(&what, nth), pick(&how, nth / 8), nth % 97)
}

/// Writes the register and the tickets through the slices; gives their numbers.
fn fill(target: &Target, tickets: usize) -> Vec<i64> {
    let app = app::house::open(
        target,
        Clock::real(),
        web::app::Options::default(),
        &app::slices::Wiring::default(),
    )
    .unwrap();
    app::demo::begin(&app, Some(0)).unwrap();
    let ids = |sql: &'static str| -> Vec<Id> {
        app.db.read_now(move |tx| tx.query_q(&Q::new(sql), |row| row.get(0))).unwrap()
    };
    let people = Arc::new(ids("SELECT id FROM person ORDER BY id"));
    let services = Arc::new(ids("SELECT id FROM service ORDER BY id"));
    let groups = ids("SELECT owner_group FROM service ORDER BY id");
    let committee = ids("SELECT id FROM unit WHERE kind='committee' ORDER BY id")[0];
    let promise = ids("SELECT id FROM promise_version")[0];
    let now = Clock::real().now();
    let numbers = Arc::new(Mutex::new(Vec::with_capacity(tickets)));
    let step = 3 * 365 * Moment::DAY / tickets as i64;
    for first in (0..tickets).step_by(AT_ONCE) {
        let some: Vec<Past> = (first..tickets.min(first + AT_ONCE))
            .map(|nth| {
                past(
                    nth as u64,
                    now.minus(step * (tickets - nth) as i64),
                    tickets - nth <= 300,
                    &people,
                    &services,
                    &groups,
                    committee,
                    promise,
                )
            })
            .collect();
        let kept = numbers.clone();
        let actor = Actor::house(Channel::Job, "bench");
        app.db
            .write_now(move |tx| {
                let made = history::insert_many(tx, &actor, now, &some)?;
                kept.lock().unwrap().extend(made.iter().map(|one| one.number));
                Ok::<_, kernel::Refusal>(())
            })
            .unwrap();
    }
    if target.engine() == Engine::Postgres {
        // What autovacuum does in a house that has lived.
        app.db
            .write_now(|tx| tx.exec_q(&Q::new("ANALYZE")).map(|_| ()))
            .map_err(|error: db::DbError| error)
            .unwrap();
    }
    Arc::try_unwrap(numbers).map(|numbers| numbers.into_inner().unwrap()).unwrap_or_default()
}

#[expect(clippy::too_many_arguments, reason = "one call, above")]
fn past(
    nth: u64,
    at: Moment,
    open: bool,
    people: &[Id],
    services: &[Id],
    groups: &[Id],
    committee: Id,
    promise: Id,
) -> Past {
    let pick = |ids: &[Id], nth: u64| ids[nth as usize % ids.len()];
    let (who, agent) = (pick(people, nth * 31), pick(people, nth % 7));
    let step = |minutes: i64, what: What| Step {
        at: at.plus(minutes * Moment::MINUTE),
        person: Some(agent),
        label: None,
        what,
    };
    let said = |text: &str| What::Said {
        id: Id::new(),
        text: text.to_owned(),
        author: Author::Agent,
        internal: false,
    };
    let mut steps = vec![step(10, What::Assignee(Some(agent))), step(10, What::Stage(Stage::InProgress))];
    if !open {
        steps.push(step(60, said("Vi bytte sladden och startade om. Säg till om det kommer tillbaka.")));
        steps.push(step(60, What::Stage(Stage::Resolved)));
        steps.push(step(600, What::Stage(Stage::Closed)));
    }
    Past {
        id: Id::new(),
        number: None,
        origin: None,
        kind: Kind::Incident,
        title: title(nth),
        description: TEXT.to_owned(),
        impact: Level::Medium,
        urgency: Level::Medium,
        priority: Matrix::default().priority(Level::Medium, Level::Medium),
        requester: Requester::Person(who),
        unit: None,
        committee,
        service: Some(pick(services, nth)),
        device: None,
        group: pick(groups, nth),
        source: Source::Portal,
        promise: Some(promise),
        created_at: at,
        steps,
        followers: Vec::new(),
        links: Vec::new(),
    }
}
