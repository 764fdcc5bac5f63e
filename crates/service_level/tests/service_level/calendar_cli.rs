//! What `enhet calendar` answers, how it refuses, and with which exit code.

use std::io::Cursor;
use std::time::Instant;

use service_level::calendar::cli::{Batch, CliError, days, due, due_batch, elapsed};
use service_level::defaults::CALENDAR;

fn refused<T: std::fmt::Debug>(answer: Result<T, CliError>) -> (u8, String) {
    let error = answer.expect_err("it is refused");
    (error.exit_code(), error.to_string())
}

fn batch(definition: &str, lines: &str) -> (Batch, String) {
    let mut answers = Vec::new();
    let batch = due_batch(definition, Cursor::new(lines), &mut answers).expect("answered");
    (batch, String::from_utf8(answers).expect("text"))
}

#[test]
fn due_takes_local_times_and_instants() {
    for (start, minutes, want) in [
        ("2026-04-02T15:00", 240, "2026-04-07T10:30:00+02:00"),
        ("2026-04-02T13:00:00Z", 240, "2026-04-07T10:30:00+02:00"),
        ("2026-04-02T09:00:00-04:00", 240, "2026-04-07T10:30:00+02:00"),
        // Nothing has to pass: the start itself, in local time, though it is closed.
        ("2026-03-28T12:00:00Z", 0, "2026-03-28T13:00:00+01:00"),
        // The hour that is shown twice: the earlier.
        ("2026-10-25T02:30", 0, "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:30:00+01:00", 0, "2026-10-25T02:30:00+01:00"),
        // Due at closing time, not at the opening after it.
        ("2026-01-07T16:00", 30, "2026-01-07T16:30:00+01:00"),
    ] {
        assert_eq!(due(CALENDAR, start, minutes).expect("due"), want, "{start} + {minutes}");
    }
}

#[test]
fn a_question_that_has_no_answer_is_refused_with_1() {
    for (start, minutes, says) in [
        ("2026-03-29T02:30", 10, "does not exist in Europe/Stockholm"),
        ("yesterday", 10, "is not a time"),
        ("2026-02-29T10:00", 10, "does not exist"),
        ("2026-04-02", 10, "is not a time"),
        ("2026-04-02T15:00", -1, "negative"),
        ("1969-12-31T12:00Z", 10, "outside the years 1970 to 2199"),
        ("2026-04-02T15:00", i64::MAX, "2199"),
    ] {
        let (code, message) = refused(due(CALENDAR, start, minutes));
        assert_eq!(code, 1, "{start} + {minutes}: {message}");
        assert!(message.contains(says), "{start} + {minutes}: {message}");
    }
}

#[test]
fn elapsed_is_whole_minutes_rounded_down() {
    for (start, end, want) in [
        ("2019-04-18T16:00", "2019-04-23T09:00", 90),
        ("2026-01-07T08:00:00", "2026-01-07T08:01:59", 1),
        ("2026-01-07T08:00:00", "2026-01-07T08:00:59", 0),
        ("2026-01-07T17:00", "2026-01-08T07:00", 0),
        ("2026-01-07T08:00", "2026-01-07T08:00", 0),
    ] {
        assert_eq!(elapsed(CALENDAR, start, end).expect("elapsed"), want, "{start} to {end}");
    }
    let (code, message) = refused(elapsed(CALENDAR, "2026-01-08T08:00", "2026-01-07T08:00"));
    assert_eq!(code, 1);
    assert!(message.contains("the end comes before the start"), "{message}");
}

