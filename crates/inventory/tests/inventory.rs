//! Stories of devices, on both databases.

#![expect(clippy::expect_used, reason = "a story whose beginnings cannot be laid stops there")]

use std::time::Instant;

use db::{DbError, Tx};
use directory::person::{self, NewPerson};
use directory::unit::{self, NewUnit};
use inventory::device::{self, Device, Holder, Kind, NewDevice, State, fields::Change, list::Question};
use kernel::{Actor, Channel, Clock, Day, Grant, Id, Lang, Moment, PageSize, Refusal, RefusalKind, Role};
use serde_json::json;
use testkit::{House, Site, on_both};

/// A Tuesday morning in March 2026.
const MORNING: Moment = Moment(1_773_130_000_000_000);
const TODAY: Day = Day(20260310);

fn actor(role: Role) -> Actor {
    let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
    actor.account = Some(Id::seeded(9, 1));
    actor.label = "Erik Nordin".to_owned();
    actor.grants = vec![Grant { role, unit: None }];
    actor
}

fn technician() -> Actor {
    actor(Role::SecondLine)
}

fn write<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    house.db.write_now(work)
}

fn read<T: Send + 'static>(
    house: &House,
    work: impl Fn(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
) -> T {
    house.db.read_now(work).expect("a read")
}

fn school() -> Id {
    Id::seeded(1, 1)
}

fn maria() -> Id {
    Id::seeded(2, 1)
}

fn klara() -> Id {
    Id::seeded(2, 2)
}

/// A school, Maria who is a teacher there, Klara whose identity is protected, and the kinds of devices.
fn laid(house: &House) {
    let unit = NewUnit {
        id: school(),
        slug: "bergeskolan".to_owned(),
        kind: unit::Kind::School,
        name: "Bergeskolan".to_owned(),
        name_en: "Berge School".to_owned(),
        code: String::new(),
        valid_from: Day(20000101),
        valid_to: None,
        parents: vec![],
    };
    let human = |id, given: &str, family: &str, protected| NewPerson {
        id,
        given: given.to_owned(),
        family: family.to_owned(),
        mail: Some(format!("{given}@ljusvik.example").to_lowercase()),
        phones: vec![],
        title: String::new(),
        lang: None,
        protected,
        affiliations: vec![],
    };
    let people = [human(maria(), "Maria", "Lindqvist", false), human(klara(), "Klara", "Skyddad", true)];
    let kind = |slug: &str, name: &str, name_en: &str| Kind {
        slug: slug.to_owned(),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        service: None,
    };
    let kinds =
        [kind("larardator", "Lärardator", "Teacher's laptop"), kind("mobil", "Mobil", "Mobile phone")];
    write(house, move |tx| {
        unit::insert_many(tx, std::slice::from_ref(&unit))?;
        person::insert_many(tx, &people)?;
        device::insert_kinds(tx, &kinds)?;
        Ok(())
    })
    .expect("laid");
}

fn new_device(house: &House, number: &str) -> Device {
    let fields = Change {
        number: Some(number.to_owned()),
        kind: Some("larardator".to_owned()),
        model: Some("Tegnö 14".to_owned()),
        serial: Some("SN-88X".to_owned()),
        place: Some("Förrådet".to_owned()),
        ..Change::default()
    };
    let input = device::create::Create { id: Id::new(), fields };
    write(house, move |tx| device::create(tx, &technician(), MORNING, &input)).expect("a device")
}

fn hand_over(house: &House, device: &Device, to: Holder, from: Day) -> Result<Device, Refusal> {
    let input =
        device::hand_over::HandOver { id: Id::new(), device: device.id, version: device.version, to, from };
    write(house, move |tx| device::hand_over(tx, &technician(), MORNING, &input))
}

fn about(text: &str) -> Question {
    Question { text: text.to_owned(), kind: None, state: None, unit: None, day: TODAY }
}

fn listed(house: &House, role: Role, question: Question) -> Vec<String> {
    let page = write(house, move |tx| device::list(tx, &actor(role), &question, None, PageSize::DEFAULT));
    page.expect("a list").items.into_iter().map(|listed| listed.line.number).collect()
}

