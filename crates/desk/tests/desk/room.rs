//! The agents' room as a browser without script meets it.

use desk::ticket::{self, Stage};
use kernel::{Actor, Clock};
use testkit::{House, Page, Site, on_both};

use crate::town::*;

fn open(house: &House, clock: &Clock) -> Site {
    settle(house);
    let slices = vec![
        directory::slice(),
        inventory::slice(),
        service_level::slice(),
        catalogue::slice(),
        desk::slice(),
    ];
    Site::open(house, clock.clone(), slices)
}

/// Nothing on a page is a text key, in either language.
fn reads_well(page: &Page) {
    assert_eq!(page.status.as_u16(), 200, "{}: {}", page.address, page.text());
    for prefix in ["desk-", "web-", "register-", "promise-", "directory-"] {
        let text = page.text();
        assert!(!text.contains(prefix), "{} says a key that begins with {prefix}: {text}", page.address);
    }
}

fn at(house: &House, actor: &Actor, number: i64) -> ticket::Shown {
    shown(house, actor, TEN, number).unwrap()
}

#[test]
fn an_agent_takes_answers_waits_and_solves_and_the_promise_is_kept() {
    on_both(|house| {
        let clock = Clock::hand(TEN);
        let site = open(house, &clock);
        reported(house, &maria(), "Eleverna kommer inte ut på nätet");
        let mut browser = site.browser_as(&johan());
        let queue = browser.get("/arenden");
        reads_well(&queue);
        assert!(queue.says("Eleverna kommer inte ut på nätet"));
        assert!(queue.says("Svar: i dag kl. 12.00"), "the answer is what is due first: {}", queue.text());
        assert!(queue.says("Svarstid i telefon Mäts inte"));

        let page = browser.get("/arenden/1");
        reads_well(&page);
        assert!(page.says("1 av 1") && page.says("Ska vara löst i morgon kl. 09.30"), "{}", page.text());
        clock.wind(after(10));
        let page = browser.press(&page, "Ta ärendet", &[]);
        assert!(page.says("Du har tagit ärende 1."));
        assert!(page.says("Johan Åström tog ärendet."), "{}", page.text());

        clock.wind(after(20));
        let text = [("text", "Är det hela skolan?"), ("to", "reply")];
        let page = browser.press(&page, "Skicka och vänta på svar", &text);
        assert!(page.says("Klockan pausad") && page.says("till Maria i dag kl. 10.20"), "{}", page.text());
        assert_eq!(at(house, &johan(), 1).ticket.stage.code(), "waiting");

        clock.wind(after(40));
        let mut teacher = site.browser_as(&maria());
        let mine = teacher.get("/hjalp/mina/1");
        teacher.submit(&mine, "/hjalp/mina/1/svar", &[("text", "Bara hus B.")]);
        let page = browser.get("/arenden");
        assert!(page.says("har svarat"));

        clock.wind(after(60));
        let solve = browser.get("/arenden/1/los");
        reads_well(&solve);
        let no = browser.submit(&solve, "/arenden/1/los", &[("message", "")]);
        assert_eq!(no.status.as_u16(), 422);
        let page = browser.submit(&no, "/arenden/1/los", &[("message", "Accesspunkten är omstartad.")]);
        assert!(page.says("Ärende 1 är löst.") && page.says("Hölls"), "{}", page.text());
        assert!(page.says("40 min av 8 timmar"), "the wait did not count: {}", page.text());

        let why = browser.get("/arenden/1/varfor-da");
        reads_well(&why);
        assert!(why.says("Hög") || why.says("Normal"));
        assert!(browser.get("/arenden/1/varfor-da.csv").html().contains("Räknas"));
        reads_well(&browser.get("/arenden/1/utskrift"));
    });
}

#[test]
fn a_close_and_an_assignment_are_taken_back() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Ny laddare");
        let mut browser = site.browser_as(&johan());
        let form = browser.get("/arenden/1/tilldela");
        reads_well(&form);
        let lars = id(LARS).to_string();
        let network = id(NETWORK).to_string();
        let page = browser.submit(&form, "/arenden/1/tilldela", &[("assignee", &lars), ("group", &network)]);
        assert!(page.says("Johan Åström gav ärendet till Lars Edin."), "{}", page.text());
        let page = browser.press(&page, "Ångra", &[]);
        assert!(page.says("är ångrad"), "{}", page.text());
        assert_eq!(at(house, &johan(), 1).ticket.assignee, None);

        let form = browser.get("/arenden/1/stang");
        reads_well(&form);
        let page = browser.submit(&form, "/arenden/1/stang", &[("outcome", "duplicate")]);
        assert!(page.says("Stängt") && !page.says("Svar till Maria"), "{}", page.text());
        browser.press(&page, "Ångra", &[]);
        assert_eq!(at(house, &johan(), 1).ticket.stage, Stage::New);
    });
}

