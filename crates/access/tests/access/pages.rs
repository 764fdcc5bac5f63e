use access::Wiring;
use access::account;
use access::cli;
use access::password;
use access::session::Gate;
use kernel::{Actor, Channel, Clock, Role};
use testkit::{Browser, House, Page, Site, on_both};

use crate::story::{administrator, anna, with_account};

const PASSWORD: &str = "grönt paraply under bron";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn site(house: &House) -> Site {
    let wiring = Wiring {
        on_start: |_, _, _, _| Ok(()),
        units: |_, _, _| Ok(Vec::new()),
        person_by_mail: |_, _| Ok(None),
    };
    let gate = Gate::new(|_, _, _| Ok(Vec::new()));
    Site::open_at_gate(house, Clock::real(), vec![access::slice(wiring)], Box::new(gate))
}

/// Somebody with these roles who has chosen the password.
fn known(house: &House, roles: &[Role]) -> account::Account {
    let account = with_account(house, &anna(roles));
    let (id, kept, now) = (account.id, password::hash(PASSWORD).expect("a hash"), Clock::real().now());
    house.db.write_now(move |tx| password::set_hash(tx, id, &kept, now)).expect("a password");
    account
}

fn browser(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.headers.push(("user-agent", FIREFOX.to_owned()));
    browser
}

fn sign_in(browser: &mut Browser, password: &str) -> Page {
    let page = browser.get("/logga-in");
    fill(browser, &page, password)
}

fn fill(browser: &mut Browser, page: &Page, password: &str) -> Page {
    browser.submit(page, "/logga-in", &[("login", "Anna.Lind@ljusvik.example"), ("password", password)])
}

#[test]
fn the_start_page_leads_whoever_is_signed_out_to_the_door() {
    on_both(|house| {
        let site = site(house);
        for (language, title) in [("sv", "Logga in"), ("en", "Sign in")] {
            let mut browser = browser(&site);
            browser.language = language;
            let page = browser.get("/");
            assert_eq!((page.status.as_u16(), page.address.as_str()), (200, "/logga-in"));
            assert!(page.says(title), "{}", page.text());
            assert!(page.says(if language == "sv" {
                "Här finns inga konton än."
            } else {
                "There are no accounts here yet."
            }));
            assert!(!page.says("utloggad"), "nobody was signed in before");
        }
    });
}

#[test]
fn a_wrong_password_is_said_and_the_right_one_leads_to_where_one_was_going() {
    on_both(|house| {
        known(house, &[Role::Administrator]);
        let site = site(house);
        let mut browser = browser(&site);
        let door = browser.get("/admin/logg");
        assert_eq!(door.address, "/logga-in?till=%2Fadmin%2Flogg");
        let wrong = fill(&mut browser, &door, "fel lösenord igen");
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("E-postadressen eller lösenordet stämmer inte."), "{}", wrong.text());
        let html = wrong.html();
        assert!(html.contains("Anna.Lind@ljusvik.example"), "what was typed stands there");
        assert!(!html.contains("fel lösenord igen"), "but not the password");
        assert!(browser.cookie("enhet").is_none());

        let right = fill(&mut browser, &wrong, PASSWORD);
        assert_eq!((right.status.as_u16(), right.address.as_str()), (200, "/admin/logg"));
        assert!(right.says("access.session.open") && right.says("access.session.refuse"), "{}", right.text());
        assert_eq!(browser.get("/logga-in?till=//elak.example").address, "/admin", "only our own pages");
    });
}

#[test]
fn the_cookie_is_kept_from_scripts_and_other_sites_and_renewed_at_each_sign_in() {
    on_both(|house| {
        known(house, &[Role::Administrator]);
        let site = site(house);
        let mut browser = browser(&site);
        let fields = format!("login=anna.lind%40ljusvik.example&password={}", PASSWORD.replace(' ', "+"));
        let kind = Some("application/x-www-form-urlencoded");
        let post = |browser: &mut Browser| {
            let page = browser.once(axum::http::Method::POST, "/logga-in", kind, fields.clone().into_bytes());
            assert_eq!(page.status, 303, "{}", page.text());
            page.header("set-cookie").to_owned()
        };
        let first = post(&mut browser);
        for part in ["enhet=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800"] {
            assert!(first.contains(part), "{first}");
        }
        let before = browser.cookie("enhet").expect("signed in").to_owned();
        let second = post(&mut browser);
        assert_ne!(first, second);
        let mut thief = site.browser();
        thief.set_cookie("enhet", &before);
        assert_eq!(thief.get("/admin").address, "/logga-in?till=%2Fadmin", "the old secret is worth nothing");
    });
}

