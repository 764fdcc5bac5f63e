//! `enhet demo`: what it refuses, how it starts and stops, and that its past is written once whatever happens meanwhile.

use std::net::TcpListener;
use std::time::Duration;

use db::{Db, Engine, Q, Settings};
use serde_json::json;

use crate::program::{BOTH, Place, Server, ended, enhet};

/// A Tuesday in term time, so that there is something to write.
const TODAY: [&str; 2] = ["--today", "2026-03-10"];

fn demo(days: &str) -> Vec<&str> {
    [vec!["demo", "--days", days], TODAY.to_vec()].concat()
}

/// Number, time and title of every ticket that was reported before the demo's own day.
fn tickets(place: &Place) -> Vec<(i64, i64, String)> {
    let db = Db::open(&place.target(), Settings { readers: 1 }).unwrap();
    let midnight = "2026-03-09T23:00:00Z".parse::<jiff::Timestamp>().unwrap().as_microsecond();
    db.read_now(move |tx| {
        let mut q = Q::new("SELECT number,created_at,title FROM ticket WHERE created_at<");
        q.v(midnight).sql(" ORDER BY number");
        tx.query_q(&q, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    })
    .unwrap()
}

#[test]
fn it_answers_at_once_then_says_when_all_is_there() {
    for engine in BOTH {
        let place = Place::empty(engine);
        let server = place.start(["demo", "--days", "30"]);
        server.until("healthy", Duration::from_secs(20), || server.get("/healthz").status == 200);
        // 3 s is promised of an optimised build on a quiet machine.
        assert!(server.started.elapsed() < Duration::from_secs(40), "{:?}", server.started.elapsed());
        let early = server.get("/readyz");
        if early.status != 200 {
            assert_eq!((early.status, early.code().as_str()), (503, "app-demo-past"), "{}", early.text());
            assert!(early.json()["detail"].as_str().unwrap().len() > 10);
        }
        assert_eq!(server.get("/logga-in").status, 200, "pages are answered meanwhile");
        server.ready();
        let said = server.said();
        for (role, mail) in crate::town::SIGN_INS {
            assert!(said.contains(role.code()) && said.contains(mail), "{mail}: {said}");
        }
        let token = place.said(["token", "create", "--name", "t", "--role", "first_line"]);
        let list = server.api(&token, "GET", "/tickets?limit=1", None).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
        // What was reported last is from the last days, not from long ago.
        let today = kernel::Clock::real().now().local_day().date().unwrap();
        let newest =
            list["items"][0]["created_at"].as_str().unwrap()[..10].parse::<jiff::civil::Date>().unwrap();
        assert!((today - newest).get_days() <= 5, "the newest is of {newest}");
        let (took, status) = server.stop();
        assert!(status.success() && took < Duration::from_secs(5), "{status:?} after {took:?}");
    }
}

#[test]
fn a_demo_that_is_stopped_or_killed_goes_on_where_it_was_and_doubles_nothing() {
    for engine in BOTH {
        let whole = Place::empty(engine);
        let server = whole.start(demo("120"));
        server.ready();
        drop(server);
        let want = tickets(&whole);
        assert!(want.len() > 300, "{} tickets in 120 days", want.len());

        let torn = Place::empty(engine);
        let mut written = Vec::new();
        let begun = |server: &Server| {
            let before = tickets(&torn).len();
            server.until("some more", Duration::from_secs(120), || {
                tickets(&torn).len() > before || server.get("/readyz").status == 200
            });
        };
        let server = torn.start(demo("120"));
        begun(&server);
        server.kill();
        written.push(tickets(&torn).len());
        // The number of days is said once; the mark in the database counts from then on.
        let server = torn.start(demo("120"));
        begun(&server);
        let (took, status) = server.stop();
        assert!(status.success() && took < Duration::from_secs(5), "{status:?} after {took:?}");
        written.push(tickets(&torn).len());
        let server = torn.start(demo("120"));
        server.ready();
        drop(server);
        let got = tickets(&torn);
        println!("{}: {written:?} of {}", engine.name(), want.len());
        assert_eq!(got.len(), want.len(), "after a kill, a stop and a start: {written:?}");
        assert_eq!(got, want, "the same tickets, each once");
    }
}

#[test]
fn a_demo_of_an_earlier_day_fills_the_days_since() {
    let place = Place::empty(Engine::Sqlite);
    let server = place.start(["demo", "--days", "10", "--today", "2026-03-03"]);
    server.ready();
    drop(server);
    let before = tickets(&place).len();
    let server = place.start(demo("10"));
    server.ready();
    let token = place.said(["token", "create", "--name", "t", "--role", "first_line"]);
    let newest = server.api(&token, "GET", "/tickets?limit=1", None).json();
    drop(server);
    assert!(tickets(&place).len() > before + 20, "a week of tickets more than {before}");
    let at = newest["items"][0]["created_at"].as_str().unwrap().to_owned();
    assert!(at.as_str() >= "2026-03-09", "{at}");
}

#[test]
fn what_is_no_demo_is_left_alone() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        place.said(["user", "add", "anna@ljusvik.example", "--role", "administrator"]);
        let ended = ended(place.command(["demo"]).args(["--listen", "127.0.0.1:0"]), b"");
        assert_eq!((ended.code, ended.err.contains("not a demo")), (2, true), "{ended:?}");
        let db = Db::open(&place.target(), Settings { readers: 1 }).unwrap();
        let people: i64 =
            db.read_now(|tx| tx.one_q(&Q::new("SELECT COUNT(*) FROM person"), |row| row.get(0))).unwrap();
        assert_eq!(people, 0, "nothing was written");
    }
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let place = Place::empty(Engine::Sqlite);
    let text = "this is a diary, not a database. ".repeat(300);
    let file = place.file("enhet.db", &text);
    let ended = ended(place.command(["demo"]).args(["--listen", "127.0.0.1:0"]), b"");
    assert!(matches!(ended.code, 2 | 75), "{ended:?}");
    assert_eq!(std::fs::read_to_string(file).unwrap(), text);
}

