//! Every page in both languages: there, in the language that was asked for, and without a text key on it.

use std::collections::BTreeSet;

use axum::http::Method;
use kernel::Role;
use testkit::{Page, on_both, on_one};
use web::Need;

use crate::town::{Examples, SIGN_INS, build};

/// Not pages: files, streams and what machines read.
fn is_page(path: &str) -> bool {
    !path.starts_with("/api/")
        && !path.ends_with(".csv")
        && !matches!(
            path,
            "/handelser" | "/healthz" | "/readyz" | "/metrics" | "/robots.txt" | "/personer/forslag"
        )
        && !path.starts_with("/sprak/")
        && !path.starts_with("/bilagor/")
}

/// Pages that lead elsewhere or are not found unless something went before.
const NOT_ALONE: [&str; 3] = ["/admin/sheet", "/admin/start", "/hjalp/fel/kvitto/{number}"];

#[test]
fn all_texts_assemble() {
    let slices = app::slices::slices(&app::slices::Wiring::default());
    let sources: Vec<texts::Source> = slices.iter().filter_map(|slice| slice.texts).collect();
    assert_eq!(sources.len(), slices.len(), "a slice without texts says nothing");
    if let Err(faults) = texts::Texts::new(&sources) {
        panic!("{faults}");
    }
}

#[test]
fn every_page_is_there_in_swedish_and_english() {
    on_both(|house| {
        let mut town = build(house, 3);
        let examples = town.examples();
        let keys = keys();
        let mut faults = Vec::new();
        let mut seen = 0;
        for route in town.routes() {
            if route.method != Method::GET || !is_page(route.path) || NOT_ALONE.contains(&route.path) {
                continue;
            }
            if route.path.contains('{') && !Examples::knows(route.path) {
                continue;
            }
            let role = match route.need {
                Need::Open | Need::SignedIn => Role::FirstLine,
                Need::May(permission) => *permission.roles.first().expect("somebody"),
            };
            // An agent reads a ticket of the desk, but in the portal everybody reads their own only.
            if route.path.starts_with("/hjalp/mina/{") {
                continue;
            }
            let path = examples.fill(route.path);
            for lang in ["sv", "en"] {
                let mut browser = town.browser(role);
                browser.language = lang;
                let page = browser.get(&path);
                faults.extend(
                    wrong_with(&page, lang, &keys).into_iter().map(|fault| {
                        format!("{path} ({lang}, {}) at {}: {fault}", role.code(), page.address)
                    }),
                );
                seen += 1;
            }
        }
        assert!(seen > 60, "only {seen} pages were looked at");
        assert!(faults.is_empty(), "{} pages are wrong:\n{}", faults.len(), faults.join("\n"));
    });
}

#[test]
fn every_role_begins_on_a_page_of_its_own_without_a_dead_link() {
    on_one(db::Engine::Sqlite, |house| {
        let mut town = build(house, 2);
        let mut faults = Vec::new();
        for (role, _) in SIGN_INS {
            let mut browser = town.browser(role);
            let start = browser.get("/");
            assert_eq!(start.status, 200, "{role:?} begins at {}", start.address);
            let links: BTreeSet<String> = start
                .document()
                .tags("a")
                .into_iter()
                .filter_map(|tag| tag.get("href").map(str::to_owned))
                .filter(|href| href.starts_with('/') && !href.starts_with("/sprak"))
                // Script fills in the ticket that is marked; without it they are hidden.
                .filter(|href| !href.contains("{nr}"))
                .collect();
            assert!(links.len() > 3, "{role:?} finds {links:?} at {}", start.address);
            for link in links {
                let page = browser.get(&link);
                if page.status != 200 {
                    faults.push(format!("{}: {} → {link} {}", role.code(), start.address, page.status));
                }
            }
        }
        assert!(faults.is_empty(), "menus and pages lead nowhere:\n{}", faults.join("\n"));
    });
}

fn wrong_with(page: &Page, lang: &str, keys: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    if page.status != 200 {
        faults.push(format!("{}: {}", page.status, page.text().chars().take(200).collect::<String>()));
        return faults;
    }
    let document = page.document();
    let said = document.tags("html").first().and_then(|tag| tag.get("lang").map(str::to_owned));
    if said.as_deref() != Some(lang) {
        faults.push(format!("<html lang> is {said:?}"));
    }
    let mut words = document.text();
    for tag in document.every() {
        for name in ["title", "aria-label", "alt", "placeholder"] {
            if let Some(value) = tag.get(name) {
                words.push(' ');
                words.push_str(value);
            }
        }
    }
    let apart = |sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
    let raw: BTreeSet<&str> = words.split(apart).filter(|word| keys.contains(*word)).collect();
    if !raw.is_empty() {
        faults.push(format!("text keys are shown: {raw:?}"));
    }
    if words.contains("{$") || words.contains("{ $") {
        faults.push("a text with an unfilled place is shown".to_owned());
    }
    if document.tags("h1").len() != 1 {
        faults.push(format!("{} headings of the first order", document.tags("h1").len()));
    }
    faults
}

/// Every text key that cannot be taken for a word.
fn keys() -> BTreeSet<String> {
    let slices = app::slices::slices(&app::slices::Wiring::default());
    let sources = slices.iter().filter_map(|slice| slice.texts).chain([texts::Source::OWN]);
    sources
        .flat_map(|source| [source.sv, source.en])
        .flat_map(str::lines)
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .filter(|key| key.contains('-') && key.starts_with(|sign: char| sign.is_ascii_lowercase()))
        .collect()
}