#[test]
fn a_device_goes_from_hand_to_hand_and_remembers() {
    on_both(|house| {
        laid(house);
        let laptop = new_device(house, "LJU-20417");
        let held = hand_over(house, &laptop, Holder::Person(maria()), Day(20260301)).expect("handed over");
        assert_eq!((held.state, held.version), (State::InUse, 2));
        let of = |day| read(house, move |tx| device::held_by(tx, Holder::Person(maria()), day));
        assert_eq!(of(Day(20260228)).len(), 0);
        assert_eq!(of(TODAY)[0].label(Lang::Sv), "Lärardator LJU-20417");

        let early = hand_over(house, &held, Holder::Unit(school()), Day(20260201)).expect_err("before Maria");
        assert_eq!(early.code, "inventory-day-before-holder");
        let ahead = hand_over(house, &held, Holder::Unit(school()), Day(20260311)).expect_err("tomorrow");
        assert_eq!(ahead.code, "inventory-day-ahead");
        let passed = hand_over(house, &held, Holder::Unit(school()), TODAY).expect("passed on");
        assert_eq!(passed.unit, Some(school()));
        assert_eq!((of(Day(20260309)).len(), of(TODAY).len()), (1, 0));

        let back = device::take_back::TakeBack {
            device: passed.id,
            version: passed.version,
            from: TODAY,
            state: State::Repair,
            place: "Verkstaden".to_owned(),
        };
        let again = back.clone();
        let back =
            write(house, move |tx| device::take_back(tx, &technician(), MORNING, &back)).expect("back");
        assert_eq!((back.state, back.place.as_str()), (State::Repair, "Verkstaden"));
        let refusal = write(house, move |tx| device::take_back(tx, &technician(), MORNING, &again));
        assert_eq!(refusal.expect_err("nobody holds it").code, "inventory-held-by-nobody");

        let shown = write(house, |tx| device::show(tx, &technician(), MORNING, "lju 20417")).expect("shown");
        assert_eq!(shown.holdings.len(), 2);
        let changes: Vec<_> =
            shown.changes.iter().map(|change| (change.what.as_str(), change.became.as_str())).collect();
        assert_eq!(changes, [("place", "Verkstaden"), ("state", "repair"), ("state", "in_use")]);
    });
}

#[test]
fn a_number_is_one_devices_and_a_late_edit_is_refused() {
    on_both(|house| {
        laid(house);
        let laptop = new_device(house, "LJU-20417");
        let edit = |version, number: &str| {
            let change = Change { number: Some(number.to_owned()), ..Change::default() };
            let input = device::edit::Edit { id: laptop.id, version, change };
            write(house, move |tx| device::edit(tx, &technician(), MORNING, &input))
        };
        new_device(house, "LJU-20418");
        assert_eq!(edit(1, "lju20418").expect_err("taken").code, "inventory-number-taken");
        assert_eq!(edit(1, "LJU-20419").expect("the first").version, 2);
        assert_eq!(edit(1, "LJU-20420").expect_err("the second").kind, RefusalKind::Stale);
        assert_eq!(listed(house, Role::FirstLine, about("20417")), Vec::<String>::new());
        let input = device::edit::Edit { id: laptop.id, version: 2, change: Change::default() };
        let refused = write(house, move |tx| device::edit(tx, &actor(Role::FirstLine), MORNING, &input));
        assert_eq!(refused.expect_err("may not").kind, RefusalKind::Forbidden);
    });
}