#[test]
fn the_world_is_let_in_only_when_told_so() {
    let place = Place::empty(Engine::Sqlite);
    for address in ["0.0.0.0:0", "[::]:0"] {
        let refused = ended(place.command(["demo", "--days", "0"]).args(["--listen", address]), b"");
        assert_eq!((refused.code, refused.err.contains("--expose")), (2, true), "{refused:?}");
    }
    assert!(!place.data().join("enhet.db").exists());
    let mut exposed = place.command(["demo", "--days", "0", "--expose", "--listen", "0.0.0.0:0"]);
    let mut server = Server::start(&mut exposed);
    server.address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn it_takes_the_next_free_port_and_leaves_nothing_behind() {
    // Whoever has it, 8080 is taken.
    let held = TcpListener::bind("127.0.0.1:8080");
    let folder = tempfile::tempdir().unwrap();
    let mut command = enhet(["demo", "--days", "0"]);
    command.env("TMPDIR", folder.path()).current_dir(folder.path());
    let server = Server::start(&mut command);
    assert!((8081..=8130).contains(&server.address.port()), "{}", server.address);
    assert_eq!(server.get("/healthz").status, 200);
    let inside = || std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(inside(), 1, "its folder");
    let (_, status) = server.stop();
    assert!(status.success());
    assert_eq!(inside(), 0, "the temporary folder is gone");
    drop(held);
}

#[test]
fn a_demo_sends_no_mail() {
    let place = Place::empty(Engine::Sqlite);
    let mut command = place.command(["demo", "--days", "0", "--listen", "127.0.0.1:0"]);
    // Nobody listens there; a demo that tried would fail and say so in its outbox.
    command
        .env("ENHET_SMTP_HOST", "127.0.0.1")
        .env("ENHET_SMTP_PORT", "1")
        .env("ENHET_SMTP_FROM", "it@ljusvik.example");
    let server = Server::start(&mut command);
    server.ready();
    let mail = "johan.astrom@ljusvik.example";
    let token = place.said(["token", "create", "--name", "t", "--role", "first_line", "--person", mail]);
    let new =
        json!({"kind": "incident", "title": "Kortläsaren", "requester": "maria.lindqvist@ljusvik.example"});
    assert_eq!(server.api(&token, "POST", "/tickets", Some(&new)).status, 201);
    let states = || {
        let db = Db::open(&place.target(), Settings { readers: 1 }).unwrap();
        let states: Vec<(String, Option<String>)> = db
            .read_now(|tx| {
                tx.query_q(&Q::new("SELECT state,fault FROM mail_out"), |row| Ok((row.get(0)?, row.get(1)?)))
            })
            .unwrap();
        states
    };
    server.until("written a receipt", Duration::from_secs(30), || !states().is_empty());
    std::thread::sleep(Duration::from_secs(2));
    for (state, fault) in states() {
        assert_eq!(fault, None, "it did not try: {state}");
        assert_ne!(state, "sent");
    }
}
