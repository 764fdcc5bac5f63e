//! Every command beside a server that serves, on both databases: what it prints, how it ends, and how soon it counts.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::{BOTH, Place, Server, ended, enhet};

/// What a command has written counts for the server within this time; the contract's second, and a slow machine's.
const SOON: Duration = Duration::from_secs(3);

fn token(place: &Place, role: &str, name: &str) -> String {
    place.said(["token", "create", "--name", name, "--role", role])
}

fn ticket(server: &Server, token: &str, requester: &str) -> i64 {
    let body = json!({"kind": "incident", "title": "Skrivaren står still", "requester": requester});
    let reply = server.api(token, "POST", "/tickets", Some(&body));
    assert_eq!(reply.status, 201, "{}", reply.text());
    reply.json()["number"].as_i64().unwrap()
}

#[test]
fn wrong_words_end_with_2_and_name_the_nearest() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    for words in [vec![], vec!["frobnicate"], vec!["serve", "--lisen", "x"], vec!["user", "add"]] {
        assert_eq!(ended(&mut enhet(&words), b"").code, 2, "{words:?}");
    }
    assert_eq!(ended(&mut enhet(["--help"]), b"").code, 0);
    let said = ended(&mut enhet(["--version"]), b"");
    assert_eq!((said.code, said.out.starts_with("enhet ")), (0, true));

    let bad = ended(enhet(["serve", "--data", data]).env("ENHET_LISTN", "1"), b"");
    assert_eq!((bad.code, bad.err.contains("listn") && bad.err.contains("listen")), (2, true), "{}", bad.err);
    let bad = ended(enhet(["serve", "--data", data]).env("ENHET_DATABASE", "mysql://x"), b"");
    assert_eq!(bad.code, 2, "{}", bad.err);
    std::fs::write(folder.path().join("enhet.toml"), "databas = \"sqlite:x\"\n").unwrap();
    let bad = ended(&mut enhet(["serve", "--data", data]), b"");
    assert!(
        bad.code == 2 && bad.err.contains("databas;") && bad.err.ends_with("is database\n"),
        "{}",
        bad.err
    );
    std::fs::write(folder.path().join("enhet.toml"), "[smtp\n").unwrap();
    assert_eq!(ended(&mut enhet(["serve", "--data", data]), b"").code, 2);
    std::fs::remove_file(folder.path().join("enhet.toml")).unwrap();
    assert_eq!(ended(&mut enhet(["serve", "--data", data, "--listen", "here"]), b"").code, 2);
    let missing = ended(&mut enhet(["serve", "--config", "/nowhere.toml", "--data", data]), b"");
    assert_eq!(missing.code, 2, "{}", missing.err);
    assert!(!folder.path().join("enhet.db").exists(), "what is refused leaves nothing behind");
}

#[test]
fn a_database_that_does_not_answer_ends_with_75() {
    let mail = b"From: a@b.example\nMessage-ID: <1@b.example>\nSubject: Hej\n\nHej";
    for database in ["postgres://nobody@127.0.0.1:1/none", "sqlite:/proc/none/enhet.db"] {
        for words in [vec!["mail", "receive"], vec!["serve", "--listen", "127.0.0.1:0"], vec!["migrate"]] {
            let ended = ended(enhet(&words).env("ENHET_DATABASE", database), mail);
            assert_eq!(ended.code, 75, "{database} {words:?}: {}{}", ended.out, ended.err);
        }
    }
}

#[test]
fn enhet_database_names_the_database_even_when_data_is_given() {
    let place = Place::empty(db::Engine::Sqlite);
    let other = tempfile::tempdir().unwrap();
    let file = other.path().join("annan.db");
    let database = format!("sqlite:{}", file.display());
    let made = ended(place.command(["user", "add", "a@b.example"]).env("ENHET_DATABASE", &database), b"");
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(file.exists() && !place.data().join("enhet.db").exists());
    let left: Vec<_> = std::fs::read_dir(place.data()).unwrap().collect();
    assert!(left.is_empty(), "a command needs only one of the two: {left:?}");
    // The same account is there by the variable alone, and not in the folder's own database.
    let again = ended(enhet(["user", "reset", "a@b.example"]).env("ENHET_DATABASE", &database), b"");
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(place.run(["user", "reset", "a@b.example"]).code, 1);
}

#[test]
fn accounts_are_made_and_reset_beside_a_server() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        let link = place.said(["user", "add", "anna@ljusvik.example", "--role", "administrator"]);
        assert!(link.starts_with("/losenord/") && link.lines().count() == 1, "{link:?}");
        assert_eq!(place.run(["user", "add", "anna@ljusvik.example"]).code, 1, "there is one already");
        assert_eq!(place.run(["user", "add", "b@ljusvik.example", "--role", "boss"]).code, 2);
        assert_eq!(place.run(["user", "add", "b@ljusvik.example", "--unit", "nowhere"]).code, 1);
        assert_eq!(place.run(["user", "reset", "nobody@ljusvik.example"]).code, 1);
        let later = place.said(["user", "reset", "anna@ljusvik.example"]);
        assert_ne!(later, link);
        server.until("the newer link", SOON, || server.get(&later).status == 200);
        assert_eq!(server.get(&link).status, 404, "the older link is spent");

        let form = |path: &str, body: &str| {
            let kind = ("content-type", "application/x-www-form-urlencoded");
            server.call("POST", path, &[kind, ("sec-fetch-site", "same-origin")], body.as_bytes())
        };
        let short = form(&later, "password=kort");
        assert_eq!(short.status, 422, "{}", short.text());
        let common = form(&later, "password=password1234");
        assert_eq!(common.status, 422, "a common one");
        let chosen = form(&later, "password=en+riktigt+bra+mening");
        assert!(matches!(chosen.status, 200 | 303), "{}", chosen.text());
        assert_eq!(server.get(&later).status, 404, "the link works once");
        let signed_in = form("/logga-in", "login=anna%40ljusvik.example&password=en+riktigt+bra+mening");
        assert_eq!(signed_in.status, 303, "{}", signed_in.text());
        let cookie = signed_in.header("set-cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let session = cookie.split(';').next().unwrap();
        let admin = server.call("GET", "/admin/roller", &[("cookie", session)], b"");
        assert_eq!(admin.status, 200);
        assert!(admin.text().contains("anna@ljusvik.example"));
    }
}

