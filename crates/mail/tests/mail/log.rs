//! The log of mail out and in, for administrators.

use kernel::{Actor, Clock, Role};
use mail::outbox::send_due;
use testkit::{Site, on_both};

use crate::server::Server;
use crate::town::*;
use crate::{letter, outbox, posted, taken};

fn site(house: &testkit::House) -> Site {
    Site::open(
        house,
        Clock::hand(after(60)),
        vec![notifications::slice(), mail::slice(mail::Settings::default())],
    )
}

fn administrator() -> Actor {
    actor(900, Role::Administrator)
}

#[test]
fn an_administrator_sees_what_went_out_and_wakes_a_dead_letter() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        reported(db, MARIA, "Skrivaren låter");
        posted(db, TEN);
        let no = Server::open(|_| "550 no such user\r\n");
        send_due(db, TEN, &no.settings()).expect("a report");

        let mut browser = site(house).browser_as(&administrator());
        let list = browser.get("/admin/mejl");
        assert!(list.says("[#1] Skrivaren låter") && list.says("Gick inte fram"), "{}", list.text());
        assert!(list.says("Inget mejl skickas härifrån"));
        assert!(!browser.get("/admin/mejl?lage=sent").says("Skrivaren"));
        let one = browser.get(&format!("/admin/mejl/ut/{}", outbox(db)[0].id));
        assert!(one.says("Mottagarens server tog inte emot mejlet (550)"), "{}", one.text());
        assert!(one.says("Ditt ärende har kommit in"));
        let again = browser.press(&one, "Försök igen", &[]);
        assert!(again.says("Mejlet skickas igen."), "{}", again.text());
        assert_eq!(outbox(db)[0].state, "queued");
        let csv = browser.get("/admin/mejl.csv").text();
        assert!(csv.contains("[#1] Skrivaren låter;maria@ljusvik.example;1;"), "{csv}");
    });
}

#[test]
fn an_administrator_sees_what_came_in_and_reads_only_what_is_in_no_ticket() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        taken(db, TEN, &letter("maria@ljusvik.example", "Subject: Skrivaren", "Den hemliga texten."));
        taken(
            db,
            after(1),
            &letter("maria@ljusvik.example", "Subject: Autosvar: ledig", "Jag är i fjällen."),
        );
        taken(db, after(2), &letter("ebba@ljusvik.example", "Subject: Mitt namn", "Jag heter Ebba."));
        let mut browser = site(house).browser_as(&administrator());
        let list = browser.get("/admin/mejl/in");
        assert!(
            list.says("Skrivaren") && list.says("Nytt ärende") && list.says("Frånvarosvar"),
            "{}",
            list.text()
        );
        assert!(!list.html().contains("ebba@") && !list.says("Mitt namn"), "a protected person is her alias");
        let document = list.document();
        let secret = browser.get(&document.link("Skrivaren").expect("a link"));
        assert!(secret.says("Texten läses i ärendet") && !secret.says("hemliga"));
        let filed = browser.get(&document.link("Autosvar: ledig").expect("a link"));
        assert!(filed.says("Jag är i fjällen."));
        assert!(browser.get("/admin/mejl/in.csv").text().contains("Skrivaren"));
        let only = browser.get("/admin/mejl/in?utfall=filed");
        assert!(only.says("Autosvar: ledig") && !only.says("Skrivaren"), "{}", only.text());
    });
}

#[test]
fn nobody_else_sees_the_log() {
    on_both(|house| {
        settle(&house.db);
        let site = site(house);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
            let mut browser = site.browser_as(&actor(MARIA, role));
            for path in ["/admin/mejl", "/admin/mejl.csv", "/admin/mejl/in", "/admin/mejl/in.csv"] {
                assert_eq!(browser.get(path).status, 403, "{role:?} {path}");
            }
        }
    });
}

#[test]
fn the_log_reads_in_english_too() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        taken(db, TEN, &letter("maria@ljusvik.example", "Subject: Skrivaren", "Den låter."));
        posted(db, TEN);
        let english = Actor { lang: kernel::Lang::En, ..administrator() };
        let mut browser = site(house).browser_as(&english);
        browser.get("/sprak/en?till=%2Fadmin%2Fmejl");
        for path in ["/admin/mejl", "/admin/mejl/in"] {
            let page = browser.get(path);
            assert!(page.says("No mail is sent from here"), "{}", page.text());
            assert!(!page.html().contains("mail-"), "a text is missing: {}", page.text());
        }
    });
}