#[test]
fn signing_out_ends_the_session_and_the_door_says_so_to_a_browser_left_behind() {
    on_both(|house| {
        known(house, &[Role::Administrator]);
        let site = site(house);
        let (mut here, mut there) = (browser(&site), browser(&site));
        sign_in(&mut here, PASSWORD);
        let secret = here.cookie("enhet").expect("signed in").to_owned();
        there.set_cookie("enhet", &secret);
        assert_eq!(there.get("/admin").status, 200);

        let page = here.get("/admin");
        let out = here.submit(&page, "/logga-ut", &[]);
        assert_eq!(out.address, "/logga-in");
        assert!(here.cookie("enhet").is_none());
        let left = there.get("/admin");
        assert!(left.says("Du har blivit utloggad."), "{}", left.text());
        assert!(left.html().contains("data-draft-kept"));
    });
}

#[test]
fn an_administrator_makes_an_account_and_its_owner_chooses_the_password() {
    on_both(|house| {
        known(house, &[Role::Administrator]);
        let site = site(house);
        let mut admin = browser(&site);
        assert_eq!(sign_in(&mut admin, PASSWORD).address, "/admin");
        let form = admin.get("/admin/roller/ny");
        let empty = admin.submit(&form, "/admin/roller", &[("label", ""), ("login", "erik")]);
        assert_eq!(empty.status, 422);
        assert!(empty.says("Skriv en e-postadress") && empty.says("Skriv ett namn"), "both at once");
        let made = admin.submit(
            &empty,
            "/admin/roller",
            &[("label", "Erik Nordin"), ("login", "erik@ljusvik.example")],
        );
        assert!(made.says("Den visas bara nu."), "{}", made.text());
        let html = made.html();
        let (_, rest) = html.split_once("/losenord/").expect("a link");
        let link = format!("/losenord/{}", rest.get(..43).expect("a secret"));

        let mut erik = browser(&site);
        erik.get(&link);
        let page = erik.get(&link);
        assert!(page.says("erik@ljusvik.example"), "looking does not use it up: {}", page.text());
        let refused = erik.submit(&page, &link, &[("password", "ErikNordin2026")]);
        assert_eq!(refused.status, 422);
        assert!(refused.says("Lösenordet är lätt att gissa."), "{}", refused.text());
        assert!(!refused.html().contains("ErikNordin2026"));
        let chosen = erik.submit(&refused, &link, &[("password", "fyra vantar i en låda")]);
        assert_eq!(chosen.address, "/hjalp", "an employee's start page");
        assert!(erik.cookie("enhet").is_some());
        assert_eq!(site.browser().get(&link).status, 404, "once");
    });
}

#[test]
fn changed_roles_sign_the_person_out_but_not_the_administrator_who_changes_their_own() {
    on_both(|house| {
        let anna = known(house, &[Role::Administrator]);
        let site = site(house);
        let mut browser = browser(&site);
        sign_in(&mut browser, PASSWORD);
        let before = browser.cookie("enhet").expect("signed in").to_owned();
        let path = format!("/admin/roller/{}", anna.id);
        let page = browser.get(&path);
        let action = format!("{path}/roller");
        assert!(page.html().contains("value=\"administrator\" checked"), "{}", page.html());
        let saved = browser.post_form(&action, &[("role", "administrator"), ("role", "architect")]);
        assert_eq!((saved.status.as_u16(), saved.address.as_str()), (200, path.as_str()));
        assert!(saved.says("Rollerna är sparade."), "{}", saved.text());
        assert_ne!(browser.cookie("enhet"), Some(before.as_str()), "the secret is a new one");

        let refused = browser.post_form(&action, &[("role", "architect")]);
        assert_eq!(refused.status, 409);
        assert!(refused.says("Kontot är den enda administratören."), "{}", refused.text());
        let head = browser.post_form(&action, &[("role", "administrator"), ("role", "department_head")]);
        assert!(
            head.says("Välj vad chefen leder, till exempel en förvaltning eller skola."),
            "{}",
            head.text()
        );
    });
}

