//! Another desk's file becomes tickets with their history here, once.

use std::path::{Path, PathBuf};

use desk::history;
use desk::import::{Mapping, Options, Report, Stopped, run};
use desk::ticket::{EntryKind, Outcome, Priority, Reason, Requester, Shown, Stage};
use kernel::{Actor, Channel, Id, Moment};
use serde_json::{Value, json};
use testkit::{House, on_both};

use crate::town::{self, TEN, look, settle, with_role};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/import")
}

fn example(name: &str) -> String {
    std::fs::read_to_string(examples().join(name)).unwrap()
}

fn mapping(name: &str) -> Mapping {
    Mapping::from_toml(&example(name)).unwrap()
}

fn clerk() -> Actor {
    Actor::house(Channel::Cli, "clerk")
}

const ALL: Options = Options { dry_run: false, partial: false };
const PARTIAL: Options = Options { dry_run: false, partial: true };
const DRY: Options = Options { dry_run: true, partial: false };

fn load(house: &House, path: &Path, mapping: &Mapping, options: Options) -> Result<Report, Stopped> {
    run(&house.db, &clerk(), TEN, (path, mapping, options), &mut |_| {})
}

/// Loads a file that holds these bytes.
fn load_bytes(house: &House, bytes: &[u8], mapping: &Mapping, options: Options) -> Result<Report, Stopped> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tickets.csv");
    std::fs::write(&path, bytes).unwrap();
    load(house, &path, mapping, options)
}

fn number_of(house: &House, reference: &str) -> i64 {
    let is_it = |number: &i64| {
        let number = *number;
        let origin = look(house, move |tx| Ok(history::origin_of(tx, number)?)).unwrap();
        origin.is_some_and(|origin| origin.reference == reference)
    };
    (1..=town::count(house, "ticket")).find(is_it).unwrap()
}

fn shown(house: &House, reference: &str) -> Shown {
    town::shown(house, &town::johan(), TEN, number_of(house, reference)).unwrap()
}

/// What was done, as time in minutes since the first, act and what it became.
fn told(shown: &Shown) -> Vec<(i64, &'static str, Value)> {
    let since = |at: Moment| (at.0 - shown.ticket.created_at.0) / Moment::MINUTE;
    let mut told = Vec::new();
    for entry in &shown.timeline {
        if let EntryKind::Done(events) = &entry.kind {
            told.extend(events.iter().map(|event| (since(entry.at), event.act.code(), event.became.clone())));
        }
    }
    told
}

#[test]
fn rows_become_tickets_with_what_their_times_tell() {
    on_both(|house| {
        settle(house);
        let report =
            load(house, &examples().join("sample-rows.csv"), &mapping("servicenow.toml"), ALL).unwrap();
        assert_eq!((report.rows, report.tickets, report.new, report.loaded), (6, 6, 6, 6));
        assert_eq!(report.priorities, [(1, 1), (2, 1), (3, 2), (4, 2)].into());
        assert_eq!(report.times_mended, 1, "INC0005 was closed before it was resolved");
        assert_eq!(report.closed_by_rule, 1, "INC0003 was resolved two years ago");

        let one = shown(house, "INC0001");
        assert_eq!(one.ticket.title, "Projector in hall 2 shows no picture");
        assert_eq!(one.ticket.description, "category: hardware\nsubcategory: projector\ncontact_type: phone");
        assert_eq!((one.ticket.stage, one.ticket.outcome), (Stage::Closed, Some(Outcome::Solved)));
        assert_eq!(one.ticket.priority, Priority::try_from(2).unwrap());
        assert_eq!((one.ticket.group, one.ticket.promise), (town::id(town::FALLBACK), None));
        assert_eq!(one.ticket.committee, town::committee_of_it());
        let contact = Requester::Contact { name: "ServiceNow".to_owned(), mail: String::new() };
        assert_eq!(one.ticket.requester, contact);
        assert_eq!(
            told(&one),
            [
                (0, "group", json!({"name": "Workplace team"})),
                (148, "stage", json!({"stage": "resolved"})),
                (10_228, "stage", json!({"stage": "closed"})),
            ]
        );
        assert_eq!(shown(house, "INC0002").ticket.stage, Stage::Waiting(Reason::User));
        let rule = shown(house, "INC0003").ticket;
        assert_eq!(rule.closed_at, rule.resolved_at.map(|at| at.plus(7 * Moment::DAY)));
        assert_eq!(shown(house, "INC0004").ticket.outcome, Some(Outcome::Withdrawn));
        let mended = shown(house, "INC0005").ticket;
        assert_eq!((mended.closed_at, mended.outcome), (mended.resolved_at, Some(Outcome::NotDone)));
        assert_eq!(shown(house, "INC0006").ticket.stage, Stage::New);
    });
}

