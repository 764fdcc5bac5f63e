use directory::person;
use directory::unit::Kind;
use kernel::{Clock, Role};
use serde_json::json;
use testkit::{House, Site, on_both};

use crate::story::{MORNING, actor, administrator, belongs, fields, new_person, new_unit};

fn site(house: &House) -> Site {
    Site::open(house, Clock::hand(MORNING), vec![directory::slice()])
}

/// A municipality, a school and a teacher there.
fn laid(house: &House) -> person::Person {
    let town = new_unit(house, Kind::Municipality, "Ljusviks kommun", None);
    let committee = new_unit(house, Kind::Committee, "Barn- och utbildningsnämnden", Some(&town));
    let school = new_unit(house, Kind::School, "Bergeskolan", Some(&committee));
    new_person(house, fields("Maria", "Lindqvist"), Some(belongs(&school, "Lärare", true)))
}

/// Keys that stand on a page as they are have no text.
fn speaks(page: &testkit::Page) {
    assert_eq!(page.status, 200, "{}", page.address);
    for prefix in ["directory-", "register-"] {
        assert!(!page.text().contains(prefix), "{} says a key: {}", page.address, page.text());
    }
}

#[test]
fn every_page_speaks_both_languages() {
    on_both(|house| {
        let maria = laid(house);
        let site = site(house);
        let mut browser = site.browser_as(&administrator());
        let person = format!("/personer/{}", maria.id);
        let added = browser.get("/grupper/ny");
        let added = browser.submit(&added, "/grupper", &[("name", "Första linjen"), ("fallback", "1")]);
        assert!(added.says("Första linjen"), "{}", added.text());
        for language in ["sv", "en"] {
            browser.language = language;
            for path in [
                "/personer",
                "/personer?q=maria&unit=",
                "/personer?q=ingen",
                "/personer/ny",
                &person,
                &format!("{person}/andra"),
                &format!("{person}/sluta"),
                &format!("{person}/tillhorighet"),
                "/organisation",
                "/organisation?date=1999-01-01",
                "/organisation?q=berge",
                "/organisation/ny",
                "/organisation/bergeskolan",
                "/organisation/bergeskolan/andra",
                "/organisation/bergeskolan/flytta",
                "/organisation/bergeskolan/avsluta",
                "/grupper",
                "/grupper?ended=1&q=finns-inte",
                "/grupper/ny",
                "/grupper/forsta-linjen",
                "/grupper/forsta-linjen/andra",
            ] {
                speaks(&browser.get(path));
            }
        }
        let page = browser.get("/organisation/bergeskolan");
        assert!(page.says("Barn- och utbildningsnämnden") && page.says("1 person"), "{}", page.text());
    });
}

#[test]
fn a_form_keeps_what_was_typed_until_it_is_right() {
    on_both(|house| {
        laid(house);
        let site = site(house);
        let mut browser = site.browser_as(&administrator());
        let form = browser.get("/personer/ny");
        let wrong = [("given", ""), ("family", "Berg"), ("mail", "per"), ("phones", "4014")];
        let again = browser.submit(&form, "/personer", &wrong);
        assert_eq!(again.status, 422);
        for text in ["Fyll i fältet", "Skriv en e-postadress", "Skriv hela numret"] {
            assert!(again.says(text), "{text}");
        }
        let right = [("given", "Per"), ("mail", "per.berg@ljusvik.example"), ("phones", "060-55 01 45")];
        let page = browser.submit(&again, "/personer", &right);
        assert_eq!(page.status, 200);
        assert!(
            page.says("Per Berg") && page.says("060-55 01 45") && page.says("Tillagt."),
            "{}",
            page.text()
        );

        // Two open the same form; the second sees both texts and decides.
        let edit = format!("{}/andra", page.address);
        let (first, second) = (browser.get(&edit), browser.get(&edit));
        browser.submit(&first, &edit, &[("title", "Vaktmästare")]);
        let clash = browser.submit(&second, &edit, &[("title", "Husvärd")]);
        assert_eq!(clash.status, 412);
        assert!(clash.says("Titel: Husvärd") && clash.says("Titel: Vaktmästare"), "{}", clash.text());
        let decided = browser.submit(&clash, &edit, &[]);
        assert!(decided.says("Husvärd"), "{}", decided.text());
    });
}

