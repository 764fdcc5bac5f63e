//! The same questions put to libraries from PyPI. Without `.venv` this fails: `bin/setup` makes it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use fastrand::Rng;
use jiff::civil::date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::{Value, json};
use service_level::calendar::{due, elapsed, red_days};

use crate::calendar;
use crate::shapes::{Shape, any_date, clock};

fn ask(question: &Value) -> Value {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = root.join(".venv/bin/python");
    assert!(python.exists(), "{} is missing: run bin/setup, which installs it", python.display());
    let mut child = Command::new(python)
        .arg(root.join("tests/foreign/calendars.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python starts");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(question.to_string().as_bytes()).expect("python reads");
    drop(stdin);
    let output = child.wait_with_output().expect("python ends");
    assert!(output.status.success(), "the script failed; what it said stands above");
    serde_json::from_slice(&output.stdout).expect("python answers with JSON")
}

#[test]
fn red_days_of_36_years_agree_with_the_holidays_library() {
    let theirs = ask(&json!({"red_days": [2000, 2035]}));
    let mut ours: Vec<String> = (2000..=2035).flat_map(red_days).map(|(date, _)| date.to_string()).collect();
    ours.sort_unstable();
    ours.dedup();
    assert_eq!(json!(ours), theirs["red_days"]);
}

/// One span a day with or without a lunch, the same on every working day: what the library can say.
fn office_like(rng: &mut Rng) -> (Shape, Value) {
    let zone = ["Europe/Stockholm", "Europe/Stockholm", "America/New_York", "Asia/Kolkata"][rng.usize(0..4)];
    let opens = rng.u16(4 * 60..10 * 60);
    let closes = rng.u16(15 * 60..23 * 60);
    let lunch = rng.bool().then(|| (rng.u16(11 * 60..12 * 60), rng.u16(12 * 60 + 1..14 * 60)));
    let working: Vec<usize> =
        (0..7).filter(|day| if *day < 5 { rng.u8(0..8) > 0 } else { rng.u8(0..8) == 0 }).collect();
    let working = if working.is_empty() { vec![0] } else { working };
    let mut shape = Shape {
        zone,
        week: Default::default(),
        sweden: rng.bool(),
        // The library gives up when it finds no holiday within five years.
        closed: (0..rng.usize(0..30))
            .map(|_| any_date(rng))
            .chain((2019..=2036).map(|year| date(year, 1, 1)))
            .collect(),
        closed_eves: Vec::new(),
        short: Vec::new(),
    };
    for day in &working {
        shape.week[*day] = match lunch {
            Some((from, to)) => vec![(opens, from), (to, closes)],
            None => vec![(opens, closes)],
        };
    }
    let asked = json!({
        "timezone": zone, "weekdays": working, "opens": clock(opens), "closes": clock(closes),
        "lunch": lunch.map(|(from, to)| [clock(from), clock(to)]), "sweden": shape.sweden,
        "closed": shape.closed.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    (shape, asked)
}

fn any_case(rng: &mut Rng) -> Value {
    let day = Offset::UTC.to_timestamp(any_date(rng).at(0, 0, 0, 0)).expect("an instant");
    let start = day + rng.i64(0..24 * 60).minutes();
    let end = start + rng.i64(0..20 * 24 * 60).minutes();
    let text = |at: Timestamp| at.display_with_offset(Offset::UTC).to_string();
    json!({"start": text(start), "end": text(end), "minutes": rng.i64(1..3_000)})
}

#[test]
fn two_thousand_fresh_cases_agree_with_the_businesstimedelta_library() {
    let mut rng = Rng::new();
    let mut shapes = Vec::new();
    let mut calendars = Vec::new();
    for _ in 0..40 {
        let (shape, mut asked) = office_like(&mut rng);
        asked["cases"] = (0..50).map(|_| any_case(&mut rng)).collect();
        shapes.push(shape);
        calendars.push(asked);
    }
    let answers = ask(&json!({"calendars": calendars}));
    let mut compared = 0;
    for ((shape, asked), theirs) in
        shapes.iter().zip(&calendars).zip(answers["answers"].as_array().expect("a list"))
    {
        let text = shape.toml();
        let calendar = calendar(&text);
        let cases = asked["cases"].as_array().expect("a list").iter().zip(theirs.as_array().expect("a list"));
        for (case, theirs) in cases {
            let instant =
                |value: &Value| -> Timestamp { value.as_str().expect("a text").parse().expect("an instant") };
            let (start, end) = (instant(&case["start"]), instant(&case["end"]));
            let minutes = case["minutes"].as_i64().expect("a number");
            let ours = due(&calendar, start, SignedDuration::from_mins(minutes)).expect("due");
            assert_eq!(ours, instant(&theirs["due"]), "due of {case}\n{text}");
            let ours = elapsed(&calendar, start, end).expect("elapsed").as_mins();
            assert_eq!(Some(ours), theirs["elapsed"].as_i64(), "elapsed of {case}\n{text}");
            compared += 1;
        }
    }
    assert_eq!(compared, 2_000);
}