#[test]
fn an_event_log_becomes_stages_hand_overs_and_a_last_impact() {
    on_both(|house| {
        settle(house);
        let report =
            load(house, &examples().join("sample-events.csv"), &mapping("event-log.toml"), ALL).unwrap();
        assert_eq!((report.rows, report.tickets, report.repeated_rows), (14, 4, 1));
        assert_eq!(report.hand_overs, 4);
        assert_eq!(
            report.impacts,
            [("High", 1), ("Low", 1), ("Major", 1), ("Medium", 1)].map(|(w, n)| (w.to_owned(), n)).into()
        );
        assert_eq!(report.groups_not_mapped["Desk / L1"], 4);

        let one = shown(house, "2-300");
        let done = told(&one);
        let team = |name: &str| json!({"name": name});
        assert_eq!(one.ticket.title, "SWITCH (se)");
        assert_eq!(one.ticket.priority, Priority::try_from(1).unwrap(), "the last impact is the ticket's");
        assert_eq!(
            done,
            [
                (0, "group", team("Desk / L1")),
                (0, "stage", json!({"stage": "in_progress"})),
                (15, "group", team("Print / L2")),
                (15, "stage", json!({"stage": "new"})),
                (35, "group", team("Desk / L1")),
                (55, "group", team("Network / L3")),
                (55, "priority", json!({"impact": "high", "urgency": "high", "priority": 1})),
                (55, "stage", json!({"stage": "with_supplier"})),
                (255, "stage", json!({"stage": "closed"})),
            ]
        );
        let waited = shown(house, "2-100");
        assert_eq!(waited.clocks.resolution, None, "no promise, no clock");
        assert_eq!(waited.ticket.resolved_at, Some(Moment(1_706_857_200_000_000)));
        assert_eq!(waited.timeline[0].by.name, "BPI Challenge 2013");
        let origin = waited.behind.and_then(|behind| behind.origin);
        assert_eq!(origin.map(|origin| origin.reference).as_deref(), Some("2-100"));
    });
}

#[test]
fn a_file_brings_its_tickets_once_and_goes_on_where_it_was_cut_off() {
    on_both(|house| {
        settle(house);
        let (text, mapping) = (example("sample-rows.csv"), mapping("servicenow.toml"));
        let dry = load_bytes(house, text.as_bytes(), &mapping, DRY).unwrap();
        assert_eq!((dry.new, dry.loaded, town::count(house, "ticket")), (6, 0, 0));
        let half: Vec<&str> = text.lines().take(4).collect();
        assert_eq!(load_bytes(house, half.join("\n").as_bytes(), &mapping, ALL).unwrap().loaded, 3);
        let rest = load_bytes(house, text.as_bytes(), &mapping, ALL).unwrap();
        assert_eq!((rest.tickets, rest.new, rest.known), (6, 3, 3));
        let again = load_bytes(house, text.as_bytes(), &mapping, ALL).unwrap();
        assert_eq!((again.new, again.known, town::count(house, "ticket")), (0, 6, 6));
        assert_eq!(town::facts(house), Vec::<String>::new(), "nobody is told of the past");
    });
}

#[test]
fn bad_rows_are_told_with_their_line_and_keep_the_others_out_until_they_are_let_in() {
    on_both(|house| {
        settle(house);
        let mut lines: Vec<String> = example("sample-rows.csv").lines().map(str::to_owned).collect();
        lines[2] = lines[2].replace("2024-03-04 08:00:00", "yesterday");
        lines[4] = lines[4].replace(",8,", ",99,");
        lines.push("INC0007,2024-03-09 08:00:00".to_owned());
        lines.push(lines[1].clone());
        lines.push(lines[1].replace("picture", "sound"));
        lines.push(",,,,,,,,,,,,,,".to_owned());
        let (text, mapping) = (lines.join("\r\n"), mapping("servicenow.toml"));
        let report = load_bytes(house, text.as_bytes(), &mapping, ALL).unwrap();
        let bad: Vec<_> =
            report.bad.iter().map(|bad| (bad.line, bad.reference.as_deref(), bad.code)).collect();
        assert_eq!(
            bad,
            [
                (3, Some("INC0002"), "time"),
                (5, Some("INC0004"), "unknown"),
                (8, Some("INC0007"), "width"),
                (10, Some("INC0001"), "twice"),
            ]
        );
        assert_eq!(report.bad[3].reason, "line 2 has the same reference and says something else");
        assert_eq!((report.loaded, report.repeated_rows, town::count(house, "ticket")), (0, 1, 0));
        let report = load_bytes(house, text.as_bytes(), &mapping, PARTIAL).unwrap();
        assert_eq!((report.bad_rows, report.loaded, town::count(house, "ticket")), (4, 4, 4));
        let mended = load(house, &examples().join("sample-rows.csv"), &mapping, ALL).unwrap();
        assert_eq!((mended.loaded, mended.known), (2, 4));
    });
}

