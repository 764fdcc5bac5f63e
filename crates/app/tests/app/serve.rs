//! `enhet serve`: from an empty folder to a house that takes tickets, and what those who watch it ask.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::program::{BOTH, Place, Server, ended};

const PASSWORD: &str = "en riktigt bra mening";

/// The path of the one-time link in what `serve` printed.
fn start_link(server: &Server) -> String {
    let said = server.said();
    let at = said.find("/admin/start/").unwrap_or_else(|| panic!("no link in {said:?}"));
    said[at..].split([' ', '\n']).next().unwrap().to_owned()
}

fn encode(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}

fn post(server: &Server, path: &str, fields: &[(&str, &str)]) -> crate::http::Reply {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    server.call("POST", path, &headers, encode(fields).as_bytes())
}

/// Fills in the first page: Sofia administers, Erik and Ola are agents. Gives the page that thanks her.
pub fn set_up(server: &Server) -> crate::http::Reply {
    let link = start_link(server);
    let fields = [
        ("organisation", "Ljusviks kommun"),
        ("phone", "060-55 01 00"),
        ("mail", "it@ljusvik.example"),
        ("opens", "08:00"),
        ("closes", "16:30"),
        ("label", "Sofia Rönnberg"),
        ("login", "sofia@ljusvik.example"),
        ("password", PASSWORD),
        ("agents", "Erik Nordin erik@ljusvik.example\r\nOla Ek, ola@ljusvik.example"),
    ];
    let done = post(server, &link, &fields);
    assert_eq!(done.status, 200, "{}", done.text());
    done
}

#[test]
fn an_empty_house_is_set_up_by_a_link_that_works_once() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        let link = start_link(&server);
        assert_eq!(server.get("/admin/start/wrong").status, 404);
        let form = server.get(&link);
        assert_eq!(form.status, 200, "{}", form.text());
        let refused = post(&server, &link, &[("organisation", ""), ("opens", "08:00"), ("closes", "16:30")]);
        assert_eq!(refused.status, 422, "what is missing is said, and nothing is made");

        let done = set_up(&server);
        assert_eq!(server.get(&link).status, 404, "the link is spent");
        let session = done.header("set-cookie").split(';').next().unwrap().to_owned();
        let admin = server.call("GET", "/admin/roller", &[("cookie", &session)], b"");
        assert_eq!(admin.status, 200, "the administrator is signed in");
        let page = done.text();
        let links: Vec<&str> = page.match_indices("/losenord/").map(|(at, _)| &page[at..at + 53]).collect();
        assert_eq!(links.len(), 2, "one link an agent: {page}");
        let agent_link = links[0].split(['<', '"']).next().unwrap();
        assert_eq!(server.get(agent_link).status, 200);
        assert!(matches!(post(&server, agent_link, &[("password", PASSWORD)]).status, 200 | 303));
        let fields = [("login", "erik@ljusvik.example"), ("password", PASSWORD)];
        assert_eq!(post(&server, "/logga-in", &fields).status, 303, "the agent signs in");

        let mail = "erik@ljusvik.example";
        let token =
            place.said(["token", "create", "--name", "erik", "--role", "first_line", "--person", mail]);
        let new = json!({"kind": "incident", "title": "Nätverket är nere"});
        let made = server.api(&token, "POST", "/tickets", Some(&new));
        assert_eq!(made.status, 201, "{}", made.text());
        assert!(made.json()["due"]["resolution"].is_string(), "a new house has a promise: {}", made.text());
        let read = server.api(&token, "GET", &format!("/tickets/{}", made.json()["number"]), None).json();
        assert_eq!(
            (&read["requester"]["mail"], &read["group"]),
            (&json!(mail), &json!("servicedesk")),
            "{read}"
        );
        let groups = server.api(&token, "GET", "/groups", None).json();
        assert_eq!(groups["items"].as_array().unwrap().len(), 1, "{groups}");
        let units = server.api(&token, "GET", "/units", None).json();
        assert!(units.to_string().contains("Kommunstyrelsen"), "the committee: {units}");

        let (took, status) = server.stop();
        assert!(status.success() && took < Duration::from_secs(5), "{status:?} after {took:?}");
        let again = place.start(["serve"]);
        assert!(!again.said().contains("/admin/start"), "it is set up: {}", again.said());
        assert_eq!(again.api(&token, "GET", "/tickets", None).json()["items"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn those_who_watch_the_server_are_answered() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        server.until("healthy", Duration::from_secs(10), || server.get("/healthz").status == 200);
        // 3 s is promised of an optimised build on a quiet machine.
        assert!(server.started.elapsed() < Duration::from_secs(30), "{:?}", server.started.elapsed());
        let ready = server.get("/readyz");
        assert_eq!((ready.status, &ready.json()["status"]), (200, &json!("ready")), "{}", ready.text());
        let root = server.get("/");
        assert_eq!(root.status, 303);
        let landed = server.get(root.header("location"));
        assert_eq!(
            landed.status,
            200,
            "/ ends on a page when nobody is signed in: {}",
            root.header("location")
        );
        for header in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
            assert!(!landed.header(header).is_empty(), "{header}");
        }
        let policy = landed.header("content-security-policy");
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
        let metrics = server.get("/metrics");
        assert!(metrics.status == 200 && metrics.text().contains("enhet_http_requests_total"));
        let from_afar = server.call("GET", "/metrics", &[("x-forwarded-for", "203.0.113.7")], b"");
        assert_eq!((from_afar.status, from_afar.code().as_str()), (403, "no-permission"));
        let reader = place.said(["token", "create", "--name", "mätare", "--role", "architect"]);
        let bearer = format!("Bearer {reader}");
        let headers = [("x-forwarded-for", "203.0.113.7"), ("authorization", bearer.as_str())];
        assert_eq!(server.call("GET", "/metrics", &headers, b"").status, 200);
        let document = server.get("/api/v1/openapi.json").json();
        assert_eq!(document["openapi"], "3.1.0");
        let missing = server.get("/api/v1/nothing");
        assert_eq!((missing.status, missing.code().as_str()), (404, "not-found"));
        let wrong = server.call("DELETE", "/api/v1/tickets", &[], b"");
        assert_eq!((wrong.status, wrong.code().as_str()), (405, "method-not-allowed"));
        assert!(wrong.header("allow").contains("GET"), "{:?}", wrong.header("allow"));
        let page = server.get("/finns-inte");
        assert!(page.status == 404 && page.header("content-type").starts_with("text/html"));
    }
}