#[test]
fn an_answer_that_overlooks_what_was_said_is_shown_beside_it() {
    on_both(|house| {
        let clock = Clock::hand(TEN);
        let site = open(house, &clock);
        reported(house, &maria(), "Projektorn startar inte");
        let mut browser = site.browser_as(&johan());
        let page = browser.get("/arenden/1");
        clock.wind(after(5));
        let mut teacher = site.browser_as(&maria());
        let mine = teacher.get("/hjalp/mina/1");
        teacher.submit(&mine, "/hjalp/mina/1/svar", &[("text", "Nu fungerar den!")]);
        let late =
            browser.submit(&page, "/arenden/1/skriv", &[("text", "Prova en annan sladd."), ("to", "reply")]);
        assert_eq!(late.status.as_u16(), 412);
        assert!(late.says("Prova en annan sladd.") && late.says("Nu fungerar den!"), "{}", late.text());
        let sent = browser.submit(&late, "/arenden/1/skriv", &[("to", "reply")]);
        assert!(sent.says("Svaret är skickat."), "the text is still there, and a second try is a decision");
        // A note overlooks nobody.
        let page =
            browser.submit(&page, "/arenden/1/skriv", &[("text", "Sladden är utbytt."), ("to", "note")]);
        assert!(page.says("Intern anteckning") && page.says("Sladden är utbytt."), "{}", page.text());
    });
}

#[test]
fn two_who_edit_at_once_both_see_both_texts() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet");
        let mut johan = site.browser_as(&johan());
        let mut lars = site.browser_as(&lars());
        let (first, second) = (johan.get("/arenden/1/redigera"), lars.get("/arenden/1/redigera"));
        reads_well(&first);
        johan.submit(&first, "/arenden/1/redigera", &[("title", "Nätet i hus B")]);
        let clash = lars.submit(&second, "/arenden/1/redigera", &[("title", "Trådlösa nätet")]);
        assert_eq!(clash.status.as_u16(), 412);
        assert!(
            clash.says("Rubrik: Trådlösa nätet") && clash.says("Rubrik: Nätet i hus B"),
            "{}",
            clash.text()
        );
        let page = lars.submit(&clash, "/arenden/1/redigera", &[]);
        assert!(page.says("Trådlösa nätet"), "the second save is a decision: {}", page.text());
        // Somebody who took it meanwhile is not overlooked.
        let (first, second) = (johan.get("/arenden/1/tilldela"), lars.get("/arenden/1/tilldela"));
        johan.press(&first, "Ta ärendet själv", &[]);
        let late = lars.submit(&second, "/arenden/1/tilldela", &[("assignee", &id(LARS).to_string())]);
        assert_eq!(late.status.as_u16(), 412);
        assert!(late.says("Johan Åström tog ärendet."), "{}", late.text());
    });
}

#[test]
fn a_call_is_registered_with_few_strokes_and_what_is_guessed_says_why() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        let mut browser = site.browser_as(&johan());
        let form = browser.get("/arenden/ny");
        reads_well(&form);
        let empty = browser.press(&form, "Löst i samtalet", &[]);
        assert_eq!(empty.status.as_u16(), 422);
        assert!(empty.says("Ange vem som hör av sig.") && empty.says("Beskriv vad det gäller."));
        let told =
            [("requester_text", "Maria Lindqvist"), ("text", "Hela klassen är utan wifi sedan i morse.")];
        let queue = browser.press(&form, "Löst i samtalet", &told);
        assert!(queue.says("Ärende 1 är registrerat och löst."), "{}", queue.text());
        let solved = at(house, &johan(), 1);
        assert_eq!(solved.ticket.stage, Stage::Resolved);
        assert_eq!(solved.requester.name, "Maria Lindqvist");
        assert_eq!(solved.service_name.as_deref(), Some("Trådlöst nät"), "the word wifi says so");
        assert!(solved.ticket.responded_at.is_some(), "who talks has answered");

        let page = browser.press(
            &form,
            "Spara, arbeta vidare",
            &[
                ("requester_text", "ny@foretag.example"),
                ("text", "Släpp in mig."),
                ("id", &id(77).to_string()),
            ],
        );
        assert_eq!(page.address, "/arenden/2");
        assert!(page.says("ny@foretag.example") && page.says("Pågår"), "{}", page.text());

        let csrf = [("requester", id(MARIA).to_string()), ("text", "Wifi borta, alla berörs".to_owned())];
        let fields: Vec<(&str, &str)> = csrf.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let guess = browser.post_form("/arenden/ny/forslag", &fields);
        assert_eq!(guess.status.as_u16(), 200, "{}", guess.text());
        assert!(guess.says("Lärare, Bergeskolan") && guess.says("”Wifi”"), "{}", guess.text());
        assert!(guess.html().contains("<option value=\"high.medium\" selected"), "everybody is many");
    });
}