#[test]
fn a_ticket_with_a_bad_event_is_left_out_whole() {
    on_both(|house| {
        settle(house);
        let mapping = mapping("event-log.toml");
        let text = example("sample-events.csv").replace("2024-02-05T08:20:00+01:00", "2024-02-05 08:20");
        let report = load_bytes(house, text.as_bytes(), &mapping, PARTIAL).unwrap();
        assert_eq!((report.bad_rows, report.left_out, report.loaded), (1, 1, 3));
        assert_eq!((report.bad[0].line, report.bad[0].code), (11, "time"));
        let mended = load(house, &examples().join("sample-events.csv"), &mapping, ALL).unwrap();
        assert_eq!((mended.loaded, mended.known), (1, 3));
        assert_eq!(told(&shown(house, "2-300")).len(), 9);
    });
}

const SWEDISH: &str = "kind = \"rows\"\nsource = \"Gamla kön\"\ntimezone = \"Europe/Stockholm\"\n\
    time_format = [\"%Y-%m-%d %H:%M\", \"%Y-%m-%d\"]\ndefault_group = \"natverk\"\ndefault_committee = \"bun\"\npromise = \"PROMISE\"\n\
    [columns]\nreference = \"Ärende\"\ncreated = \"Skapat\"\nresolved = \"Löst\"\ntitle = \"Rubrik\"\n\
    requester_mail = \"E-post\"\nrequester_name = \"Namn\"\nassignee = \"Handläggare\"\nsolution = \"Lösning\"\nnote = \"Anteckning\"\nservice = \"Tjänst\"\ngroup = \"Grupp\"\n\
    [groups]\n\"Centralen\" = \"forsta-linjen\"\n[services]\n\"WLAN\" = \"tradlost-nat\"\n";
const ROWS: &str = "Ärende;Skapat;Löst;Rubrik;E-post;Namn;Handläggare;Lösning;Anteckning;Tjänst;Grupp\r\n\
    Å1;2026-03-02 08:00;2026-03-09;Nätverket är nere – på Bergeskolan;Maria.Lindqvist@ljusvik.example;Någon;johan.astrom@ljusvik.example;Vi bytte växeln.;Säkring 3;wlan;centralen\r\n\
    Å2;2026-03-03;;Hjälp;okand@annan.example;Åsa Öberg;Konsult K;;;Fax;Utanför\r\n";

