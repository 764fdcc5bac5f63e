//! The contract of the REST face.

use desk::attachment::sha256_of;
use kernel::Clock;
use serde_json::{Value, json};
use testkit::{House, Site, on_both};

use crate::town::*;

fn site(house: &House) -> Site {
    settle(house);
    Site::open(house, Clock::hand(TEN), vec![desk::slice()])
}

#[test]
fn a_program_takes_a_ticket_from_report_to_closure() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&johan()));
        let call = |method: &str, path: &str, body: Value| {
            let body = (!body.is_null()).then_some(body);
            web.json(method, &format!("/api/v1{path}"), Some(&token), body.as_ref())
        };
        let made = call(
            "POST",
            "/tickets",
            json!({"kind": "incident", "title": "Nätet", "service": "tradlost-nat", "requester": "maria.lindqvist@ljusvik.example"}),
        );
        assert_eq!(made.status, 201, "{}", made.json);
        assert_eq!(
            made.json,
            json!({"number": 1, "status": "new", "priority": 3, "version": 1,
                "due": {"response": "2026-03-10T12:00:00+01:00", "resolution": "2026-03-11T09:30:00+01:00"}})
        );
        assert_eq!(
            (made.headers["etag"].to_str().unwrap(), made.headers["location"].to_str().unwrap()),
            ("\"1\"", "/api/v1/tickets/1")
        );
        let read = call("GET", "/tickets/1", Value::Null);
        assert_eq!(
            (read.status, &read.json["requester"]["name"], &read.json["service"]),
            (200, &json!("Maria Lindqvist"), &json!("tradlost-nat"))
        );
        assert_eq!((&read.json["group"], &read.json["impact"]), (&json!("natverk"), &json!("medium")));
        let given = call("POST", "/tickets/1/assignment", json!({"assignee": "lars.edin@ljusvik.example"}));
        assert_eq!((given.status, &given.json["version"]), (200, &json!(2)));
        let held = call("POST", "/tickets/1/hold", json!({"reason": "supplier"}));
        assert_eq!((held.status, &held.json["status"]), (200, &json!("with_supplier")));
        let held = call("POST", "/tickets/1/hold", json!({"reason": "user"}));
        assert_eq!((held.status, &held.json["code"]), (422, &json!("desk-hold-needs-message")));
        let held = call("POST", "/tickets/1/hold", json!({"reason": "user", "message": "Vilket rum?"}));
        assert_eq!(
            (&held.json["status"], &held.json["reason"], &held.json["due"]["resolution"]),
            (&json!("waiting"), &json!("user"), &Value::Null)
        );
        assert_eq!(call("DELETE", "/tickets/1/hold", Value::Null).json["status"], "in_progress");
        let said = call("POST", "/tickets/1/messages", json!({"text": "Hej"}));
        assert_eq!((said.status, &said.json["status"]), (201, &json!("in_progress")));
        assert_eq!(call("POST", "/tickets/1/notes", json!({"text": "Internt"})).status, 201);
        assert_eq!(
            call("POST", "/tickets/1/resolution", json!({"message": "Klart"})).json["status"],
            "resolved"
        );
        assert_eq!(call("DELETE", "/tickets/1/resolution", Value::Null).json["status"], "in_progress");
        let closed = call("POST", "/tickets/1/closure", json!({}));
        assert_eq!((closed.status, &closed.json["code"]), (422, &json!("desk-close-needs-outcome")));
        assert_eq!(
            call("POST", "/tickets/1/closure", json!({"outcome": "withdrawn"})).json["status"],
            "closed"
        );
        let undo = |tag: &str| {
            web.json_with("DELETE", "/api/v1/tickets/1/closure", Some(&token), None, &[("if-match", tag)])
        };
        assert_eq!(undo("\"1\"").status, 412);
        assert_eq!(undo("\"10\"").json["status"], "in_progress");
        call("POST", "/tickets/1/closure", json!({"outcome": "withdrawn"}));
        let late = call("POST", "/tickets/1/messages", json!({"text": "Hej"}));
        assert_eq!((late.status, &late.json["code"]), (409, &json!("desk-ticket-closed")));
        let messages = call("GET", "/tickets/1/messages", Value::Null);
        assert_eq!(messages.json["items"].as_array().unwrap().len(), 4);
        assert!(call("GET", "/tickets/1/history", Value::Null).json["items"].as_array().unwrap().len() >= 7);
    });
}

