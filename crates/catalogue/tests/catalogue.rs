//! Stories of services, on both databases.

#![expect(clippy::expect_used, reason = "a story whose beginnings cannot be laid stops there")]

use catalogue::service::{self, NewService, fields::Change};
use db::Tx;
use directory::group::{self, NewGroup};
use kernel::{Actor, Channel, Clock, Grant, Id, Lang, Moment, Refusal, RefusalKind, Role};
use serde_json::json;
use testkit::{House, Site, on_both};

const MORNING: Moment = Moment(1_773_130_000_000_000);

fn actor(role: Role) -> Actor {
    let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
    actor.account = Some(Id::seeded(9, 1));
    actor.label = "Sofia Rönnberg".to_owned();
    actor.grants = vec![Grant { role, unit: None }];
    actor
}

fn write<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    house.db.write_now(work)
}

fn network() -> Id {
    Id::seeded(1, 1)
}

/// A group and two services.
fn laid(house: &House) {
    let group = NewGroup {
        id: network(),
        slug: "natverk".to_owned(),
        name: "Nätverk".to_owned(),
        name_en: "Network".to_owned(),
        kind: group::Kind::Internal,
        supplier: String::new(),
        about: String::new(),
        about_en: String::new(),
        owner_unit: None,
        fallback: true,
        valid_from: Moment(0),
        valid_to: None,
        members: vec![],
    };
    let service = |n, slug: &str, name: &str, words: &[&str]| NewService {
        id: Id::seeded(2, n),
        slug: slug.to_owned(),
        name: name.to_owned(),
        name_en: String::new(),
        owner_group: network(),
        about: "Nät i kommunens hus.".to_owned(),
        about_en: String::new(),
        audience: "all".to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let services = [
        service(1, "tradlost-nat", "Trådlöst nät", &["trådlös", "wifi", "nät"]),
        service(2, "fast-nat", "Fast nät", &["uttag", "nät"]),
    ];
    write(house, move |tx| {
        group::insert_many(tx, std::slice::from_ref(&group))?;
        service::insert_many(tx, &services)?;
        Ok(())
    })
    .expect("laid");
}

fn guessed(house: &House, text: &str) -> Option<String> {
    let services = write(house, |tx| Ok(service::all(tx)?)).expect("services");
    service::guess(&services, text).map(|guess| guess.service.slug.clone())
}

#[test]
fn services_keep_their_order_and_their_words() {
    on_both(|house| {
        laid(house);
        assert_eq!(
            guessed(house, "Nätet är segt").as_deref(),
            Some("tradlost-nat"),
            "the first of two equal"
        );
        assert_eq!(guessed(house, "Uttaget ger inget nät").as_deref(), Some("fast-nat"), "more hits");

        let edit = |version, change: Change| {
            let input = service::edit::Edit { id: Id::seeded(2, 1), version, change };
            write(house, move |tx| service::edit(tx, &actor(Role::Administrator), MORNING, &input))
        };
        let words = vec!["  Surf ".to_owned(), "surf".to_owned(), String::new()];
        let edited = edit(1, Change { words: Some(words), ..Change::default() }).expect("edited");
        assert_eq!((edited.words.as_slice(), edited.version), (&["surf".to_owned()][..], 2));
        assert_eq!(edit(1, Change::default()).expect_err("late").kind, RefusalKind::Stale);
        assert_eq!(guessed(house, "surfen").as_deref(), Some("tradlost-nat"));
        edit(2, Change { active: Some(false), ..Change::default() }).expect("ended");
        assert_eq!(guessed(house, "surfen"), None);
        let unknown = Change { owner_group: Some(Id::new()), ..Change::default() };
        assert_eq!(edit(3, unknown).expect_err("no such group").code, "catalogue-owner-missing");
    });
}

#[test]
fn services_are_shown_and_edited_by_page() {
    on_both(|house| {
        laid(house);
        let site = Site::open(house, Clock::hand(MORNING), vec![directory::slice(), catalogue::slice()]);
        let mut browser = site.browser_as(&actor(Role::Administrator));
        let form = browser.get("/tjanster/ny");
        let again = browser.submit(&form, "/tjanster", &[("name", "Utskrift")]);
        assert_eq!(again.status, 422);
        assert!(again.says("Välj en grupp"), "{}", again.text());
        let group = network().to_string();
        let fields =
            [("owner_group", group.as_str()), ("words", "skriv ut\nskrivare\n"), ("audience", "school")];
        let page = browser.submit(&again, "/tjanster", &fields);
        assert_eq!(page.address, "/tjanster/utskrift");
        assert!(page.says("skrivare") && page.says("Skolan"), "{}", page.text());
        let form = browser.get("/tjanster/utskrift/andra");
        let edited = browser.submit(&form, "/tjanster/utskrift/andra", &[("about", "Skrivare i alla hus.")]);
        assert!(edited.says("Skrivare i alla hus."), "{}", edited.text());
        for language in ["sv", "en"] {
            browser.language = language;
            for path in [
                "/tjanster",
                "/tjanster?q=finns+inte",
                "/tjanster?audience=school&ended=1",
                "/tjanster/ny",
                "/tjanster/fast-nat",
                "/tjanster/fast-nat/andra",
            ] {
                let page = browser.get(path);
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.text().contains("catalogue-"), "{path} says a key: {}", page.text());
            }
        }
        assert!(browser.get("/tjanster.csv").html().contains("Utskrift;Network"));
        for (role, status) in [(Role::Architect, 200), (Role::Employee, 403), (Role::Politician, 403)] {
            assert_eq!(site.browser_as(&actor(role)).get("/tjanster").status, status, "{role:?}");
            assert_eq!(site.browser_as(&actor(role)).get("/tjanster/ny").status, 403, "{role:?}");
        }
    });
}

#[test]
fn programs_read_and_change_services() {
    on_both(|house| {
        laid(house);
        let site = Site::open(house, Clock::hand(MORNING), vec![directory::slice(), catalogue::slice()]);
        let (browser, token) = (site.browser(), site.token_of(&actor(Role::Administrator)));
        let call = |method: &str, path: &str, body: Option<serde_json::Value>, version: &str| {
            browser.json_with(method, path, Some(&token), body.as_ref(), &[("if-match", version)])
        };
        let body = json!({"name": "Telefoni", "owner_group": "natverk", "words": ["växel"]});
        let made = call("POST", "/api/v1/services", Some(body), "");
        assert_eq!((made.status, &made.json["slug"]), (201, &json!("telefoni")), "{}", made.json);
        let twice =
            call("POST", "/api/v1/services", Some(json!({"name": "Telefoni", "owner_group": "natverk"})), "");
        assert_eq!(twice.json["code"], "register-slug-taken");
        let ended = call("PATCH", "/api/v1/services/telefoni", Some(json!({"active": false})), "1");
        assert_eq!((&ended.json["active"], &ended.json["version"]), (&json!(false), &json!(2)));
        assert_eq!(call("PATCH", "/api/v1/services/telefoni", Some(json!({})), "1").status, 412);
        let first = call("GET", "/api/v1/services?limit=1", None, "").json;
        assert_eq!(first["items"][0]["slug"], "tradlost-nat");
        let next = format!("/api/v1/services?limit=5&after={}", first["next"].as_str().expect("more"));
        assert_eq!(call("GET", &next, None, "").json["items"].as_array().map(Vec::len), Some(1));
    });
}