#[test]
fn people_groups_and_services_of_the_register_are_known_again_in_any_encoding() {
    use std::io::Write;
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(ROWS);
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(ROWS.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(format!("\u{feff}{ROWS}").as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let forms: [(&str, Vec<u8>); 4] = [
        ("UTF-8", ROWS.into()),
        ("windows-1252", western.into_owned()),
        ("UTF-16LE", wide),
        ("UTF-8", packed),
    ];
    on_both(|house| {
        settle(house);
        for (place, (encoding, bytes)) in forms.iter().enumerate() {
            let source = format!("Gamla kön {place}");
            let promise = promise_name(house);
            let text = SWEDISH.replace("Gamla kön", &source).replace("PROMISE", &promise);
            let report = load_bytes(house, bytes, &Mapping::from_toml(&text).unwrap(), ALL).unwrap();
            assert_eq!(
                (report.encoding, report.delimiter, report.loaded),
                (*encoding, ';', 2),
                "{:?}",
                report.bad
            );
        }
        let one = shown(house, "Å1");
        assert_eq!(one.ticket.title, "Nätverket är nere – på Bergeskolan");
        assert_eq!(one.ticket.requester, Requester::Person(town::id(town::MARIA)));
        assert_eq!(one.ticket.committee, town::committee_of_schools());
        assert_eq!(one.ticket.assignee, Some(town::id(town::JOHAN)));
        assert_eq!(one.ticket.service, Some(town::id(town::WIRELESS)));
        assert_eq!(one.ticket.group, town::id(town::FIRST_LINE));
        assert_eq!(one.ticket.resolved_at, Some(Moment(1_773_010_800_000_000)), "midnight in Stockholm");
        assert!(one.ticket.promise.is_some() && one.clocks.resolution.is_some());
        let two = shown(house, "Å2");
        let contact =
            Requester::Contact { name: "Åsa Öberg".to_owned(), mail: "okand@annan.example".to_owned() };
        assert_eq!((two.ticket.requester.clone(), two.ticket.group), (contact, town::id(town::NETWORK)));
        assert_eq!(two.ticket.committee, town::committee_of_schools(), "the mapping's");
        assert_eq!(two.ticket.assignee, None);
        let done = told(&two);
        assert_eq!(done[0], (0, "group", json!({"name": "Utanför"})));
        assert_eq!(done[1], (0, "assignee", json!({"name": "Konsult K"})));
        for (question, want) in [("nätverk", "Å1"), ("säkring", "Å1"), ("å2", "Å2"), ("öberg", "Å2")]
        {
            assert!(found(house, question).contains(&number_of(house, want)), "{question}");
        }
    });
}

fn promise_name(house: &House) -> String {
    let promise = look(house, |tx| Ok(service_level::promise::current(tx, TEN)?)).unwrap();
    promise.unwrap().name.clone()
}

fn found(house: &House, words: &str) -> Vec<i64> {
    let question = desk::ticket::Question { q: Some(words.to_owned()), ..Default::default() };
    let page = look(house, move |tx| desk::ticket::list(tx, &town::johan(), TEN, &question)).unwrap();
    page.items.into_iter().map(|line| line.number).collect()
}

#[test]
fn a_mapping_that_does_not_fit_the_file_or_the_house_is_refused_with_its_line() {
    on_both(|house| {
        settle(house);
        let said = |text: &str, rows: &str| match load_bytes(
            house,
            rows.as_bytes(),
            &Mapping::from_toml(text).unwrap(),
            ALL,
        ) {
            Err(Stopped::Mapping(error)) => error.to_string(),
            other => panic!("{other:?}"),
        };
        let promise = promise_name(house);
        let good = SWEDISH.replace("PROMISE", &promise);
        let faults = said(&good.replace("\"natverk\"", "\"natverkk\"").replace("\"bun\"", "\"bunn\""), ROWS);
        assert!(
            faults.contains(
                "line 5: default_group: no group is called \"natverkk\"; did you mean \"natverk\"?"
            ),
            "{faults}"
        );
        assert!(
            faults.contains("line 6: default_committee: no unit is called \"bunn\"; did you mean \"bun\"?"),
            "{faults}"
        );
        let faults = said(&good.replace("tradlost-nat", "tradlos-nat"), ROWS);
        assert!(
            faults.contains("services: no service is called \"tradlos-nat\"; did you mean \"tradlost-nat\"?"),
            "{faults}"
        );
        let faults = said(SWEDISH, ROWS);
        assert!(faults.contains("no promise is called \"PROMISE\""), "{faults}");
        let faults = said(&good, &ROWS.replace("Rubrik", "Rubriken"));
        assert!(
            faults.contains("columns.title: the file has no column \"Rubrik\"; did you mean \"Rubriken\"?"),
            "{faults}"
        );
        assert_eq!(town::count(house, "ticket"), 0);
    });
}

#[test]
fn a_house_without_groups_takes_a_file_too() {
    on_both(|house| {
        let mapping = mapping("event-log.toml");
        let path = examples().join("sample-events.csv");
        assert_eq!(load(house, &path, &mapping, DRY).unwrap().new, 4);
        assert_eq!((town::count(house, "support_group"), town::count(house, "unit")), (0, 0));
        assert_eq!(load(house, &path, &mapping, ALL).unwrap().loaded, 4);
        assert_eq!(load(house, &path, &mapping, ALL).unwrap().known, 4);
        assert_eq!((town::count(house, "support_group"), town::count(house, "unit")), (1, 1));
    });
}

#[test]
fn only_who_settles_how_the_desk_works_brings_in_a_past() {
    on_both(|house| {
        settle(house);
        let (path, mapping) = (examples().join("sample-events.csv"), mapping("event-log.toml"));
        for (role, may) in [(kernel::Role::FirstLine, false), (kernel::Role::Administrator, true)] {
            let done = run(&house.db, &with_role(role), TEN, (&path, &mapping, ALL), &mut |_| {});
            assert_eq!(done.is_ok(), may, "{role:?}");
        }
        let _: Id = shown(house, "2-100").ticket.id;
    });
}

#[test]
fn an_agent_reads_what_another_desk_did() {
    on_both(|house| {
        settle(house);
        load(house, &examples().join("sample-events.csv"), &mapping("event-log.toml"), ALL).unwrap();
        let slices = vec![
            directory::slice(),
            inventory::slice(),
            service_level::slice(),
            catalogue::slice(),
            desk::slice(),
        ];
        let site = testkit::Site::open(house, kernel::Clock::hand(TEN), slices);
        let page = site.browser_as(&town::johan()).get(&format!("/arenden/{}", number_of(house, "2-300")));
        for said in [
            "Kommer från BPI Challenge 2013 2-300",
            "BPI Challenge 2013 lade ärendet hos Desk / L1.",
            "BPI Challenge 2013 lämnade ärendet till Network / L3.",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
    });
}