#[test]
fn bad_input_is_refused_with_a_code() {
    on_both(|house| {
        let site = site(house);
        let (web, johan, robot) = (site.browser(), site.token_of(&johan()), site.token_of(&robot()));
        for (body, status, code) in [
            (json!({"kind": "incident"}), 422, "json-unreadable"),
            (json!({"title": "x"}), 422, "json-unreadable"),
            (json!({"kind": "problem", "title": "x"}), 422, "json-unreadable"),
            (json!({"kind": "incident", "title": "x", "colour": "red"}), 422, "json-unreadable"),
            (json!({"kind": "incident", "title": " "}), 422, "desk-title-missing"),
            (json!({"kind": "incident", "title": "x", "service": "nej"}), 422, "desk-service-unknown"),
            (
                json!({"kind": "incident", "title": "x", "requester": "nej@nej.example"}),
                422,
                "desk-person-unknown",
            ),
            (json!({"kind": "incident", "title": "x", "group": "nej"}), 422, "desk-group-unknown"),
            (json!({"kind": "incident", "title": "x", "device": "nej"}), 422, "desk-device-unknown"),
        ] {
            let no = web.json("POST", "/api/v1/tickets", Some(&johan), Some(&body));
            assert_eq!((no.status, no.json["code"].as_str().unwrap()), (status, code), "{body}");
            assert_eq!(no.headers["content-type"], "application/problem+json");
        }
        let body = json!({"kind": "incident", "title": "x"});
        let no = web.json("POST", "/api/v1/tickets", Some(&robot), Some(&body));
        assert_eq!(
            (no.status, &no.json["code"], &no.json["field"]),
            (422, &json!("desk-requester-needed"), &json!("requester"))
        );
        assert_eq!(web.json("POST", "/api/v1/tickets", None, Some(&body)).status, 401);
        for path in ["/api/v1/tickets/7", "/api/v1/tickets/x", "/api/v1/tickets/0"] {
            let no = web.json("GET", path, Some(&johan), None);
            assert_eq!((no.status, &no.json["code"]), (404, &json!("desk-ticket-unknown")), "{path}");
        }
        for query in ["status=done", "limit=0", "limit=x", "after=zz", "assignee=nej@nej.example"] {
            assert_eq!(
                web.json("GET", &format!("/api/v1/tickets?{query}"), Some(&johan), None).status,
                422,
                "{query}"
            );
        }
    });
}

#[test]
fn an_edit_needs_if_match_and_a_stale_one_is_412() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&johan()));
        let body = json!({"kind": "service_request", "title": "Ny skärm"});
        web.json("POST", "/api/v1/tickets", Some(&token), Some(&body));
        let edit = json!({"title": "Två skärmar", "impact": "high", "service": null});
        let patch = |tag: &str| {
            let headers = [("if-match", tag)];
            let headers: &[(&str, &str)] = if tag.is_empty() { &[] } else { &headers };
            web.json_with("PATCH", "/api/v1/tickets/1", Some(&token), Some(&edit), headers)
        };
        assert_eq!(patch("").json["code"], "if-match-needed");
        let done = patch("\"1\"");
        assert_eq!(
            (done.status, done.headers["etag"].to_str().unwrap(), &done.json["priority"]),
            (200, "\"2\"", &json!(2))
        );
        let late = patch("\"1\"");
        assert_eq!((late.status, &late.json["code"]), (412, &json!("desk-ticket-stale")));
        let late = web.json_with(
            "POST",
            "/api/v1/tickets/1/notes",
            Some(&token),
            Some(&json!({"text": "x"})),
            &[("if-match", "\"1\"")],
        );
        assert_eq!(late.status, 412, "where a version is said, it is heard");
    });
}

#[test]
fn a_list_goes_on_where_it_ended_and_comes_as_a_file() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&johan()));
        for n in 1..=5 {
            reported(house, &maria(), &format!("Fel {n}"));
        }
        let page = web.json("GET", "/api/v1/tickets?limit=2&status=new", Some(&token), None);
        let next = page.json["next"].as_str().unwrap();
        assert_eq!(page.json["items"][0]["number"], 5);
        let page =
            web.json("GET", &format!("/api/v1/tickets?limit=3&status=new&after={next}"), Some(&token), None);
        assert_eq!((&page.json["items"][0]["number"], &page.json["next"]), (&json!(3), &Value::Null));
        let hers = site.token_of(&maria());
        assert_eq!(
            web.json("GET", "/api/v1/tickets?q=fel", Some(&hers), None).json["items"]
                .as_array()
                .unwrap()
                .len(),
            5
        );
        let file = web.raw("GET", "/api/v1/tickets.csv?status=new", Some(&token), "", b"", &[]);
        assert_eq!(
            (file.status, file.headers["content-type"].to_str().unwrap()),
            (200, "text/csv; charset=utf-8")
        );
    });
}