#[test]
fn a_bad_definition_is_refused_with_2_and_every_fault_has_its_line() {
    let bad = r#"timezone = "Europe/Stokholm"
holiday = "sweden"
closed = ["midsomar_eve", "2026-02-30"]
opens = 8

[week]
monday = ["08:00-16:30", "16:00-17:00"]
mondai = ["08:00-16:30"]
tuesday = ["16:30-08:00"]
wednesday = "08:00-16:30"
thursday = ["08:00-24:01"]

[[short]]
day = "maundy_thursday"
"#;
    let (code, message) = refused(due(bad, "2026-04-02T15:00", 10));
    assert_eq!(code, 2);
    for says in [
        "line 1: timezone: there is no time zone \"Europe/Stokholm\"; did you mean \"Europe/Stockholm\"?",
        "line 2: the key \"holiday\" is not known here; did you mean \"holidays\"?",
        "line 3: closed: \"midsomar_eve\" is not a day; did you mean \"midsummer_eve\"?",
        "line 4: the key \"opens\" is not known here",
        "line 7: week.monday: the spans 08:00-16:30 and 16:00-17:00 overlap",
        "line 8: week: the key \"mondai\" is not known here; did you mean \"monday\"?",
        "line 9: week.tuesday: the span 16:30-08:00 ends before it begins",
        "line 10: week.wednesday: expected a list in [brackets], found a text",
        "line 11: week.thursday: \"24:01\" is not a clock time",
        "short: the key \"closes\" is missing; add for instance closes = \"14:00\"",
    ] {
        assert!(message.contains(says), "{says}\nis not in\n{message}");
    }
}

#[test]
fn other_bad_definitions_are_refused_with_2_too() {
    for (definition, says) in [
        ("", "the key \"timezone\" is missing"),
        ("timezone = ", "this is not TOML"),
        ("timezone = \"Europe/Stockholm\"\nholidays = \"norway\"", "use \"sweden\" or \"none\""),
        ("timezone = \"Europe/Stockholm\"", "the calendar never opens"),
        (
            "timezone = \"Europe/Stockholm\"\n[week]\nmonday = [\"08:00-16:30\"]\nclosed = []",
            "belongs to the whole calendar",
        ),
    ] {
        let (code, message) = refused(due(definition, "2026-04-02T15:00", 10));
        assert_eq!(code, 2, "{definition}: {message}");
        assert!(message.contains(says), "{definition}: {message}");
    }
}

#[test]
fn what_a_promise_says_is_read_past() {
    let text = format!(
        "pause = [\"waiting\"]\nstop = [\"resolved\", \"closed\"]\n{CALENDAR}\n[targets]\nresponse = 30\nresolution = {{ \"1\" = 120 }}\n"
    );
    assert_eq!(due(&text, "2026-04-02T15:00", 240).expect("due"), "2026-04-07T10:30:00+02:00");
}

#[test]
fn closed_wins_over_short_and_short_cuts_spans() {
    let definition = r#"timezone = "Europe/Stockholm"
closed = ["2026-05-15"]
[week]
thursday = ["08:00-12:00", "13:00-16:30"]
friday = ["08:00-16:30"]
[[short]]
day = "2026-05-15"
closes = "12:00"
[[short]]
day = 2026-05-14
closes = "12:30"
"#;
    let json = days(definition, 2026, true).expect("days");
    for says in [
        r#"{"date":"2026-05-13","kind":"closed","name":null,"spans":[]}"#,
        r#"{"date":"2026-05-14","kind":"short","name":null,"spans":[["08:00","12:00"]]}"#,
        r#"{"date":"2026-05-15","kind":"closed","name":null,"spans":[]}"#,
        r#"{"date":"2026-05-21","kind":"open","name":null,"spans":[["08:00","12:00"],["13:00","16:30"]]}"#,
    ] {
        assert!(json.contains(says), "{says} is not in {json}");
    }
}

#[test]
fn days_name_the_red_days_and_the_eves() {
    let json = days(CALENDAR, 2026, true).expect("days");
    let all: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let all = all.as_array().expect("a list");
    assert_eq!(all.len(), 365);
    for (date, kind, name) in [
        ("2026-01-01", "closed", "new_years_day"),
        ("2026-04-03", "closed", "good_friday"),
        ("2026-05-14", "closed", "ascension_day"),
        ("2026-06-06", "closed", "national_day"),
        ("2026-06-19", "closed", "midsummer_eve"),
        ("2026-12-24", "closed", "christmas_eve"),
    ] {
        let day = all.iter().find(|day| day["date"] == date).expect(date);
        assert_eq!((day["kind"].as_str(), day["name"].as_str()), (Some(kind), Some(name)), "{date}");
    }
    let people = days(CALENDAR, 2026, false).expect("days");
    assert_eq!(people.lines().count(), 365);
    assert!(people.contains("2026-04-02 Thu  open    08:00-16:30"), "{people}");
    assert_eq!(refused(days(CALENDAR, 1969, true)).0, 1);
}

