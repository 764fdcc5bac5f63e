//! Calendars and promises as administrators, agents and programs meet them.

use kernel::{Actor, Channel, Clock, Grant, Id, Lang, Role};
use serde_json::json;
use service_level::{defaults, promise};
use testkit::{House, Site, on_both};

use crate::at;

const NOW: &str = "2026-01-07T12:00";

fn person(role: Role) -> Actor {
    let grants = vec![Grant { role, unit: None }];
    Actor { grants, person: Some(Id::new()), ..Actor::house(Channel::Page, "Johan") }
}

fn open(house: &House) -> (Site, defaults::Ids) {
    let ids = defaults::Ids::new();
    house.db.write_now(move |tx| defaults::insert(tx, ids, at("2025-01-01T00:00"))).expect("the defaults");
    let slices = vec![service_level::slice()];
    (Site::open(house, Clock::hand(at(NOW)), slices), ids)
}

#[test]
fn an_administrator_changes_the_hours_and_takes_them_into_use() {
    on_both(|house| {
        let (site, ids) = open(house);
        let mut browser = site.browser_as(&person(Role::Administrator));
        let list = browser.get("/admin/kalender");
        assert!(list.says("Servicedesk") && list.says("Måndag–fredag kl. 8–16.30"), "{}", list.text());

        let shown = browser.get(&list.document().link("Servicedesk").expect("a link"));
        for words in ["Året 2026", "251 öppna dagar, 0 kortare dagar, 114 stängda dagar", "Januari 2026"] {
            assert!(shown.says(words), "{words} is not in {}", shown.text());
        }
        assert!(shown.says("Fredag 3 april 2026 Långfredagen Stängt"), "{}", shown.text());
        assert!(shown.says("Fredag 15 maj 2026"), "a bridge day: {}", shown.text());

        let form = browser.get(&shown.document().link("Ändra öppettider").expect("a link"));
        let changes = [
            ("friday", "08:00-12:00, 13:00–15:00"),
            ("closed", "2026-05-15"),
            ("short_maundy_thursday", "14:00"),
            ("short", "2026-05-13 15:00"),
            ("note", "KS 2026 § 12"),
        ];
        let saved = browser.press(&form, "Spara ny version", &changes);
        assert_eq!(saved.address, format!("/admin/kalender/{}", ids.calendar));
        for words in [
            "Version 2 av Servicedesk är sparad.",
            "Fredag kl. 8–12 och kl. 13–15",
            "KS 2026 § 12",
            "Inget löfte räknar efter den här versionen än",
            "Torsdag 2 april 2026 Skärtorsdagen kl. 8–14",
            "Onsdag 13 maj 2026 kl. 8–15",
        ] {
            assert!(saved.says(words), "{words} is not in {}", saved.text());
        }
        // What is promised now still counts by the first edition.
        assert!(browser.get("/admin/loften").says("Det finns nyare öppettider"));

        let form = browser.get("/admin/loften/andra");
        let preview =
            browser.press(&form, "Granska ändringen", &[("resolution_2", "180"), ("response_4", "")]);
        for words in [
            "Öppettider Servicedesk, version 1 Servicedesk, version 2",
            "Hög: löst 4 timmar 3 timmar",
            "Låg: första svar 8 timmar Bäst möjligt, inget löfte",
        ] {
            assert!(preview.says(words), "{words} is not in {}", preview.text());
        }
        let again = browser.press(&preview, "Ändra mer", &[]);
        assert!(again.html().contains("value=\"180\""), "what was typed stands there");
        let preview = browser.press(&again, "Granska ändringen", &[]);
        let saved = browser.press(&preview, "Spara ny version", &[]);
        assert!(saved.says("Version 2 av löftet är sparad."), "{}", saved.text());
        assert!(!saved.says("Det finns nyare öppettider"));

        let now = house.db.read_now(|tx| promise::current(tx, at(NOW))).expect("read").expect("a promise");
        assert_eq!((now.number, now.calendar.number, now.goal(2).resolution), (2, 2, Some(180)));
        assert_eq!(now.goal(4).response, None);
    });
}

#[test]
fn what_cannot_be_saved_says_what_to_do_and_keeps_what_was_typed() {
    on_both(|house| {
        let (site, ids) = open(house);
        let mut browser = site.browser_as(&person(Role::Administrator));
        let form = browser.get(&format!("/admin/kalender/{}/andra", ids.calendar));
        let changes = [
            ("monday", "16:30-08:00"),
            ("tuesday", "8-16"),
            ("closed", "2026-02-30"),
            ("short", "midsommar 14:00"),
            ("name", " "),
            ("valid_from", "2026-01-06"),
        ];
        let refused = browser.press(&form, "Spara ny version", &changes);
        assert_eq!(refused.status.as_u16(), 422);
        for words in [
            "Det är något att rätta",
            "Passet 16:30-08:00 slutar innan det börjar.",
            "”8” är inget klockslag.",
            "Datumet 2026-02-30 finns inte.",
            "”midsommar” är ingen dag.",
            "Skriv ett namn.",
        ] {
            assert!(refused.says(words), "{words} is not in {}", refused.text());
        }
        assert!(refused.html().contains("16:30-08:00"), "what was typed stands there");

        let mended =
            [("monday", "08:00-16:30"), ("tuesday", ""), ("closed", ""), ("short", ""), ("name", "Desk")];
        let refused = browser.press(&refused, "Spara ny version", &mended);
        assert!(refused.says("Välj 2026-01-07 eller senare."), "{}", refused.text());

        let form = browser.get("/admin/loften/andra");
        for (changes, words) in [
            (vec![("resolution_1", "snart")], "”snart” går inte att läsa."),
            (vec![("resolution_1", "0")], "Skriv minst 1 minut och högst 1000 timmar"),
            (vec![("response_1", "121")], "Första svar behöver komma före lösningen."),
            (vec![], "Ingenting är ändrat."),
        ] {
            let refused = browser.press(&form, "Granska ändringen", &changes);
            assert_eq!(refused.status.as_u16(), 422, "{words}");
            assert!(refused.says(words), "{words} is not in {}", refused.text());
        }
    });
}

