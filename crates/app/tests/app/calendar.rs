//! `enhet calendar …` as programs call it. The arithmetic is proved in service_level; here its words and exit codes.

use std::io::Write as _;
use std::time::{Duration, Instant};

use crate::program::{Ended, ended, enhet};

const OFFICE: &str = "timezone = \"Europe/Stockholm\"\nholidays = \"sweden\"\nclosed = [\"midsummer_eve\", \"2026-05-15\"]\n\
    pause = [\"user\"]\nstop = []\n\
    [week]\nmonday = [\"08:00-12:00\", \"13:00-16:30\"]\ntuesday = [\"08:00-16:30\"]\nwednesday = [\"08:00-16:30\"]\n\
    thursday = [\"08:00-16:30\"]\nfriday = [\"08:00-16:30\"]\n\
    [[short]]\nday = \"maundy_thursday\"\ncloses = \"12:00\"\n[targets]\np1 = 120\n";

struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        files.write("office.toml", OFFICE);
        files
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    fn run(&self, words: &str) -> Ended {
        let mut command = enhet(["calendar"]);
        command.current_dir(self.0.path()).args(words.split(' '));
        ended(&mut command, b"")
    }
}

#[test]
fn due_elapsed_and_days_print_their_answer_alone() {
    let files = Files::new();
    for (words, want) in [
        // Monday before lunch: 08:00–12:00 and 13:00–16:30.
        ("due 2026-03-09T11:30 60 --definition office.toml", "2026-03-09T13:30:00+01:00"),
        ("due 2026-03-09T10:30:00Z 60 --definition office.toml", "2026-03-09T13:30:00+01:00"),
        // Friday afternoon over the weekend and the change to summer time.
        ("due 2026-03-27T16:00 60 --definition office.toml", "2026-03-30T08:30:00+02:00"),
        ("due 2026-03-28T03:00 0 --definition office.toml", "2026-03-28T03:00:00+01:00"),
        // The earliest instant by which the minutes have passed: closing time, not the next morning.
        ("due 2026-03-10T16:00 30 --definition office.toml", "2026-03-10T16:30:00+01:00"),
        ("elapsed 2026-03-09T08:00 2026-03-10T08:00:59 --definition office.toml", "450"),
        ("elapsed 2026-03-10T08:00:00 2026-03-10T08:01:59 --definition office.toml", "1"),
    ] {
        let ended = files.run(words);
        assert_eq!(
            (ended.code, ended.out.as_str()),
            (0, format!("{want}\n").as_str()),
            "{words}: {}",
            ended.err
        );
    }
    let days = files.run("days 2026 --definition office.toml --json");
    let days: Vec<serde_json::Value> = serde_json::from_str(&days.out).unwrap();
    assert_eq!(days.len(), 365);
    let day = |date: &str| days.iter().find(|day| day["date"] == date).unwrap().to_string();
    assert_eq!(
        day("2026-03-09"),
        r#"{"date":"2026-03-09","kind":"open","name":null,"spans":[["08:00","12:00"],["13:00","16:30"]]}"#
    );
    assert_eq!(
        day("2026-04-02"),
        r#"{"date":"2026-04-02","kind":"short","name":"maundy_thursday","spans":[["08:00","12:00"]]}"#
    );
    for closed in ["2026-06-19", "2026-06-06", "2026-04-03", "2026-05-15", "2026-03-15"] {
        assert!(
            day(closed).contains(r#""kind":"closed""#) && day(closed).contains(r#""spans":[]"#),
            "{closed}"
        );
    }
}

#[test]
fn a_question_that_cannot_be_answered_ends_with_1_and_a_bad_definition_with_2() {
    let files = Files::new();
    files.write("unknown.toml", &format!("colour = \"red\"\n{OFFICE}"));
    files.write("broken.toml", "[week");
    files.write("never.toml", "timezone = \"Europe/Stockholm\"\n[week]\n");
    for (words, code) in [
        ("due 2026-03-09T11:30 -1 --definition office.toml", 1),
        ("due 2026-03-29T02:30 5 --definition office.toml", 1),
        ("due yesterday 5 --definition office.toml", 1),
        ("elapsed 2026-03-10T08:00 2026-03-09T08:00 --definition office.toml", 1),
        ("due 2026-03-09T11:30 5 --definition unknown.toml", 2),
        ("due 2026-03-09T11:30 5 --definition broken.toml", 2),
        ("due 2026-03-09T11:30 5 --definition never.toml", 2),
        ("due 2026-03-09T11:30 5 --definition missing.toml", 2),
        ("due 2026-03-09T11:30 --definition office.toml", 2),
        ("due 2026-03-09T11:30 5", 2),
        ("due 2026-03-09T11:30 5 --definition office.toml --batch lines.jsonl", 2),
        ("days 2026 --definition broken.toml --json", 2),
    ] {
        let ended = files.run(words);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{words}: {}", ended.err);
        assert!(!ended.err.trim().is_empty(), "{words} says why");
    }
    // The hour that comes twice is read as the first.
    let ended = files.run("elapsed 2026-10-25T02:30 2026-10-25T02:30+01:00 --definition office.toml");
    assert_eq!((ended.code, ended.out.as_str()), (0, "0\n"));
}

#[test]
fn ten_thousand_lines_are_answered_in_order_and_a_bad_one_alone_is_refused() {
    let files = Files::new();
    let mut lines = Vec::new();
    for n in 0..10_000 {
        writeln!(
            lines,
            "{{\"start\":\"2026-{:02}-{:02}T10:00\",\"minutes\":{},\"id\":{n}}}",
            n % 12 + 1,
            n % 28 + 1,
            n % 900
        )
        .unwrap();
    }
    files.write("lines.jsonl", std::str::from_utf8(&lines).unwrap());
    let began = Instant::now();
    let ended = files.run("due --batch lines.jsonl --definition office.toml");
    let took = began.elapsed();
    assert_eq!(ended.code, 0, "{}", ended.err);
    let answers: Vec<serde_json::Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 10_000);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], n, "the same line, with its other members");
        assert!(answer["due"].as_str().is_some_and(|due| due.len() == 25), "{answer}");
    }
    // A second when optimised; this build is not, and shares the machine.
    assert!(took < Duration::from_secs(20), "{took:?}");

    files.write(
        "mixed.jsonl",
        "{\"start\":\"2026-03-09T11:30\",\"minutes\":60}\nnonsense\n{\"start\":\"2026-03-29T02:30\",\"minutes\":1}\n\
         {\"start\":\"2026-03-10T08:00\",\"minutes\":-5}\n{\"start\":\"2026-03-10T08:00\",\"minutes\":1}\n",
    );
    let ended = files.run("due --batch mixed.jsonl --definition office.toml");
    assert_eq!(ended.code, 1);
    let answers: Vec<serde_json::Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0]["due"], "2026-03-09T13:30:00+01:00");
    assert_eq!(answers[4]["due"], "2026-03-10T08:01:00+01:00");
    for bad in [1, 2, 3] {
        assert_eq!(answers[bad]["line"], bad + 1, "{}", answers[bad]);
        assert!(answers[bad]["error"].as_str().is_some_and(|error| !error.is_empty()));
    }
}