#[test]
fn the_same_key_makes_the_same_ticket() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&johan()));
        let body = json!({"kind": "incident", "title": "Nätet"});
        let send = |token: &str, key: &str| {
            web.json_with("POST", "/api/v1/tickets", Some(token), Some(&body), &[("idempotency-key", key)])
                .json["number"]
                .as_i64()
        };
        assert_eq!((send(&token, "a"), send(&token, "a"), send(&token, "b")), (Some(1), Some(1), Some(2)));
        assert_eq!(send(&site.token_of(&lars()), "a"), Some(3), "a key is its caller's own");
    });
}

#[test]
fn a_file_goes_up_and_comes_down_as_a_download() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&maria()));
        reported(house, &maria(), "Nätet");
        let content: Vec<u8> = (0..600_000_u32).map(|n| (n % 255) as u8).collect();
        let mut body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bild.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n".to_vec();
        body.extend(&content);
        body.extend(b"\r\n--x--\r\n");
        let sent = web.raw(
            "POST",
            "/api/v1/tickets/1/attachments",
            Some(&token),
            "multipart/form-data; boundary=x",
            &body,
            &[],
        );
        assert_eq!(sent.status, 201, "{}", sent.json);
        assert_eq!(sent.json["items"][0]["sha256"], sha256_of(&content));
        let listed = web.json("GET", "/api/v1/tickets/1/attachments", Some(&token), None);
        let path =
            format!("/api/v1/tickets/1/attachments/{}", listed.json["items"][0]["id"].as_str().unwrap());
        let down = web.raw("GET", &path, Some(&token), "", b"", &[]);
        assert_eq!((down.status, down.headers["content-length"].to_str().unwrap()), (200, "600000"));
        assert!(
            down.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment; filename=\"bild.svg\"")
        );
        assert!(down.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        assert_eq!(down.headers["x-content-type-options"], "nosniff");
        assert_eq!(web.raw("GET", &path, Some(&site.token_of(&gunnel())), "", b"", &[]).status, 404);
        let large = [("content-type", "multipart/form-data; boundary=x"), ("content-length", "60000000")];
        let no = web.raw("POST", "/api/v1/tickets/1/attachments", Some(&token), "", b"", &large);
        assert_eq!(no.status, 413);
    });
}

#[test]
fn views_and_settings_are_kept() {
    on_both(|house| {
        let site = site(house);
        let (web, token) = (site.browser(), site.token_of(&johan()));
        let kept = web.json(
            "POST",
            "/api/v1/views",
            Some(&token),
            Some(&json!({"name": "Mina", "query": "status=open&assignee=me&x=y"})),
        );
        assert_eq!((kept.status, &kept.json["query"]), (201, &json!("status=open&assignee=me")));
        let path = format!("/api/v1/views/{}", kept.json["id"].as_str().unwrap());
        assert_eq!(web.json("DELETE", &path, Some(&token), None).status, 204);
        assert_eq!(web.json("GET", "/api/v1/views", Some(&token), None).json["items"], json!([]));
        assert_eq!(web.json("GET", "/api/v1/desk/settings", Some(&token), None).status, 403);
        let boss = site.token_of(&with_role(kernel::Role::ItManager));
        let mut settings = web.json("GET", "/api/v1/desk/settings", Some(&boss), None).json;
        assert_eq!(
            settings,
            json!({"priority_matrix": [[1,2,3],[2,3,4],[3,4,4]], "close_after_days": 7, "triage_group": null})
        );
        settings["close_after_days"] = json!(14);
        settings["triage_group"] = json!("forsta-linjen");
        assert_eq!(
            web.json("PUT", "/api/v1/desk/settings", Some(&boss), Some(&settings)).json["close_after_days"],
            14
        );
        settings["priority_matrix"][0][0] = json!(4);
        let no = web.json("PUT", "/api/v1/desk/settings", Some(&boss), Some(&settings));
        assert_eq!((no.status, &no.json["code"]), (422, &json!("desk-matrix-not-ordered")));
    });
}
