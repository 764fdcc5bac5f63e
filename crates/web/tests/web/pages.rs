//! What every page carries.

use super::toy::{agent, at_site, teacher};

#[test]
fn every_answer_carries_the_policy() {
    at_site(|site| {
        let mut browser = site.browser_as(&agent());
        for path in [
            "/arenden",
            "/hjalp",
            "/finns-inte",
            "/fel/panik",
            "/tillganglighet",
            "/api/v1/openapi.json",
            "/healthz",
        ] {
            let page = browser.get(path);
            let policy = page.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none';") && !policy.contains("unsafe"),
                "{path}: {policy}"
            );
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert_eq!(page.header("x-request-id").len(), 10, "{path}");
            assert_eq!(
                page.header("strict-transport-security"),
                "",
                "{path}: only where users come by https"
            );
        }
        let style = browser.get(web::assets::PORTAL_CSS);
        assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    });
}

#[test]
fn pages_are_packed_and_streams_are_not() {
    at_site(|site| {
        let mut browser = site.browser_as(&agent());
        browser.headers = vec![("accept-encoding", "gzip, br".to_owned())];
        let page = browser.get("/arenden");
        assert_eq!(
            (page.header("content-encoding"), page.header("vary").contains("accept-encoding")),
            ("br", true)
        );
        assert!(page.bytes.len() < 4_000, "an empty work page is {} bytes packed", page.bytes.len());
    });
}

#[test]
fn a_frame_knows_its_visitor() {
    at_site(|site| {
        let page = site.browser_as(&agent()).get("/arenden");
        for words in ["Johan Åström", "Servicedesk", "Ljusviks kommun", "Anteckningar", "In English"] {
            assert!(page.says(words), "{words} is missing in {}", page.text());
        }
        assert!(page.html().contains("href=\"/arenden\" aria-current=\"page\" data-go=\"a\""));
        let portal = site.browser_as(&agent()).get("/hjalp");
        assert!(portal.says("Till arbetsrummet"), "an agent finds the way back");
        let teacher = site.browser_as(&teacher()).get("/hjalp");
        assert!(!teacher.says("Till arbetsrummet") && teacher.says("060-55 01 00"));
    });
}

#[test]
fn what_was_done_is_said_once_on_the_next_page() {
    at_site(|site| {
        let mut browser = site.browser_as(&teacher());
        let page = browser.get("/hjalp");
        let next = browser.submit(&page, "/hjalp", &[("text", "hej")]);
        assert!(next.says("2 rader sparade"), "{}", next.text());
        assert!(next.html().contains("data-saved-draft=\"toy\""));
        assert!(next.document().buttons().iter().any(|button| button.starts_with("Ångra")));
        assert!(!browser.get("/hjalp").says("2 rader sparade"));
    });
}

#[test]
fn one_search_asks_every_slice() {
    at_site(|site| {
        let mut browser = site.browser_as(&agent());
        let page = browser.get("/sok?q=nätet");
        assert!(
            page.says("3 träffar") && page.says("nätet 1") && page.says("Anteckning, Johan Åström"),
            "{}",
            page.text()
        );
        assert!(page.html().contains("<title>Sök –"), "what somebody searches for stands in no title");
        let rows = browser.get("/sok?q=n%C3%A4tet&del=palett").html();
        assert!(
            rows.starts_with(
                "<p class=\"sr\" data-say=\"3 träffar\"></p><a role=\"option\" href=\"/arenden/1\">"
            ),
            "{rows}"
        );
        assert!(browser.get("/sok?q=inget").says("Inga träffar på ”inget”"));
        assert!(site.browser().get("/sok?q=a").address.starts_with("/logga-in"));
    });
}

#[test]
fn the_statement_on_accessibility_is_read_without_signing_in() {
    at_site(|site| {
        let mut browser = site.browser();
        let page = browser.get("/tillganglighet");
        for words in [
            "Ljusviks kommun står bakom",
            "delvis förenlig med EN 301 549",
            "hjalp@ljusvik.example",
            "25 november 2026",
        ] {
            assert!(page.says(words), "{words} is missing in {}", page.text());
        }
        browser.language = "en";
        assert!(browser.get("/tillganglighet").says("partially complies"));
    });
}
