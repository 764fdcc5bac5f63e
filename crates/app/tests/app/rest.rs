//! The REST contract of the desk over a real socket, on both databases: what programs of others are written against.

use std::collections::BTreeSet;
use std::thread;

use serde_json::{Value, json};

use crate::http::Reply;
use crate::program::{BOTH, Place, Server};

const MARIA: &str = "maria.lindqvist@ljusvik.example";
const JOHAN: &str = "johan.astrom@ljusvik.example";

/// A demo without a past, and three who call it.
struct House {
    server: Server,
    /// A service account that works at the desk.
    service: String,
    johan: String,
    maria: String,
    // Dropped last: the server writes there.
    place: Place,
}

impl House {
    fn open(engine: db::Engine) -> Self {
        let place = Place::empty(engine);
        let server = place.demo(0);
        let token = |words: &[&str]| place.said([&["token", "create"], words].concat());
        let service = token(&["--name", "ärendeväxeln", "--role", "first_line"]);
        let johan = token(&["--name", "johan", "--role", "first_line", "--person", JOHAN]);
        let maria = token(&["--name", "maria", "--role", "employee", "--person", MARIA]);
        Self { server, service, johan, maria, place }
    }

    fn post(&self, token: &str, path: &str, body: &Value) -> Reply {
        self.server.api(token, "POST", path, Some(body))
    }

    fn get(&self, token: &str, path: &str) -> Reply {
        self.server.api(token, "GET", path, None)
    }

    /// A ticket of Maria's; gives its path.
    fn ticket(&self, title: &str) -> String {
        let made = self.post(&self.maria, "/tickets", &json!({"kind": "incident", "title": title}));
        assert_eq!(made.status, 201, "{}", made.text());
        format!("/tickets/{}", made.json()["number"])
    }