#[test]
fn an_open_page_hears_at_once_what_is_new() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        let done = set_up(&server);
        let session = done.header("set-cookie").split(';').next().unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let request =
            format!("GET /handelser HTTP/1.1\r\nhost: {}\r\ncookie: {session}\r\n\r\n", server.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        assert!(lines.next().unwrap().contains("200"), "the stream is open");
        assert!(lines.any(|line| line.to_ascii_lowercase().starts_with("content-type: text/event-stream")));
        // A server with an open stream stops in time all the same.
        let (took, status) = server.stop();
        assert!(status.success() && took < Duration::from_secs(5), "{status:?} after {took:?}");
    }
}

#[test]
fn an_address_that_is_taken_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = Place::empty(db::Engine::Sqlite);
    let address = taken.local_addr().unwrap().to_string();
    let began = Instant::now();
    let ended = ended(&mut place.command(["serve", "--listen", &address]), b"");
    assert!(ended.code == 75 && ended.err.contains(&address), "{ended:?} after {:?}", began.elapsed());
}

#[test]
fn a_database_that_goes_away_is_said_and_the_server_stays() {
    let mut place = Place::migrated(db::Engine::Postgres);
    let server = place.start(["serve"]);
    assert_eq!(server.get("/readyz").status, 200);
    place.lose_database();
    let ready = server.get("/readyz");
    assert_eq!((ready.status, ready.code().as_str()), (503, "database-unavailable"), "{}", ready.text());
    assert!(!ready.header("retry-after").is_empty());
    assert_eq!(server.get("/healthz").status, 200, "requests are answered");
    let page = server.get("/logga-in");
    assert!(matches!(page.status, 200 | 503) && page.header("content-type").starts_with("text/html"));
    let (took, _) = server.stop();
    assert!(took < Duration::from_secs(5), "{took:?}");
}