#[test]
fn devices_are_found_by_what_people_type() {
    on_both(|house| {
        laid(house);
        let one = new_device(house, "LJU-20417");
        let two = new_device(house, "LJU-20418");
        let three = new_device(house, "LJU-20419");
        hand_over(house, &one, Holder::Person(maria()), TODAY).expect("handed over");
        hand_over(house, &two, Holder::Person(klara()), TODAY).expect("handed over");
        hand_over(house, &three, Holder::Unit(school()), TODAY).expect("handed over");
        let all = ["LJU-20417", "LJU-20418", "LJU-20419"];
        for (typed, found) in [
            ("", &all[..]),
            ("lju-2041", &all[..]),
            ("20418", &all[1..2]),
            ("tegnö 14", &all[..]),
            ("tegno", &all[..]),
            ("sn-88", &all[..]),
            ("maria", &all[..1]),
            ("klara", &[]),
            ("skyddad", &[]),
            ("finns inte", &[]),
        ] {
            assert_eq!(listed(house, Role::FirstLine, about(typed)), found, "{typed}");
        }
        assert_eq!(listed(house, Role::Architect, about("maria")), Vec::<String>::new(), "reads no people");
        let there = Question { unit: Some(school()), ..about("") };
        assert_eq!(listed(house, Role::FirstLine, there.clone()), &all[2..]);
        let count = write(house, move |tx| device::list::count(tx, &technician(), &there)).expect("a count");
        assert_eq!(count, 1);
        let stock = Question { state: Some(State::InStock), ..about("") };
        assert_eq!(listed(house, Role::FirstLine, stock), Vec::<String>::new());
    });
}

#[test]
fn five_thousand_devices_are_kept_within_a_second() {
    on_both(|house| {
        laid(house);
        let started = Instant::now();
        write(house, |tx| {
            let devices: Vec<NewDevice> = (0..5_000_u32)
                .map(|n| NewDevice {
                    id: Id::seeded(3, u128::from(n)),
                    number: format!("LJU-{n:05}"),
                    kind: "larardator".to_owned(),
                    model: "Tegnö 14".to_owned(),
                    serial: format!("T{n:07}"),
                    place: "Bergeskolan".to_owned(),
                    state: State::InUse,
                    unit: Some(school()),
                    notes: String::new(),
                    created_at: MORNING,
                    holders: vec![device::Holding {
                        id: Id::seeded(4, u128::from(n)),
                        holder: Holder::Unit(school()),
                        valid_from: TODAY,
                        valid_to: None,
                    }],
                })
                .collect();
            device::insert_many(tx, &devices)?;
            Ok(())
        })
        .expect("kept");
        let took = started.elapsed();
        eprintln!("5 000 devices: {took:?}");
        assert!(
            took.as_secs_f64() < 4.0,
            "a debug build may take four times as long as is promised: {took:?}"
        );
        assert_eq!(listed(house, Role::FirstLine, about("lju-04999")), ["LJU-04999"]);
    });
}

#[test]
fn a_technician_looks_after_devices_by_page() {
    on_both(|house| {
        laid(house);
        let slices = vec![directory::slice(), inventory::slice()];
        let site = Site::open(house, Clock::hand(MORNING), slices);
        let mut browser = site.browser_as(&technician());
        let form = browser.get("/enheter/ny");
        let again = browser.submit(&form, "/enheter", &[("number", " "), ("kind", "mobil")]);
        assert_eq!(again.status, 422);
        let page = browser.submit(&again, "/enheter", &[("number", "LJU-M0001"), ("model", "Aldra Fon 6")]);
        assert!(page.says("Mobil LJU-M0001") && page.says("På lager"), "{}", page.text());

        let hand = format!("{}/lamna-ut", page.address);
        let form = browser.get(&hand);
        let unknown = browser.submit(&form, &hand, &[("holder_text", "kalle")]);
        assert!(unknown.says("Ingen person passar"), "{}", unknown.text());
        let held = browser.submit(&unknown, &hand, &[("holder_text", "maria@ljusvik.example")]);
        assert!(
            held.says("Maria Lindqvist") && held.says("I bruk") && held.says("Utlämnad."),
            "{}",
            held.text()
        );
        let person = browser.get(&format!("/personer/{}", maria()));
        assert!(person.says("Mobil LJU-M0001"), "{}", person.text());

        let take = format!("{}/ta-tillbaka", page.address);
        let form = browser.get(&take);
        // Handed over and taken back the same day.
        let back = browser.submit(&form, &take, &[("state", "lost"), ("from", "2026-03-09")]);
        assert!(back.says("Borta") && back.says("Status: I bruk → Borta"), "{}", back.text());

        for language in ["sv", "en"] {
            browser.language = language;
            let edit = format!("{}/andra", page.address);
            for path in [
                "/enheter",
                "/enheter?q=x&state=repair",
                "/enheter/ny",
                &page.address,
                &hand,
                &take,
                &edit,
                "/organisation/bergeskolan",
            ] {
                let page = browser.get(path);
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.text().contains("inventory-"), "{path} says a key: {}", page.text());
            }
        }
        let csv = browser.get("/enheter.csv?q=LJU");
        assert!(csv.html().contains("LJU-M0001;Mobile phone;Aldra Fon 6"), "{}", csv.html());
    });
}