#[test]
fn a_protected_identity_is_an_alias_on_every_page_and_in_every_answer() {
    on_both(|house| {
        let maria = laid(house);
        let site = site(house);
        let mut browser = site.browser_as(&administrator());
        let (page, edit) = (format!("/personer/{}", maria.id), format!("/personer/{}/andra", maria.id));
        let form = browser.get(&edit);
        let hidden = browser.submit(&form, &edit, &[("protected", "1")]);
        assert!(hidden.says(&format!("Person {}", maria.alias)), "{}", hidden.text());

        let mut agent = site.browser_as(&actor(Role::FirstLine));
        let token = site.token_of(&actor(Role::FirstLine));
        let form = browser.get("/grupper/ny");
        let group = browser.submit(&form, "/grupper", &[("name", "Växeln")]);
        let (at, id) = (group.address.clone(), maria.id.to_string());
        let joined = browser.submit(&group, &format!("{at}/medlemmar"), &[("person_text", &id)]);
        assert!(joined.says(&maria.alias), "{}", joined.text());
        assert!(!agent.get(&at).html().contains(&maria.alias), "a group is a place of work");
        let mut answers = Vec::new();
        for path in [
            &page,
            "/personer",
            "/personer?q=maria",
            "/personer.csv",
            "/personer/forslag?q=mar",
            "/organisation/bergeskolan",
        ] {
            let answer = agent.get(path);
            assert_eq!(answer.status, 200, "{path}");
            answers.push((path.to_owned(), answer.html()));
        }
        for path in [
            format!("/api/v1/people/{}", maria.id),
            "/api/v1/people".to_owned(),
            "/api/v1/people?q=maria".to_owned(),
        ] {
            let answer = agent.json("GET", &path, Some(&token), None);
            assert_eq!(answer.status, 200, "{path}");
            answers.push((path, answer.json.to_string()));
        }
        for (path, answer) in answers {
            for secret in ["Maria", "Lindqvist", "lindqvist", "060-55", "Lärare"] {
                assert!(!answer.contains(secret), "{path} shows {secret}");
            }
        }
        assert_eq!(agent.once(axum::http::Method::POST, &format!("{page}/visa"), None, vec![]).status, 403);
        let alias = browser.get(&page);
        let full = browser.submit(&alias, &format!("{page}/visa"), &[]);
        assert!(full.says("Maria Lindqvist"), "{}", full.text());
        assert!(!full.html().contains("<title>Maria"), "a title is kept in the history of the browser");
    });
}

#[test]
fn the_registers_open_for_those_who_need_them() {
    on_both(|house| {
        let maria = laid(house);
        let site = site(house);
        let person = format!("/personer/{}", maria.id);
        for (role, people, units, edit) in [
            (Role::Employee, 403, 403, 403),
            (Role::Politician, 403, 403, 403),
            (Role::DepartmentHead, 403, 403, 403),
            (Role::Architect, 403, 200, 403),
            (Role::SupplierAgent, 200, 200, 403),
            (Role::ItManager, 200, 200, 403),
            (Role::Administrator, 200, 200, 200),
        ] {
            let mut browser = site.browser_as(&actor(role));
            for (path, status) in [
                ("/personer", people),
                (&person, people),
                ("/personer.csv", people),
                ("/organisation", units),
                ("/grupper", units),
                ("/personer/ny", edit),
                ("/organisation/bergeskolan/andra", edit),
            ] {
                assert_eq!(browser.get(path).status, status, "{role:?} at {path}");
            }
        }
    });
}