#[test]
fn an_edition_that_somebody_else_replaced_is_not_overwritten() {
    on_both(|house| {
        let (site, ids) = open(house);
        let mut browser = site.browser_as(&person(Role::Administrator));
        let address = format!("/admin/kalender/{}/andra", ids.calendar);
        let (first, second) = (browser.get(&address), browser.get(&address));
        browser.press(&first, "Spara ny version", &[("friday", "08:00-15:00")]);
        let refused = browser.press(&second, "Spara ny version", &[("friday", "08:00-14:00")]);
        assert!(refused.says("Någon annan har sparat version 2."), "{}", refused.text());
    });
}

#[test]
fn programs_read_and_add_calendars() {
    on_both(|house| {
        let (site, ids) = open(house);
        let browser = site.browser();
        let admin = site.token_of(&person(Role::Administrator));
        let agent = site.token_of(&person(Role::FirstLine));

        let listed = browser.json("GET", "/api/v1/calendars", Some(&agent), None);
        assert_eq!(listed.status, 200);
        assert_eq!(listed.json["items"][0]["id"], ids.calendar.to_string());
        assert_eq!(listed.json["next"], json!(null));

        let summer = json!({
            "name": "Sommar", "calendar": ids.calendar.to_string(), "based_on": 1, "valid_from": "2026-06-15",
            "definition": "timezone = \"Europe/Stockholm\"\n[week]\nmonday = [\"08:00-15:00\"]\n",
        });
        assert_eq!(browser.json("POST", "/api/v1/calendars", Some(&agent), Some(&summer)).status, 403);
        let made = browser.json("POST", "/api/v1/calendars", Some(&admin), Some(&summer));
        assert_eq!((made.status, &made.json["number"]), (201, &json!(2)), "{}", made.json);
        assert_eq!(made.json["valid_from"], "2026-06-15T00:00:00+02:00");
        let again = browser.json("POST", "/api/v1/calendars", Some(&admin), Some(&summer));
        assert_eq!((again.status, &again.json["code"]), (412, &json!("promise-edition-stale")));

        let shown = browser.json("GET", &format!("/api/v1/calendars/{}", ids.calendar), Some(&agent), None);
        assert_eq!(shown.json["name"], "Sommar");
        assert_eq!(shown.json["editions"].as_array().map(Vec::len), Some(2));
        let missing = browser.json("GET", &format!("/api/v1/calendars/{}", Id::new()), Some(&agent), None);
        assert_eq!(missing.status, 404);

        let bad = json!({"name": "x", "definition": "timezone = \"Mars\"\n[week]\nmonday = [\"9-17\"]\n"});
        let refused = browser.json("POST", "/api/v1/calendars", Some(&admin), Some(&bad));
        assert_eq!(refused.status, 422);
        assert!(refused.json.to_string().contains("calendar-not-a-time"), "{}", refused.json);

        let promises = browser.json("GET", "/api/v1/promises", Some(&agent), None);
        let first = &promises.json["items"][0];
        assert_eq!((&first["current"], &first["goals"][2]["resolution"]), (&json!(true), &json!(480)));
        assert_eq!(first["pauses"], json!(["user", "manager", "delivery", "planned_change"]));
    });
}

#[test]
fn who_may_come_in_where() {
    on_both(|house| {
        let (site, ids) = open(house);
        let calendar = format!("/admin/kalender/{}", ids.calendar);
        let readers = [
            Role::FirstLine,
            Role::SupplierAgent,
            Role::SecondLine,
            Role::ItManager,
            Role::Administrator,
            Role::Architect,
        ];
        for role in Role::ALL {
            let mut browser = site.browser_as(&person(role));
            for path in ["/admin/kalender", calendar.as_str(), "/admin/loften"] {
                let status = if readers.contains(&role) { 200 } else { 403 };
                assert_eq!(browser.get(path).status.as_u16(), status, "{role:?} at {path}");
            }
            for path in ["/admin/kalender/ny", &format!("{calendar}/andra"), "/admin/loften/andra"] {
                let status = if role == Role::Administrator { 200 } else { 403 };
                assert_eq!(browser.get(path).status.as_u16(), status, "{role:?} at {path}");
            }
        }
    });
}

#[test]
fn the_same_pages_are_read_in_english() {
    on_both(|house| {
        let (site, ids) = open(house);
        let mut browser = site.browser_as(&Actor { lang: Lang::En, ..person(Role::Administrator) });
        browser.language = "en";
        let shown = browser.get(&format!("/admin/kalender/{}?ar=2027", ids.calendar));
        for words in ["The year 2027", "Good Friday", "Monday–Friday 8:00–16:30"] {
            assert!(shown.says(words), "{words} is not in {}", shown.text());
        }
        assert!(browser.get("/admin/loften").says("With supplier"));
    });
}