#[test]
fn the_device_of_a_protected_identity_leads_nowhere() {
    on_both(|house| {
        laid(house);
        let laptop = new_device(house, "LJU-20417");
        hand_over(house, &laptop, Holder::Person(klara()), TODAY).expect("handed over");
        let slices = vec![directory::slice(), inventory::slice()];
        let site = Site::open(house, Clock::hand(MORNING), slices);
        let mut agent = site.browser_as(&actor(Role::FirstLine));
        let alias = person::alias_of(klara());
        for path in ["/enheter".to_owned(), format!("/enheter/{}", laptop.id), "/enheter.csv".to_owned()] {
            let page = agent.get(&path).html();
            assert!(page.contains("En person med skyddade uppgifter"), "{path}");
            for secret in ["Klara", &alias, &klara().to_string()] {
                assert!(!page.contains(secret), "{path} shows {secret}");
            }
        }
        let person = agent.get(&format!("/personer/{}", klara())).html();
        assert!(person.contains("Lärardator"), "what is needed to help is shown");
        assert!(
            !person.contains("20417") && !person.contains("Förrådet"),
            "where it is would say where she works"
        );
        let answer = agent.json(
            "GET",
            &format!("/api/v1/devices/{}", laptop.id),
            Some(&site.token_of(&actor(Role::FirstLine))),
            None,
        );
        assert_eq!(answer.json["holder"], json!({"person": null, "unit": null}));
    });
}

#[test]
fn programs_read_and_change_devices() {
    on_both(|house| {
        laid(house);
        let slices = vec![directory::slice(), inventory::slice()];
        let site = Site::open(house, Clock::hand(MORNING), slices);
        let (browser, token) = (site.browser(), site.token_of(&technician()));
        let call = |method: &str, path: &str, body: Option<serde_json::Value>, version: &str| {
            browser.json_with(method, path, Some(&token), body.as_ref(), &[("if-match", version)])
        };
        let made = call("POST", "/api/v1/devices", Some(json!({"number": "LJU-1", "kind": "mobil"})), "");
        assert_eq!((made.status, &made.json["state"]), (201, &json!("in_stock")), "{}", made.json);
        let twice = call("POST", "/api/v1/devices", Some(json!({"number": "lju 1", "kind": "mobil"})), "");
        assert_eq!((twice.status, &twice.json["code"]), (422, &json!("inventory-number-taken")));
        let kind = call("POST", "/api/v1/devices", Some(json!({"number": "LJU-2", "kind": "rymdskepp"})), "");
        assert_eq!(kind.json["code"], "inventory-kind-or-unit-unknown");
        let held = call(
            "PUT",
            "/api/v1/devices/LJU-1/holder",
            Some(json!({"person": "maria@ljusvik.example"})),
            "1",
        );
        assert_eq!(held.json["holder"]["person"], maria().to_string(), "{}", held.json);
        let late = call("PATCH", "/api/v1/devices/LJU-1", Some(json!({"place": "Hus B"})), "1");
        assert_eq!(late.status, 412);
        let moved = call(
            "PATCH",
            "/api/v1/devices/LJU-1",
            Some(json!({"place": "Hus B", "unit": "bergeskolan"})),
            "2",
        );
        assert_eq!((&moved.json["place"], &moved.json["unit"]), (&json!("Hus B"), &json!("bergeskolan")));
        let back = call("DELETE", "/api/v1/devices/LJU-1/holder?state=repair", None, "3");
        assert_eq!(
            (&back.json["state"], &back.json["holder"]),
            (&json!("repair"), &json!(null)),
            "{}",
            back.json
        );
        let list = call("GET", "/api/v1/devices?state=repair&unit=bergeskolan", None, "");
        assert_eq!(list.json["items"][0]["number"], "LJU-1");
    });
}