#[test]
fn red_days_are_not_sundays_as_such() {
    let open_sundays =
        "timezone = \"Europe/Stockholm\"\nholidays = \"sweden\"\n[week]\nsunday = [\"10:00-14:00\"]\n";
    let json = days(open_sundays, 2026, true).expect("days");
    assert!(json.contains(r#"{"date":"2026-03-29","kind":"open","name":null,"spans":[["10:00","14:00"]]}"#));
    assert!(json.contains(r#"{"date":"2026-04-05","kind":"closed","name":"easter_sunday","spans":[]}"#));
}

#[test]
fn a_batch_answers_each_line_in_its_place() {
    let (batch, answers) = batch(
        CALENDAR,
        "{\"start\":\"2026-04-02T15:00\",\"minutes\":240}\n\
         {\"id\":7,\"minutes\":60,\"start\":\"2019-06-20T16:00\",\"note\":\"å\"}\n\
         not json\n\
         \n\
         {\"start\":\"2026-03-29T02:30\",\"minutes\":10}\n\
         {\"start\":\"2026-04-02T15:00\"}\n\
         {\"start\":\"2026-04-02T15:00\",\"minutes\":1.5}\n\
         {\"start\":\"2026-04-02T15:00\",\"minutes\":-5}\n\
         {\"start\":\"2026-04-02T15:00\",\"minutes\":240.0,\"due\":\"old\"}\n\n",
    );
    assert_eq!(batch, Batch { answered: 3, refused: 6 });
    let lines: Vec<&str> = answers.lines().collect();
    assert_eq!(lines.len(), 9);
    assert_eq!(lines[0], r#"{"start":"2026-04-02T15:00","minutes":240,"due":"2026-04-07T10:30:00+02:00"}"#);
    assert_eq!(
        lines[1],
        r#"{"id":7,"minutes":60,"start":"2019-06-20T16:00","note":"å","due":"2019-06-24T08:30:00+02:00"}"#
    );
    for (nth, says) in [
        (3, "this is not a JSON object"),
        (4, "the line is empty"),
        (5, "the clocks are put forward past it"),
        (6, "\\\"minutes\\\" is missing"),
        (7, "\\\"minutes\\\" must be a whole number"),
        (8, "negative"),
    ] {
        let line = lines[nth - 1];
        assert!(line.starts_with("{\"error\":") && line.ends_with(&format!("\"line\":{nth}}}")), "{line}");
        assert!(line.contains(says), "{line}");
    }
    assert_eq!(lines[8], r#"{"start":"2026-04-02T15:00","minutes":240.0,"due":"2026-04-07T10:30:00+02:00"}"#);
}

#[test]
fn a_batch_with_a_bad_definition_answers_nothing() {
    let mut answers = Vec::new();
    let refused = due_batch("timezone = 1", Cursor::new("{}\n"), &mut answers).expect_err("refused");
    assert_eq!(refused.exit_code(), 2);
    assert!(answers.is_empty());
}

#[test]
fn ten_thousand_lines_take_less_than_a_second() {
    let lines: String = (0..10_000)
        .map(|n| {
            format!(
                "{{\"start\":\"20{}-0{}-1{}T1{}:00\",\"minutes\":{n}}}\n",
                10 + n % 40,
                1 + n % 9,
                n % 9,
                n % 10
            )
        })
        .collect();
    let started = Instant::now();
    let (batch, answers) = batch(CALENDAR, &lines);
    let took = started.elapsed();
    assert_eq!((batch.answered, answers.lines().count()), (10_000, 10_000));
    // Unoptimised code is given more; the promise is about what is released.
    let limit = if cfg!(debug_assertions) { 10_000 } else { 1_000 };
    assert!(took.as_millis() < limit, "{took:?}");
}