#[test]
fn a_token_is_printed_alone_and_works_at_once() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        for (nth, role) in ["first_line", "administrator"].into_iter().enumerate() {
            let secret = token(&place, role, &format!("program {nth}"));
            assert!(secret.starts_with("enh_") && !secret.contains(char::is_whitespace), "{secret:?}");
            let made = Instant::now();
            server.until("the token", SOON, || server.api(&secret, "GET", "/me", None).status == 200);
            println!("{}: the token worked after {:?}", engine.name(), made.elapsed());
        }
        assert_eq!(
            place.run(["token", "create", "--name", "x", "--role", "first_line", "--days", "0"]).code,
            2
        );
        let nobody =
            ["token", "create", "--name", "x", "--role", "employee", "--person", "no@ljusvik.example"];
        assert_eq!(place.run(nobody).code, 1);
    }
}

#[test]
fn what_commands_do_is_audited_in_the_name_that_was_given() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        let admin = token(&place, "administrator", "granskare");
        place.said(["user", "add", "a@b.example", "--as", "Drift Ljusvik"]);
        place.said(["user", "add", "b@b.example"]);
        let log = server.api(&admin, "GET", "/audit?act=access.account.create&limit=50", None);
        assert_eq!(log.status, 200, "{}", log.text());
        let lines = log.json()["items"].as_array().unwrap().clone();
        let by: Vec<&str> = lines.iter().filter_map(|line| line["label"].as_str()).collect();
        assert!(by.contains(&"Drift Ljusvik") && by.contains(&"tester"), "{}", log.text());
        assert!(lines.iter().all(|line| line["channel"] == "cli"), "{}", log.text());
        assert!(!log.text().contains("b@b.example"), "the log holds no personal data of those it is about");
    }
}

#[test]
fn mail_is_piped_in_while_the_server_serves() {
    for engine in BOTH {
        let place = Place::migrated(engine);
        let server = place.start(["serve"]);
        crate::serve::set_up(&server);
        let agent = token(&place, "first_line", "läsare");
        let letter = |id: &str, extra: &str, text: &str| {
            format!(
                "From: Kalle Firma <kalle@firma.example>\r\nTo: it@ljusvik.example\r\nMessage-ID: <{id}@firma.example>\r\n\
                 Subject: Faktura som studsar\r\n{extra}\r\n{text}\r\n"
            )
        };
        let receive = |mail: &str| {
            let ended = place.run_with(["mail", "receive", "--json"], mail.as_bytes());
            let said: Value = serde_json::from_str(&ended.out).unwrap_or(Value::Null);
            (ended.code, said)
        };
        let (code, made) = receive(&letter("1", "", "Vart ska den?"));
        assert_eq!((code, &made["outcome"], &made["rule"]), (0, &json!("created"), &json!("new")), "{made}");
        let number = made["ticket"].as_i64().unwrap();
        let path = format!("/tickets/{number}");
        server.until("the ticket", SOON, || server.api(&agent, "GET", &path, None).status == 200);
        let read = server.api(&agent, "GET", &path, None).json();
        assert_eq!(
            (&read["title"], &read["source"]),
            (&json!("Faktura som studsar"), &json!("mail")),
            "{read}"
        );
        let found = server.api(&agent, "GET", "/tickets?q=faktura", None).json();
        assert_eq!(found["items"][0]["number"], number, "search finds it at once");

        let same = json!({"outcome": "created", "ticket": number, "rule": "duplicate"});
        assert_eq!(receive(&letter("1", "", "Vart ska den?")), (0, same));
        let (code, answer) = receive(&letter("2", "References: <1@firma.example>\r\n", "Den gäller mars."));
        assert_eq!((code, &answer["ticket"]), (0, &json!(number)), "{answer}");
        assert_eq!((&answer["outcome"], &answer["rule"]), (&json!("appended"), &json!("references")));
        let machine = letter("3", "Auto-Submitted: auto-replied\r\n", "Jag är ledig.");
        assert_eq!(receive(&machine), (0, json!({"outcome": "filed", "ticket": null, "rule": "machine"})));
        let (code, junk) = receive("\0\0 not a mail");
        assert_eq!((code, &junk["outcome"]), (0, &json!("filed")), "{junk}");
        let zero = letter("5", "X-Odd: \0\r\n", "En nolla\0 mitt i.").replace("studsar", "stud\0sar");
        let (code, kept) = receive(&zero);
        assert_eq!((code, &kept["outcome"]), (0, &json!("created")), "{kept}");
        let large = letter("4", "", &"x".repeat(41 * 1024 * 1024));
        assert_eq!(receive(&large), (65, json!({"outcome": "refused", "ticket": null, "rule": null})));
        let messages = server.api(&agent, "GET", &format!("{path}/messages"), None).json();
        assert_eq!(messages["items"].as_array().unwrap().len(), 1, "{messages}");
        assert_eq!(ticket(&server, &agent, "sofia@ljusvik.example"), number + 2, "the desk goes on");
    }
}