#[test]
fn programs_read_and_change_the_registers() {
    on_both(|house| {
        laid(house);
        let site = site(house);
        let (browser, token) = (site.browser(), site.token_of(&administrator()));
        let call = |method: &str, path: &str, body: Option<serde_json::Value>, version: Option<&str>| {
            let headers: Vec<(&str, &str)> =
                version.map(|version| ("if-match", version)).into_iter().collect();
            browser.json_with(method, path, Some(&token), body.as_ref(), &headers)
        };
        let made = call(
            "POST",
            "/api/v1/people",
            Some(json!({"given": "Åsa", "family": "Öberg", "language": "en"})),
            None,
        );
        assert_eq!((made.status, &made.json["version"]), (201, &json!(1)), "{}", made.json);
        let at = made.headers["location"].to_str().expect("text").to_owned();
        assert_eq!(call("GET", &at, None, None).json["name"], "Åsa Öberg");
        assert_eq!(call("PATCH", &at, Some(json!({"title": "Chef"})), None).json["code"], "if-match-needed");
        assert_eq!(
            call("PATCH", &at, Some(json!({"titel": "Chef"})), Some("\"1\"")).json["code"],
            "json-unreadable"
        );
        assert_eq!(call("PATCH", &at, Some(json!({"title": "Chef"})), Some("\"1\"")).json["version"], 2);
        let late = call("PATCH", &at, Some(json!({"title": "Lektor"})), Some("\"1\""));
        assert_eq!((late.status, &late.json["code"]), (412, &json!("register-stale")));

        let first = call("GET", "/api/v1/people?limit=1", None, None).json;
        assert_eq!(first["items"][0]["name"], "Maria Lindqvist");
        let next = format!("/api/v1/people?limit=1&after={}", first["next"].as_str().expect("more"));
        assert_eq!(call("GET", &next, None, None).json["items"][0]["name"], "Åsa Öberg");

        let unit = json!({"kind": "school", "name": "Åsskolan", "parent": "ljusviks-kommun", "valid_from": "2026-01-01"});
        assert_eq!(call("POST", "/api/v1/units", Some(unit), None).status, 201);
        let moved = call(
            "PATCH",
            "/api/v1/units/asskolan",
            Some(json!({"parent": "barn-och-utbildningsnamnden", "from": "2026-04-01"})),
            Some("1"),
        );
        assert_eq!(moved.status, 200, "{}", moved.json);
        let names = |path: &str| {
            let found = call("GET", path, None, None).json;
            found["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|unit| unit["slug"].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(names("/api/v1/units?kind=school&date=2025-12-31"), ["\"bergeskolan\""]);
        assert_eq!(names("/api/v1/units?q=%C3%A5s"), ["\"asskolan\""]);
        let group = call("POST", "/api/v1/groups", Some(json!({"kind": "supplier", "name": "Växeln"})), None);
        assert_eq!(
            (group.status, &group.json["code"]),
            (422, &json!("register-text-missing")),
            "{}",
            group.json
        );
        let group = call("POST", "/api/v1/groups", Some(json!({"kind": "internal", "name": "Växeln"})), None);
        assert_eq!(group.json["slug"], "vaxeln");
        let ours = call("PATCH", "/api/v1/groups/vaxeln", Some(json!({"owner_unit": "asskolan"})), Some("1"));
        assert!(ours.json["owner_unit"].is_string(), "{}", ours.json);
    });
}

#[test]
fn an_administrator_runs_the_organisation_by_page() {
    on_both(|house| {
        let maria = laid(house);
        let site = site(house);
        let mut browser = site.browser_as(&administrator());
        let form = browser.get("/grupper/ny");
        let group =
            browser.submit(&form, "/grupper", &[("name", "Nätverk"), ("about", "Trådlöst och fast nät.")]);
        assert!(group.says("Ingen arbetar här"), "{}", group.text());
        let join = format!("{}/medlemmar", group.address);
        let unknown = browser.submit(&group, &join, &[("person_text", "Kalle Anka")]);
        assert_eq!(unknown.status, 422);
        assert!(unknown.says("Ingen person passar"), "{}", unknown.text());
        let joined = browser.submit(&unknown, &join, &[("person_text", "maria lind")]);
        assert!(joined.says("1 person arbetar här"), "{}", joined.text());
        let remove = format!("{join}/{}/ta-bort", maria.id);
        assert!(browser.submit(&joined, &remove, &[]).says("Ingen arbetar här"));

        let form = browser.get("/organisation/bergeskolan/avsluta");
        let ended = browser.submit(&form, "/organisation/bergeskolan/avsluta", &[("to", "2026-03-31")]);
        assert!(ended.says("1 januari 2000 – 31 mars 2026"), "{}", ended.text());
        let person = browser.get(&format!("/personer/{}", maria.id));
        assert!(person.says("Händer snart") && person.says("Slutar: Bergeskolan"), "{}", person.text());
        assert!(!browser.get("/organisation?date=2026-04-01").says("Bergeskolan"));
        assert!(browser.get("/organisation?date=2026-03-31").says("Bergeskolan"));
    });
}