#[test]
fn settings_follow_the_person() {
    on_both(|house| {
        known(house, &[Role::Employee]);
        let site = site(house);
        let mut browser = browser(&site);
        sign_in(&mut browser, PASSWORD);
        let page = browser.get("/installningar");
        assert!(page.says("Firefox, Linux") && page.says("Den här"), "{}", page.text());
        let saved = browser.submit(
            &page,
            "/installningar",
            &[("lang", "en"), ("theme", "dark"), ("density", "airy"), ("shortcuts", "")],
        );
        assert!(saved.says("Your settings are saved."), "{}", saved.text());
        let html = saved.html();
        for part in ["lang=\"en\"", "data-theme=\"dark\"", "data-density=\"airy\""] {
            assert!(html.contains(part), "{part}");
        }
        let mut elsewhere = self::browser(&site);
        sign_in(&mut elsewhere, PASSWORD);
        assert!(elsewhere.get("/installningar").says("Settings"), "on every device");

        let page = browser.get("/installningar");
        let wrong = browser.submit(
            &page,
            "/installningar/losenord",
            &[("old-password", "fel"), ("new-password", "fyra vantar i en låda")],
        );
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("That is not your current password."), "{}", wrong.text());
        let changed = browser.submit(
            &wrong,
            "/installningar/losenord",
            &[("old-password", PASSWORD), ("new-password", "fyra vantar i en låda")],
        );
        assert!(changed.says("Your password is changed."), "{}", changed.text());
        assert_eq!(elsewhere.get("/installningar").address, "/logga-in?till=%2Finstallningar");
    });
}

#[test]
fn only_an_administrator_comes_into_administration() {
    on_both(|house| {
        let wiring = Wiring {
            on_start: |_, _, _, _| Ok(()),
            units: |_, _, _| Ok(Vec::new()),
            person_by_mail: |_, _| Ok(None),
        };
        let slice = access::slice(wiring);
        let routes: Vec<(axum::http::Method, String)> = slice
            .routes
            .iter()
            .filter(|route| route.path.starts_with("/admin") && !route.path.starts_with("/admin/start"))
            .map(|route| (route.method.clone(), route.path.replace("{id}", "x").replace("{token}", "y")))
            .collect();
        assert!(routes.len() > 12);
        let site = Site::open(house, Clock::real(), vec![slice]);
        let others = Role::ALL.into_iter().filter(|role| *role != Role::Administrator);
        for role in others {
            let mut browser = site.browser_as(&crate::story::actor(role));
            for (method, path) in &routes {
                let page = browser.once(method.clone(), path, None, Vec::new());
                assert_eq!(page.status, 403, "{role:?} {method} {path}");
            }
        }
        let mut nobody = site.browser();
        for (method, path) in &routes {
            let page = nobody.once(method.clone(), path, None, Vec::new());
            assert!(matches!(page.status.as_u16(), 303 | 401), "{method} {path}: {}", page.status);
        }
        let mut admin = site.browser_as(&administrator());
        assert_eq!(admin.get("/admin/roller").status, 200);
    });
}

#[test]
fn the_log_is_filtered_and_taken_out_as_a_file() {
    on_both(|house| {
        known(house, &[Role::Administrator]);
        let site = site(house);
        let mut browser = browser(&site);
        sign_in(&mut browser, PASSWORD);
        let all = browser.get("/admin/logg");
        assert!(all.says("access.account.create") && all.says("access.session.open"), "{}", all.text());
        let some = browser.get("/admin/logg?act=access.session&account=anna.lind%40ljusvik.example");
        assert!(some.says("access.session.open") && !some.says("access.account.create"), "{}", some.text());
        assert!(browser.get("/admin/logg?account=ingen%40ljusvik.example").says("Inga rader passar."));
        assert!(browser.get("/admin/logg?until=2020-01-01").says("Inga rader passar."));
        let file = browser.get("/admin/logg.csv?act=access.session");
        assert!(file.header("content-type").starts_with("text/csv"));
        assert_eq!(file.html().lines().count(), 2, "{}", file.html());

        let people = browser.get("/admin/roller?q=LIND+ann");
        assert!(people.says("Anna Lind") && people.says("Administratör"), "{}", people.text());
        assert!(browser.get("/admin/roller?q=lindgren").says("Inget konto passar"));
        assert!(browser.get("/admin/roller?role=politician").says("Inget konto passar"));
        let file = browser.get("/admin/roller.csv");
        assert_eq!(file.html().lines().count(), 2, "{}", file.html());
    });
}

#[test]
fn a_program_asks_who_it_is_and_a_person_ends_sessions_by_rest() {
    on_both(|house| {
        let site = site(house);
        let actor = Actor::house(Channel::Cli, "root");
        let new = cli::NewToken {
            name: "Larm".to_owned(),
            role: Role::FirstLine,
            unit: None,
            days: 90,
            person: None,
        };
        let token = cli::token_create(&house.db, &actor, Clock::real().now(), &new).expect("a token");
        let me = site.browser().json("GET", "/api/v1/me", Some(&token), None);
        assert_eq!(me.status, 200);
        assert_eq!(me.json["name"], "Larm");
        assert_eq!(me.json["roles"][0]["role"], "first_line");
        assert_eq!(me.json["person"], serde_json::Value::Null);
        assert_eq!(me.json["token"], true);
        let wrong = site.browser().json("GET", "/api/v1/me", Some("enh_fel"), None);
        assert_eq!((wrong.status, &wrong.json["code"]), (401, &"token-unknown".into()));
        let none = site.browser().json("GET", "/api/v1/me", None, None);
        assert_eq!((none.status, &none.json["code"]), (401, &"sign-in-needed".into()));
        let sessions = site.browser().json("GET", "/api/v1/sessions", Some(&token), None);
        assert_eq!(sessions.json["items"].as_array().map(Vec::len), Some(0));
        let gone = site.browser().json("DELETE", "/api/v1/sessions/x", Some(&token), None);
        assert_eq!((gone.status, &gone.json["code"]), (404, &"access-session-unknown".into()));
    });
}