    fn items(&self, token: &str, path: &str) -> Vec<Value> {
        let reply = self.get(token, path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.json()["items"].as_array().unwrap_or_else(|| panic!("{path}: {}", reply.text())).clone()
    }
}

fn told(story: impl Fn(&House)) {
    for engine in BOTH {
        println!("on {}", engine.name());
        story(&House::open(engine));
    }
}

fn members(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn ok(reply: &Reply) -> Value {
    assert!(matches!(reply.status, 200 | 201), "{} {}", reply.status, reply.text());
    reply.json()
}

fn refused(reply: &Reply) -> (u16, String) {
    (reply.status, reply.code())
}

fn of(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

/// RFC 3339 with an offset, as `2026-03-09T13:30:00+01:00`.
fn is_time(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok() && text.len() >= 25)
}

#[test]
fn a_ticket_is_created_with_all_fields_or_with_only_two() {
    told(|house| {
        let made = house.post(&house.maria, "/tickets", &json!({"kind": "incident", "title": "Skrivaren"}));
        assert_eq!(made.status, 201, "{}", made.text());
        let body = made.json();
        assert_eq!(members(&body), ["due", "number", "priority", "status", "version"]);
        assert_eq!(members(&body["due"]), ["resolution", "response"]);
        assert!(is_time(&body["due"]["response"]) && is_time(&body["due"]["resolution"]), "{body}");
        assert_eq!(
            (&body["status"], &body["priority"], &body["version"]),
            (&json!("new"), &json!(3), &json!(1))
        );
        assert_eq!(made.header("etag"), "\"1\"");
        assert_eq!(made.header("location"), format!("/api/v1/tickets/{}", body["number"]));
        let read = ok(&house.get(&house.maria, &format!("/tickets/{}", body["number"])));
        assert_eq!((&read["requester"]["mail"], &read["source"]), (&json!(MARIA), &json!("api")), "{read}");
        assert_eq!(
            (&read["impact"], &read["urgency"], &read["kind"]),
            (&json!("medium"), &json!("medium"), &json!("incident"))
        );
        assert_eq!(read["due"], body["due"]);

        let service = &house.items(&house.service, "/services?limit=1")[0]["slug"];
        let all = json!({
            "kind": "service_request", "title": "Nytt konto", "description": "Till vikarien.\nHon börjar i dag.",
            "impact": "high", "urgency": "high", "service": service, "requester": MARIA,
        });
        let body = ok(&house.post(&house.service, "/tickets", &all));
        assert_eq!(body["priority"], 1);
        let read = ok(&house.get(&house.service, &format!("/tickets/{}", body["number"])));
        for name in ["kind", "title", "description", "impact", "urgency"] {
            assert_eq!(read[name], all[name], "{read}");
        }
        assert!(read["service"].is_string() && read["requester"]["mail"] == MARIA, "{read}");
        // The same by id.
        let by_id = json!({"kind": "incident", "title": "Med id", "requester": read["requester"]["id"]});
        let read = ok(&house.post(&house.service, "/tickets", &by_id));
        let read = ok(&house.get(&house.service, &format!("/tickets/{}", read["number"])));
        assert_eq!(read["requester"]["mail"], MARIA);

        let repeat = |key: &str| {
            let body = json!({"kind": "incident", "title": "En gång"});
            house.server.api_with(&house.maria, "POST", "/tickets", Some(&body), &[("idempotency-key", key)])
        };
        assert_eq!(
            repeat("a").json()["number"],
            repeat("a").json()["number"],
            "the same key, the same ticket"
        );
        assert_ne!(repeat("a").json()["number"], repeat("b").json()["number"]);
    });
}

#[test]
fn what_is_wrong_with_a_ticket_is_said_with_a_stable_code() {
    told(|house| {
        let new = |token: &str, body: Value| house.post(token, "/tickets", &body);
        let without = new(&house.service, json!({"kind": "incident", "title": "Från ett program"}));
        assert_eq!(without.status, 422);
        assert_eq!(without.json()["field"], "requester", "{}", without.text());
        println!("without requester: {}", without.code());
        for (body, field) in [
            (json!({"kind": "incident", "title": "  "}), Some("title")),
            (json!({"kind": "incident", "title": "x".repeat(1_000)}), Some("title")),
            (json!({"kind": "incident", "title": "x", "service": "no-such"}), Some("service")),
            (json!({"kind": "incident", "title": "x", "requester": "no@ljusvik.example"}), Some("requester")),
            (json!({"kind": "problem", "title": "x"}), None),
            (json!({"kind": "incident"}), None),
            (json!({"title": "x"}), None),
            (json!({"kind": "incident", "title": "x", "impact": "huge"}), None),
            (json!({"kind": "incident", "title": "x", "colour": "red"}), None),
            (json!({"kind": "incident", "title": 7}), None),
            (json!([]), None),
        ] {
            let reply = new(&house.johan, body.clone());
            assert_eq!(reply.status, 422, "{body}: {}", reply.text());
            reply.code();
            assert_eq!(reply.json()["field"].as_str(), field, "{body}: {}", reply.text());
        }
        let raw = |kind: &str, body: &[u8]| {
            let bearer = format!("Bearer {}", house.johan);
            let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
            house.server.call("POST", "/api/v1/tickets", &headers, body)
        };
        assert_eq!(refused(&raw("application/json", b"{\"kind\":")), of(422, "json-unreadable"));
        assert_eq!(refused(&raw("application/json", b"\xff\xfe")), of(422, "json-unreadable"));
        assert_eq!(refused(&raw("text/plain", b"{}")), of(422, "json-expected"));
        let huge =
            format!("{{\"kind\":\"incident\",\"title\":\"x\",\"description\":\"{}\"}}", "x".repeat(3 << 20));
        assert_eq!(refused(&raw("application/json", huge.as_bytes())), of(413, "body-too-large"));
        let nobody = house.server.call("GET", "/api/v1/tickets", &[], b"");
        assert_eq!(refused(&nobody), of(401, "sign-in-needed"));
        assert_eq!(refused(&house.get("enh_no", "/tickets")), of(401, "token-unknown"));
        assert_eq!(refused(&house.get(&house.johan, "/tickets/99999999")), of(404, "desk-ticket-unknown"));
        assert_eq!(refused(&house.get(&house.johan, "/tickets/none")), of(404, "desk-ticket-unknown"));
        // Only the desk asks in somebody else's name.
        let other = new(&house.maria, json!({"kind": "incident", "title": "x", "requester": JOHAN}));
        assert!(matches!(other.status, 403 | 422), "{}", other.text());
        // A zero byte is text that PostgreSQL cannot keep; both keep the sign for what cannot be read in its place.
        let search = house.get(&house.johan, "/tickets?q=a%00b");
        assert!(matches!(search.status, 200 | 422), "{}", search.text());
        for path in ["/people/%00", "/units/a%00", "/groups/%00", "/services/%00", "/devices/%00?x=%00"] {
            let reply = house.get(&house.johan, path);
            assert!(matches!(reply.status, 404 | 422), "{path}: {}", reply.text());
        }
        let zero = new(&house.johan, json!({"kind": "incident", "title": "a\u{0}b", "description": "\u{0}"}));
        assert_eq!(zero.status, 201, "{}", zero.text());
    });
}

#[test]
fn nobody_overwrites_unseen() {
    told(|house| {
        let path = house.ticket("Skärmen blinkar");
        let patch = |version: Option<&str>, body: Value| {
            let headers: Vec<(&str, &str)> =
                version.map(|version| ("if-match", version)).into_iter().collect();
            house.server.api_with(&house.johan, "PATCH", &path, Some(&body), &headers)
        };
        assert_eq!(refused(&patch(None, json!({"title": "x"}))), of(428, "if-match-needed"));
        let before = ok(&house.get(&house.johan, &path));
        let etag = house.get(&house.johan, &path).header("etag").to_owned();
        assert_eq!(etag, "\"1\"");
        let edited =
            patch(Some(&etag), json!({"title": "Skärmen är svart", "impact": "high", "urgency": "high"}));
        let body = ok(&edited);
        assert_eq!(
            (&body["version"], &body["priority"], edited.header("etag")),
            (&json!(2), &json!(1), "\"2\"")
        );
        assert_ne!(body["due"]["resolution"], before["due"]["resolution"], "a higher priority is due sooner");
        assert_eq!(
            refused(&patch(Some(&etag), json!({"title": "Jag var först"}))),
            of(412, "desk-ticket-stale")
        );
        assert_eq!(ok(&house.get(&house.johan, &path))["title"], "Skärmen är svart");
        let same = ok(&patch(Some("\"2\""), json!({"title": "Skärmen är svart"})));
        assert_eq!(same["version"], 2, "nothing changed");
        assert_eq!(patch(Some("\"2\""), json!({"version": 9})).status, 422);
        let maria = house.server.api_with(
            &house.maria,
            "PATCH",
            &path,
            Some(&json!({"title": "Min"})),
            &[("if-match", "\"2\"")],
        );
        assert_eq!(refused(&maria), of(403, "no-permission"));
        // Acts take it too, where the caller says it.
        let stale = house.server.api_with(
            &house.johan,
            "POST",
            &format!("{path}/assignment"),
            Some(&json!({"assignee": JOHAN})),
            &[("if-match", "\"1\"")],
        );
        assert_eq!(refused(&stale), of(412, "desk-ticket-stale"));
    });
}

#[test]
fn a_ticket_goes_its_whole_way() {
    told(|house| {
        let path = house.ticket("Projektorn i sal 4");
        let at = |rest: &str| format!("{path}/{rest}");
        let post = |rest: &str, body: Value| house.post(&house.johan, &at(rest), &body);
        let undo = |token: &str, rest: &str| house.server.api(token, "DELETE", &at(rest), None);
        let read = || ok(&house.get(&house.johan, &path));

        let taken = ok(&post("assignment", json!({"assignee": JOHAN})));
        assert_eq!((&taken["status"], &taken["version"]), (&json!("in_progress"), &json!(2)), "{taken}");
        assert!(is_time(&read()["responded_at"]), "taking it is a response");
        assert_eq!(post("assignment", json!({"assignee": MARIA})).status, 422, "she is no agent");
        assert_eq!(post("assignment", json!({"group": "no-such"})).status, 422);

        assert_eq!(post("messages", json!({"text": "Vi kommer i eftermiddag."})).status, 201);
        assert_eq!(post("notes", json!({"text": "Lampan är slut."})).status, 201);
        assert_eq!(post("messages", json!({"text": " "})).status, 422);
        assert_eq!(
            refused(&house.post(&house.maria, &at("notes"), &json!({"text": "x"}))),
            of(403, "no-permission")
        );
        assert_eq!(house.post(&house.maria, &at("messages"), &json!({"text": "Tack!"})).status, 201);
        let texts = |token: &str| -> Vec<String> {
            let items = house.items(token, &at("messages"));
            items.iter().map(|item| item["text"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(texts(&house.johan), ["Vi kommer i eftermiddag.", "Lampan är slut.", "Tack!"]);
        assert_eq!(texts(&house.maria), ["Vi kommer i eftermiddag.", "Tack!"], "no note for the requester");

        let silent = post("hold", json!({"reason": "user"}));
        assert_eq!(silent.status, 422, "{}", silent.text());
        println!("hold without a message: {}", silent.code());
        assert_eq!(read()["status"], "in_progress");
        assert_eq!(post("hold", json!({"reason": "holiday"})).status, 422);
        let held = ok(&post("hold", json!({"reason": "user", "message": "Vilken sal?"})));
        assert_eq!((&held["status"], &held["reason"]), (&json!("waiting"), &json!("user")), "{held}");
        assert_eq!(held["due"]["resolution"], Value::Null, "its clock stands still");
        assert_eq!(texts(&house.maria).last().map(String::as_str), Some("Vilken sal?"));
        assert_eq!(post("hold", json!({"reason": "user", "message": "Igen"})).status, 409);
        let resumed = ok(&undo(&house.johan, "hold"));
        assert_eq!(resumed["status"], "in_progress");
        assert!(is_time(&resumed["due"]["resolution"]), "{resumed}");
        assert_eq!(undo(&house.johan, "hold").status, 409);
        for reason in ["manager", "delivery", "planned_change"] {
            let held = ok(&post("hold", json!({"reason": reason})));
            assert_eq!((&held["status"], &held["reason"]), (&json!("waiting"), &json!(reason)), "{held}");
            ok(&undo(&house.johan, "hold"));
        }
        let away = ok(&post("hold", json!({"reason": "supplier"})));
        assert_eq!(away["status"], "with_supplier");
        assert!(is_time(&away["due"]["resolution"]), "its clock runs: {away}");
        ok(&undo(&house.johan, "hold"));

        assert_eq!(post("resolution", json!({})).status, 422);
        let solved = ok(&post("resolution", json!({"message": "Ny lampa.", "cause": "Slitage"})));
        assert_eq!(solved["status"], "resolved");
        assert_eq!(post("hold", json!({"reason": "manager"})).status, 409);
        assert_eq!(ok(&undo(&house.maria, "resolution"))["status"], "in_progress", "she opens it again");
        assert_eq!(undo(&house.maria, "resolution").status, 409);
        assert_eq!(post("closure", json!({})).status, 422, "an open one says how else it ends");
        ok(&post("resolution", json!({"message": "Nu så."})));
        assert_eq!(refused(&house.post(&house.maria, &at("closure"), &json!({}))), of(403, "no-permission"));
        let closed = ok(&post("closure", json!({})));
        assert_eq!((&closed["status"], &read()["outcome"]), (&json!("closed"), &json!("solved")));
        assert_eq!(undo(&house.maria, "resolution").status, 409, "closed is closed");
        let duplicate = house.ticket("Projektorn i sal 4 igen");
        let ended =
            house.post(&house.johan, &format!("{duplicate}/closure"), &json!({"outcome": "duplicate"}));
        assert_eq!(ok(&ended)["status"], "closed");

        let acts: BTreeSet<String> = house
            .items(&house.johan, &format!("{path}/history?limit=200"))
            .iter()
            .flat_map(|entry| entry["changes"].as_array().unwrap().clone())
            .map(|change| change["act"].as_str().unwrap().to_owned())
            .collect();
        assert!(acts.contains("stage") && acts.contains("assignee"), "{acts:?}");
    });
}

#[test]
fn a_stranger_does_not_learn_that_a_ticket_is_there() {
    told(|house| {
        let made = house.post(
            &house.johan,
            "/tickets",
            &json!({"kind": "incident", "title": "Johans egen hemlighet"}),
        );
        let path = format!("/tickets/{}", ok(&made)["number"]);
        for rest in ["", "/messages", "/history", "/attachments"] {
            let reply = house.get(&house.maria, &format!("{path}{rest}"));
            assert_eq!(refused(&reply), of(404, "desk-ticket-unknown"), "{rest}");
        }
        assert_eq!(house.post(&house.maria, &format!("{path}/messages"), &json!({"text": "x"})).status, 404);
        assert!(house.items(&house.maria, "/tickets?q=hemlighet").is_empty());
        assert!(!house.items(&house.johan, "/tickets?q=hemlighet").is_empty());
        let csv = house.get(&house.maria, "/tickets.csv");
        assert!(csv.status == 200 && !csv.text().contains("hemlighet"), "{}", csv.text());
        assert_eq!(refused(&house.get(&house.maria, "/people")), of(403, "no-permission"));
    });
}

#[test]
fn a_walk_by_pages_meets_every_ticket_once() {
    told(|house| {
        thread::scope(|scope| {
            for worker in 0..4 {
                scope.spawn(move || {
                    for nth in 0..30 {
                        let title = format!("Vandring {worker}-{nth}");
                        let level = ["low", "medium", "high"][nth % 3];
                        let body =
                            json!({"kind": "incident", "title": title, "impact": level, "urgency": level});
                        let made = house.post(&house.maria, "/tickets", &body);
                        assert_eq!(made.status, 201, "{}", made.text());
                    }
                });
            }
        });
        for filter in ["sort=number", "sort=due&status=open", "sort=updated", "q=vandring"] {
            let mut met = Vec::new();
            let mut after = String::new();
            let mut pages = 0;
            loop {
                let path = format!("/tickets?requester={MARIA}&{filter}&limit=7&after={after}");
                let reply = house.get(&house.johan, &path);
                assert_eq!(reply.status, 200, "{path}: {}", reply.text());
                let page = reply.json();
                met.extend(
                    page["items"].as_array().unwrap().iter().map(|item| item["number"].as_i64().unwrap()),
                );
                pages += 1;
                if pages == 3 {
                    // Something new on the way neither hides nor repeats an old one.
                    house.ticket(&format!("Nykomling {filter}"));
                }
                match page["next"].as_str() {
                    Some(next) => after = next.replace('+', "%2B").replace('=', "%3D"),
                    None => break,
                }
                assert!(pages < 100, "{filter} never ends");
            }
            let once: BTreeSet<i64> = met.iter().copied().collect();
            assert_eq!(once.len(), met.len(), "{filter}: a ticket came twice");
            assert!(met.len() >= 120, "{filter}: {} of 120", met.len());
        }
        let bad = house.get(&house.johan, "/tickets?after=nonsense");
        assert_eq!(bad.status, 422, "{}", bad.text());
        bad.code();
        for limit in ["0", "201", "many"] {
            assert_eq!(
                refused(&house.get(&house.johan, &format!("/tickets?limit={limit}"))),
                of(422, "limit-out-of-range")
            );
        }
    });
}

#[test]
fn lists_take_the_filters_of_the_contract() {
    told(|house| {
        let path = house.ticket("Lösenordsbyte på nätverket");
        let number = path.rsplit('/').next().unwrap().parse::<i64>().unwrap();
        house.post(&house.johan, &format!("{path}/assignment"), &json!({"assignee": JOHAN}));
        let holds = |query: &str| {
            house
                .items(&house.johan, &format!("/tickets?{query}"))
                .iter()
                .any(|item| item["number"] == number)
        };
        let group = ok(&house.get(&house.johan, &path))["group"].as_str().unwrap().to_owned();
        for (query, want) in [
            ("status=in_progress".to_owned(), true),
            ("status=new".to_owned(), false),
            ("status=new,in_progress".to_owned(), true),
            (format!("group={group}"), true),
            (format!("assignee={JOHAN}"), true),
            ("assignee=me".to_owned(), true),
            ("assignee=none".to_owned(), false),
            (format!("requester={MARIA}"), true),
            (format!("requester={JOHAN}"), false),
            ("q=n%C3%A4tverk".to_owned(), true),
            ("q=l%C3%B6senord".to_owned(), true),
            (format!("q={number}"), true),
            ("q=qqqq".to_owned(), false),
        ] {
            assert_eq!(holds(&query), want, "{query}");
        }
        for bad in ["status=lost", "group=no-such", "assignee=no@ljusvik.example"] {
            let reply = house.get(&house.johan, &format!("/tickets?{bad}"));
            assert_eq!(reply.status, 422, "{bad}: {}", reply.text());
        }
    });
}

#[test]
fn registers_are_listed_page_by_page() {
    told(|house| {
        for (path, at_least) in
            [("/people", 200), ("/units", 20), ("/groups", 3), ("/services", 5), ("/devices", 100)]
        {
            let (mut ids, mut after) = (BTreeSet::new(), String::new());
            for _ in 0..8 {
                let reply = house.get(&house.johan, &format!("{path}?limit=60&after={after}"));
                let page = ok(&reply);
                for item in page["items"].as_array().unwrap() {
                    assert!(ids.insert(item["id"].to_string()), "{path}: {} came twice", item["id"]);
                }
                match page["next"].as_str() {
                    Some(next) => after = next.replace('+', "%2B").replace('=', "%3D"),
                    None => break,
                }
            }
            assert!(ids.len() >= at_least, "{path}: {}", ids.len());
        }
        let admin = house.place.said(["token", "create", "--name", "a", "--role", "administrator"]);
        assert!(!house.items(&admin, "/calendars").is_empty());
        assert!(!house.items(&admin, "/promises").is_empty());
        let maria = &house.items(&house.johan, &format!("/people?q={MARIA}"))[0];
        assert_eq!(maria["mail"], MARIA, "{maria}");
    });
}

#[test]
fn files_come_back_as_downloads_whatever_they_are() {
    told(|house| {
        let path = house.ticket("Med bilaga");
        let send = |token: &str, name: &str, kind: &str, content: &[u8]| {
            let mut body = format!(
                "--M\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
            )
            .into_bytes();
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n--M--\r\n");
            let bearer = format!("Bearer {token}");
            let headers =
                [("authorization", bearer.as_str()), ("content-type", "multipart/form-data; boundary=M")];
            house.server.call("POST", &format!("/api/v1{path}/attachments"), &headers, &body)
        };
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        let sent = send(&house.maria, "bild.svg", "image/svg+xml", svg);
        assert_eq!(sent.status, 201, "{}", sent.text());
        let file = sent.json()["items"][0].clone();
        assert_eq!((&file["name"], &file["bytes"]), (&json!("bild.svg"), &json!(svg.len())));
        let read = house.get(&house.johan, &format!("{path}/attachments/{}", file["id"].as_str().unwrap()));
        assert_eq!((read.status, read.body.as_slice()), (200, svg.as_slice()));
        assert!(
            read.header("content-disposition").starts_with("attachment"),
            "{}",
            read.header("content-disposition")
        );
        assert_eq!(read.header("x-content-type-options"), "nosniff");
        assert!(read.header("content-security-policy").contains("sandbox"));
        let large = vec![7_u8; 3 * 1024 * 1024];
        let sent = send(&house.maria, "stor.bin", "application/octet-stream", &large);
        assert_eq!(sent.status, 201, "{}", sent.text());
        let id = sent.json()["items"][0]["id"].as_str().unwrap().to_owned();
        let read = house.get(&house.maria, &format!("{path}/attachments/{id}"));
        assert!(read.body == large, "the same bytes");
        let too_large =
            send(&house.maria, "jätte.bin", "application/octet-stream", &vec![7_u8; 26 * 1024 * 1024]);
        assert_eq!(too_large.status, 413, "{}", too_large.text());
        assert_eq!(house.items(&house.maria, &format!("{path}/attachments")).len(), 2);
    });
}