#[test]
fn a_call_about_an_open_ticket_makes_no_new_one() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet i hus B");
        let mut browser = site.browser_as(&johan());
        let form = browser.get(&format!("/arenden/ny?requester={}", id(MARIA)));
        assert!(form.says("Något nytt") && form.says("Nätet i hus B"), "{}", form.text());
        let page =
            browser.press(&form, "Spara, arbeta vidare", &[("about", "1"), ("text", "Hon ringde igen.")]);
        assert_eq!(page.address, "/arenden/1");
        assert!(page.says("Hon ringde igen.") && page.says("Johan Åström tog ärendet."), "{}", page.text());
        assert_eq!(count(house, "ticket"), 1);
    });
}

#[test]
fn the_list_is_narrowed_kept_under_a_name_and_fetched_as_a_file() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet i hus B");
        reported(house, &gunnel(), "=SUM(A1) i en rubrik");
        let mut browser = site.browser_as(&johan());
        let found = browser.get("/arenden?q=hus");
        assert!(found.says("Nätet i hus B") && !found.says("SUM"), "{}", found.text());
        let narrowed = browser.get("/arenden?status=open&assignee=none&group=natverk");
        reads_well(&narrowed);
        assert!(narrowed.says("Grupp: Andra linjen, nätverk"), "{}", narrowed.text());
        let kept = browser.submit(&narrowed, "/arenden/vyer", &[("name", "Nätverk utan ägare")]);
        assert!(kept.says("Vyn Nätverk utan ägare är sparad."), "{}", kept.text());
        assert!(browser.get("/arenden").says("Nätverk utan ägare"), "it stands among the views");
        let gone = browser.press(&kept, "Ta bort vyn", &[]);
        assert!(gone.says("Vyn är borttagen."));
        let none = browser.get("/arenden?vy=mina");
        assert!(none.says("Inga ärenden väntar på dig.") && none.says("Alla öppna: 2"), "{}", none.text());
        let file = browser.get("/arenden.csv").html();
        assert!(file.contains("'=SUM(A1) i en rubrik"), "a cell is never a formula: {file}");
        assert_eq!(browser.get("/arenden?status=done").status.as_u16(), 422);
    });
}

#[test]
fn many_are_changed_at_once_and_what_could_not_be_is_said() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        for title in ["Ett", "Två", "Tre"] {
            reported(house, &maria(), title);
        }
        let mut browser = site.browser_as(&johan());
        for what in ["tilldela", "status", "prioritet", "los"] {
            reads_well(&browser.get(&format!("/arenden/flera/{what}?nr=1&nr=2")));
        }
        let form = browser.get("/arenden/flera/los?nr=1");
        browser.submit(&form, "/arenden/flera/los", &[("message", "Ordnat.")]);
        let form = browser.get("/arenden/flera/status?nr=1&nr=2&nr=3");
        let page = browser.submit(&form, "/arenden/flera/status", &[("to", "supplier")]);
        assert!(page.says("2 av 3 ärenden är ändrade. Dessa gick inte: 1."), "{}", page.text());
        assert_eq!(at(house, &johan(), 2).ticket.stage, Stage::WithSupplier);
        let form = browser.get("/arenden/flera/prioritet?nr=2&nr=3");
        let page =
            browser.submit(&form, "/arenden/flera/prioritet", &[("impact", "high"), ("urgency", "high")]);
        assert!(page.says("2 ärenden är ändrade."), "{}", page.text());
        assert_eq!(at(house, &johan(), 3).ticket.priority.number(), 1);
        let form = browser.get("/arenden/flera/tilldela");
        assert_eq!(
            browser.submit(&form, "/arenden/flera/tilldela", &[]).status.as_u16(),
            409,
            "none is marked"
        );
    });
}