#[test]
fn accounts_and_the_log_are_read_page_by_page_by_rest() {
    on_both(|house| {
        let site = site(house);
        let actor = Actor::house(Channel::Cli, "root");
        let token = |role| {
            let new = cli::NewToken { name: format!("{role:?}"), role, unit: None, days: 1, person: None };
            cli::token_create(&house.db, &actor, Clock::real().now(), &new).expect("a token")
        };
        let (admin, agent) = (token(Role::Administrator), token(Role::FirstLine));
        for (name, mail) in
            [("Örjan Ek", "orjan"), ("Anna Lind", "anna"), ("Åsa Alm", "asa"), ("Zara Öst", "zara")]
        {
            let new = account::NewAccount {
                login: format!("{mail}@ljusvik.example"),
                label: name.to_owned(),
                ..anna(&[Role::Employee])
            };
            with_account(house, &new);
        }
        let browser = site.browser();
        let all = |first: &str| {
            let (mut found, mut after) = (Vec::new(), String::new());
            loop {
                let path = format!("{first}&limit=2{after}");
                let page = browser.json("GET", &path, Some(&admin), None);
                assert_eq!(page.status, 200, "{}", page.json);
                found.extend(page.json["items"].as_array().expect("items").clone());
                let Some(next) = page.json["next"].as_str() else { return found };
                after = format!("&after={next}");
            }
        };
        let names: Vec<String> = all("/api/v1/accounts?state=waiting")
            .iter()
            .map(|one| one["name"].as_str().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(names, ["Anna Lind", "Zara Öst", "Åsa Alm", "Örjan Ek"], "as a Swedish directory");
        let lines = all("/api/v1/audit?act=access.account");
        let places: Vec<(&str, i64)> =
            lines.iter().filter_map(|line| Some((line["at"].as_str()?, line["id"].as_i64()?))).collect();
        assert_eq!(places.len(), 6, "two services and four people: {lines:?}");
        assert!(places.windows(2).all(|pair| pair[0] > pair[1]), "the newest first, each once: {places:?}");

        for path in ["/api/v1/accounts", "/api/v1/audit"] {
            assert_eq!(browser.json("GET", path, Some(&agent), None).status, 403, "{path}");
            assert_eq!(browser.json("GET", path, None, None).status, 401, "{path}");
        }
        let wrong = browser.json("GET", "/api/v1/accounts?role=boss", Some(&admin), None);
        assert_eq!((wrong.status, &wrong.json["code"]), (422, &"access-filter-unreadable".into()));
    });
}

#[test]
fn an_empty_house_is_set_up_in_one_form() {
    on_both(|house| {
        let site = site(house);
        let path = cli::start_path(&house.db, Clock::real().now()).expect("an answer").expect("a path");
        let mut browser = browser(&site);
        assert_eq!(browser.get("/admin/start/gissat").status, 404);
        let form = browser.get(&path);
        let fields = [
            ("organisation", "Ljusviks kommun"),
            ("phone", "060-55 01 00"),
            ("label", "Sofia Rönnberg"),
            ("login", "sofia@ljusvik.example"),
            ("password", "fyra vantar i en låda"),
            ("agents", "Erik Nordin erik@ljusvik.example\nbara ett namn"),
        ];
        let refused = browser.submit(&form, &path, &fields);
        assert!(refused.says("Rad 2 saknar namn eller e-postadress."), "{}", refused.text());
        let started = browser.submit(
            &refused,
            &path,
            &[("agents", "Erik Nordin erik@ljusvik.example"), ("password", "fyra vantar i en låda")],
        );
        assert!(started.says("Enhet är igång") && started.says("/losenord/"), "{}", started.text());
        let admin = browser.get("/");
        assert_eq!(admin.address, "/admin");
        assert_eq!(site.app.site().hours_sv, "Vardagar kl.\u{a0}8–16.30.");
        assert_eq!(browser.get(&path).status, 404, "once");
    });
}
