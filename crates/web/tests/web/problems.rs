//! What is said when something is refused or fails.

use axum::http::Method;
use serde_json::{Value, json};

use super::toy::{agent, at_site, teacher};

#[test]
fn every_kind_has_its_status_and_says_what_to_do() {
    at_site(|site| {
        let mut browser = site.browser_as(&agent());
        for (path, status, says) in [
            ("/finns-inte", 404, "Sidan finns inte"),
            ("/fel/panik", 500, "Felnummer:"),
            ("/fel/fel", 500, "Felnummer:"),
            ("/fel/upptaget", 503, "Databasen svarar inte"),
            ("/fel/krock", 409, "Det finns redan"),
            ("/fel/flera", 422, "Korta texten till 9 tecken"),
        ] {
            let page = browser.get(path);
            assert_eq!(page.status.as_u16(), status, "{path}");
            assert!(page.says(says), "{path} says: {}", page.text());
            assert!(page.html().contains("<title>Fel: "), "{path} has a title that says so");
            assert!(!page.html().contains("secret detail"), "{path} tells nothing of the inside");
        }
        let number = browser.get("/fel/panik");
        assert!(number.says(number.header("x-request-id")));
        assert_eq!(browser.get("/fel/upptaget").header("retry-after"), "5");
        assert!(browser.get("/finns-inte").document().form("/sok").is_some(), "who is signed in can search");
        browser.language = "en";
        assert!(browser.get("/finns-inte").says("This page does not exist"));
    });
}

#[test]
fn a_program_gets_problem_json() {
    at_site(|site| {
        let browser = site.browser();
        let reply = browser.json("GET", "/api/v1/fel/flera", None, None);
        assert_eq!(reply.headers["content-type"], "application/problem+json");
        let request_id = reply.headers["x-request-id"].to_str().expect("ascii").to_owned();
        assert_eq!(
            reply.json,
            json!({
                "type": "urn:enhet:problem:toy-empty", "title": "Något i det du skickade behöver ändras", "status": 422,
                "code": "toy-empty", "detail": "Skriv något.", "field": "text", "request_id": request_id,
                "errors": [
                    {"field": "text", "code": "toy-empty", "detail": "Skriv något."},
                    {"field": "title", "code": "toy-long", "detail": "Korta texten till 9 tecken."}
                ]
            })
        );
        for (method, path, status, code) in [
            ("GET", "/api/v1/finns-inte", 404, "not-found"),
            ("DELETE", "/api/v1/notes", 405, "method-not-allowed"),
            ("GET", "/api/v1/notes", 401, "sign-in-needed"),
            ("GET", "/api/v1/fel/panik", 500, "fault"),
        ] {
            let reply = browser.json(method, path, None, None);
            assert_eq!((reply.status, reply.json["code"].as_str()), (status, Some(code)), "{method} {path}");
        }
        let token = site.token_of(&agent());
        let unreadable =
            browser.raw("POST", "/api/v1/notes", Some(&token), "application/json", b"{\"text\": ", &[]);
        assert_eq!((unreadable.status, unreadable.json["code"].clone()), (422, json!("json-unreadable")));
    });
}

#[test]
fn script_gets_a_part_and_is_not_sent_to_sign_in() {
    at_site(|site| {
        let mut browser = site.browser();
        browser.headers = vec![("x-enhet-part", "dialog".to_owned())];
        let part = browser.once(Method::GET, "/arenden", None, Vec::new());
        assert_eq!(part.status.as_u16(), 401);
        assert!(part.html().starts_with("<div data-part><h1>Logga in"), "{}", part.html());
    });
}

#[test]
fn a_refused_form_comes_back_as_it_was_written() {
    at_site(|site| {
        let mut browser = site.browser_as(&teacher());
        let page = browser.get("/hjalp");
        let long = "Å & <b> ".repeat(20);
        let again = browser.submit(&page, "/hjalp", &[("text", &long)]);
        assert_eq!(again.status.as_u16(), 422);
        assert!(again.html().contains("<title>Fel: Hjälp"));
        let form = again.document().form("/hjalp").expect("the form");
        let kept = form.filled(&[]).into_iter().find(|(name, _)| name == "text").expect("the text").1;
        assert_eq!(kept, long.replace("\r\n", "\n"));
        // The same words beside the field and in the summary, which leads to the field.
        assert_eq!(again.text().matches("Korta texten till 100 tecken.").count(), 2);
        assert!(again.document().link("Korta texten").is_some_and(|to| to == "#text"));
        assert!(again.html().contains("aria-describedby=\"text-e\" aria-invalid=\"true\""));
    });
}

#[test]
fn a_text_sent_after_the_session_ended_is_shown_again() {
    at_site(|site| {
        let mut browser = site.browser();
        let page = browser.post_form(
            "/hjalp",
            &[
                ("text", "Projektorn i B204 visar bara en blå skärm"),
                ("password", "hemligt lösenord som är långt"),
            ],
        );
        assert_eq!(page.status.as_u16(), 401);
        assert!(page.says("Projektorn i B204"), "{}", page.text());
        assert!(!page.says("hemligt lösenord"), "a password is never shown again");
    });
}

#[test]
fn ready_is_said_only_when_everything_stands() {
    testkit::on_both(|house| {
        let site =
            testkit::Site::open(house, kernel::Clock::hand(kernel::Moment(0)), vec![super::toy::slice()]);
        let ask = |path: &str| site.browser().json("GET", path, None, None);
        assert_eq!((ask("/healthz").status, ask("/readyz").status), (200, 200));
        site.app.set_starting(Some(web::app::Starting { code: "toy-starting", done: 412, of: 2_604 }));
        let not_yet = ask("/readyz");
        assert_eq!((not_yet.status, not_yet.json["detail"].clone()), (503, json!("412 av 2604 klart.")));
        assert_eq!(not_yet.json["code"], "toy-starting");
        assert_eq!(ask("/healthz").status, 200);
        assert!(site.browser_as(&teacher()).get("/hjalp").says("412 av 2604 klart."), "pages say so too");
        site.app.set_starting(None);
        assert_ne!(ask("/readyz").json, Value::Null);
        assert_eq!(ask("/readyz").status, 200);
    });
}
