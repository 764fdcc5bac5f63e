//! Who comes in, and from where.

use axum::http::Method;
use serde_json::json;

use super::toy::{agent, at_site, teacher};

#[test]
fn whoever_is_not_signed_in_comes_back_after_signing_in() {
    at_site(|site| {
        let mut browser = site.browser();
        let page = browser.once(Method::GET, "/arenden?vy=mina&q=å", None, Vec::new());
        assert_eq!(
            (page.status.as_u16(), page.header("location")),
            (303, "/logga-in?till=%2Farenden%3Fvy%3Dmina%26q%3D%C3%A5")
        );
        assert_eq!(browser.get("/").address, "/logga-in");
        assert_eq!(browser.get("/").status.as_u16(), 200);
    });
}

#[test]
fn everybody_starts_where_they_work() {
    at_site(|site| {
        assert_eq!(site.browser_as(&agent()).get("/").address, "/arenden");
        assert_eq!(site.browser_as(&teacher()).get("/").address, "/hjalp");
    });
}

#[test]
fn the_route_line_decides() {
    at_site(|site| {
        assert_eq!(site.browser_as(&agent()).get("/arenden").status.as_u16(), 200);
        let refused = site.browser_as(&teacher()).get("/arenden");
        assert_eq!(refused.status.as_u16(), 403);
        assert!(refused.says("Du har inte behörighet") && refused.says("060-55 01 00"), "{}", refused.text());
        let api = |token: Option<&str>| site.browser().json("GET", "/api/v1/notes", token, None);
        assert_eq!(api(None).status, 401);
        assert_eq!(api(Some("unknown")).json["code"], "token-unknown");
        assert_eq!(api(Some(&site.token_of(&teacher()))).json["code"], "no-permission");
        assert_eq!(api(Some(&site.token_of(&agent()))).status, 200);
    });
}

#[test]
fn a_form_from_elsewhere_is_refused() {
    at_site(|site| {
        let mut browser = site.browser_as(&teacher());
        let page = browser.get("/hjalp");
        browser.silent = true;
        for (header, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
        ] {
            browser.headers = vec![(header, value.to_owned())];
            let refused =
                browser.submit(&page, "/hjalp", &[("text", "En lång text som ingen ska behöva skriva om")]);
            assert_eq!(refused.status.as_u16(), 403, "{header}: {value}");
            assert!(refused.says("En lång text som ingen"), "what was written is shown again");
        }
        browser.headers = vec![("origin", "http://enhet.test".to_owned())];
        assert_eq!(browser.submit(&page, "/hjalp", &[("text", "hej")]).status.as_u16(), 200);
    });
}

/// A browser that does not say where a form comes from must show the token that the form carries.
#[test]
fn an_old_browser_shows_the_token_of_its_own_session() {
    at_site(|site| {
        let mut browser = site.browser_as(&teacher());
        browser.silent = true;
        let page = browser.get("/hjalp");
        assert_eq!(browser.submit(&page, "/hjalp", &[("text", "hej")]).status.as_u16(), 200);
        assert_eq!(browser.post_form("/hjalp", &[("text", "hej")]).status.as_u16(), 403);
        let another = site.browser_as(&agent()).get("/hjalp");
        assert_eq!(browser.submit(&another, "/hjalp", &[("text", "hej")]).status.as_u16(), 403);
        // A program with a token of its own is not a browser.
        let token = site.token_of(&agent());
        let made = site.browser().json("POST", "/api/v1/notes", Some(&token), Some(&json!({"text": "hej"})));
        assert_eq!((made.status, made.headers["etag"].to_str().expect("a tag")), (201, "\"1\""));
    });
}

#[test]
fn nobody_is_led_to_another_host() {
    at_site(|site| {
        let mut browser = site.browser_as(&teacher());
        assert_eq!(browser.get("/sprak/en?till=%2F%2Fevil.example").address, "/hjalp");
        let page = browser.get("/hjalp");
        assert!(page.says("Note"), "{}", page.text());
        assert_eq!(browser.get("/sprak/sv?till=%2Fsok%3Fq%3Da").address, "/sok?q=a");
        assert_eq!(browser.get("/sprak/de").status.as_u16(), 404);
    });
}