#[test]
fn links_followers_and_who_is_here() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet i hus B");
        reported(house, &gunnel(), "Nätet hos oss");
        let mut browser = site.browser_as(&johan());
        let form = browser.get("/arenden/2/koppla");
        let wrong = browser.submit(&form, "/arenden/2/koppla", &[("other", "99")]);
        assert_eq!(wrong.status.as_u16(), 422, "{}", wrong.text());
        let page = browser.submit(&form, "/arenden/2/koppla", &[("other", "#1"), ("kind", "duplicates")]);
        assert!(page.says("Dubblett av") && page.says("kopplade ärendet till 1"), "{}", page.text());
        let form = browser.get("/arenden/1/koppla");
        let page = browser.press(&form, "Ta bort kopplingen", &[]);
        assert!(!page.says("Hör ihop med 2"), "{}", page.text());
        let form = browser.get("/arenden/1/foljare");
        let page = browser.submit(&form, "/arenden/1/foljare", &[("person_text", "Gunnel Persson")]);
        assert!(page.says("Följer ärendet Gunnel Persson"), "{}", page.text());

        let mut lars = site.browser_as(&lars());
        assert_eq!(lars.post_form("/arenden/1/narvaro", &[("writing", "1")]).status.as_u16(), 204);
        let here = browser.post_form("/arenden/1/narvaro", &[("writing", "0")]);
        assert!(here.says("Lars Edin skriver just nu."), "{}", here.text());
        assert!(browser.get("/arenden").says("Lars Edin har det öppet"));
    });
}

#[test]
fn who_may_not_work_there_is_kept_out() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet i hus B");
        for path in ["/arenden", "/arenden/1", "/arenden/1/tilldela", "/arenden.csv", "/arenden/ny"] {
            assert_eq!(site.browser_as(&maria()).get(path).status.as_u16(), 403, "{path}");
        }
        // The ticket lies with a group that the supplier's agent is not in.
        let mut viktor = site.browser_as(&viktor());
        assert!(!viktor.get("/arenden").says("Nätet i hus B"));
        for path in ["/arenden/1", "/arenden/1/los", "/arenden/1/varfor-da"] {
            assert_eq!(viktor.get(path).status.as_u16(), 404, "{path}");
        }
        assert_eq!(site.browser_as(&johan()).get("/admin/arenden").status.as_u16(), 403);
    });
}

#[test]
fn the_desk_is_set_up_by_page() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        let mut browser = site.browser_as(&with_role(kernel::Role::Administrator));
        let form = browser.get("/admin/arenden");
        reads_well(&form);
        let no = browser.submit(&form, "/admin/arenden", &[("high.high", "4"), ("close_after_days", "400")]);
        assert_eq!(no.status.as_u16(), 422);
        let group = id(FIRST_LINE).to_string();
        let saved = [("high.low", "2"), ("close_after_days", "5"), ("triage_group", &*group)];
        let page = browser.submit(&form, "/admin/arenden", &saved);
        assert!(page.says("Inställningarna är sparade."), "{}", page.text());
        let ticket = reported(house, &maria(), "Nätet");
        assert_eq!(ticket.group, id(FIRST_LINE), "it sees new ones first");
    });
}

#[test]
fn every_page_is_whole_in_english_too() {
    on_both(|house| {
        let site = open(house, &Clock::hand(TEN));
        reported(house, &maria(), "Nätet i hus B");
        let mut browser = site.browser_as(&johan());
        browser.language = "en";
        let under = [
            "",
            "/tilldela",
            "/status",
            "/vanta",
            "/leverantor",
            "/prioritet",
            "/los",
            "/stang",
            "/redigera",
            "/koppla",
            "/foljare",
            "/oppna",
            "/varfor-da",
            "/utskrift",
        ];
        for part in under {
            reads_well(&browser.get(&format!("/arenden/1{part}")));
        }
        for path in [
            "/arenden",
            "/arenden?vy=mina",
            "/arenden?filter=1",
            "/arenden/ny",
            "/arenden?status=closed",
            "/arenden?q=x",
        ] {
            reads_well(&browser.get(path));
        }
    });
}
