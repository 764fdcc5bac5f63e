//! What readers see: sentences, numbers, dates and promises in both languages.
#![cfg(test)]

mod search;

use jiff::tz::TimeZone;
use kernel::{Lang, Moment, Refusal};
use texts::{Source, Texts, Words};

const DESK: Source = Source {
    slice: "desk",
    sv: "desk-open =\n    { $count ->\n        [one] Ett öppet ärende\n       *[other] { $count } öppna ärenden\n    }\n\
         desk-ticket = Ärende { $number }\ndesk-search = Sök\n    .label = Sök eller gå till\n\
         refusal-file-too-large = Välj en fil som är mindre än { $limit } MB.\n",
    en: "desk-open =\n    { $count ->\n        [one] One open ticket\n       *[other] { $count } open tickets\n    }\n\
         desk-ticket = Ticket { $number }\ndesk-search = Search\n    .label = Search or go to\n\
         refusal-file-too-large = Choose a file smaller than { $limit } MB.\n",
};

fn words() -> [Words; 2] {
    let texts = Texts::new(&[DESK]).expect("sound texts").leak();
    Lang::ALL.map(|lang| texts.words(lang))
}

/// No-break spaces shown as ␣, so that a table in a test can be read.
fn seen(text: String) -> String {
    text.replace('\u{a0}', "␣")
}

fn local(text: &str) -> Moment {
    let civil: jiff::civil::DateTime = text.parse().expect("a local time");
    let zone = TimeZone::get("Europe/Stockholm").expect("bundled zone");
    Moment::from_timestamp(zone.to_timestamp(civil).expect("in range"))
}

#[test]
fn a_text_is_said_in_both_languages() {
    let [sv, en] = words();
    assert_eq!((sv.t("desk-search"), en.t("desk-search")), ("Sök".into(), "Search".into()));
    assert_eq!(sv.t("desk-search.label"), "Sök eller gå till");
    assert_eq!(sv.in_lang(Lang::En).t("desk-search.label"), "Search or go to");
}

#[test]
fn counts_choose_between_one_and_many_and_are_grouped() {
    let [sv, en] = words();
    for (count, swedish, english) in [
        (0_i64, "0 öppna ärenden", "0 open tickets"),
        (1, "Ett öppet ärende", "One open ticket"),
        (31, "31 öppna ärenden", "31 open tickets"),
        (28_417, "28␣417 öppna ärenden", "28,417 open tickets"),
    ] {
        assert_eq!(seen(sv.with("desk-open", &[("count", count.into())])), swedish);
        assert_eq!(seen(en.with("desk-open", &[("count", count.into())])), english);
    }
    assert_eq!(sv.with("desk-ticket", &[("number", "28417".into())]), "Ärende 28417");
}

#[test]
fn a_missing_key_or_value_is_shown_and_never_stops_the_page() {
    let [sv, _] = words();
    assert_eq!(sv.t("desk-no-such"), "desk-no-such");
    assert_eq!(sv.t("desk-search.nothing"), "desk-search.nothing");
    assert_eq!(sv.t(""), "");
    assert_eq!(sv.t("."), ".");
    assert_eq!(sv.find("desk-no-such"), None);
    assert_eq!(sv.find("desk-search"), Some("Sök".into()));
    assert_eq!(sv.t("desk-ticket"), "Ärende {$number}");
}

#[test]
fn a_refusal_speaks_the_readers_language() {
    let [sv, en] = words();
    let refusal = Refusal::invalid("file", "file-too-large").with("limit", 25);
    assert_eq!(sv.refusal(&refusal), "Välj en fil som är mindre än 25 MB.");
    assert_eq!(en.refusal(&refusal), "Choose a file smaller than 25 MB.");
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    let [sv, en] = words();
    for (number, swedish, english) in [
        (0_i64, "0", "0"),
        (999, "999", "999"),
        (1_000, "1␣000", "1,000"),
        (454_560, "454␣560", "454,560"),
        (-1_234_567, "−1␣234␣567", "−1,234,567"),
        (i64::MIN, "−9␣223␣372␣036␣854␣775␣808", "−9,223,372,036,854,775,808"),
    ] {
        assert_eq!((seen(sv.number(number)), en.number(number)), (swedish.into(), english.into()));
    }
    for (parts, places, swedish, english) in [
        (314, 1, "31,4", "31.4"),
        (5, 2, "0,05", "0.05"),
        (-1_234_507, 3, "−1␣234,507", "−1,234.507"),
        (7, 0, "7", "7"),
    ] {
        assert_eq!(
            (seen(sv.decimal(parts, places)), en.decimal(parts, places)),
            (swedish.into(), english.into())
        );
    }
}

#[test]
fn shares_are_whole_per_cent() {
    let [sv, en] = words();
    assert_eq!((seen(sv.percent(73)), en.percent(73)), ("73␣%".into(), "73%".into()));
    assert_eq!(sv.share(2, 3).map(seen), Some("67␣%".into()));
    assert_eq!(sv.share(1, 200).map(seen), Some("1␣%".into()));
    assert_eq!(sv.share(0, 0), None);
    assert_eq!((sv.out_of(18, 20), en.out_of(18, 20)), ("18 av 20".into(), "18 of 20".into()));
}

#[test]
fn file_sizes_are_said_as_a_person_says_them() {
    let [sv, en] = words();
    for (bytes, swedish, english) in [
        (0, "0␣byte", "0␣bytes"),
        (999, "999␣byte", "999␣bytes"),
        (1_499, "1␣kB", "1␣kB"),
        (999_499, "999␣kB", "999␣kB"),
        (999_500, "1␣MB", "1␣MB"),
        (25_000_000, "25␣MB", "25␣MB"),
        (31_400_000, "31,4␣MB", "31.4␣MB"),
        (999_949_999, "999,9␣MB", "999.9␣MB"),
        (999_950_000, "1␣GB", "1␣GB"),
        (2_345_000_000, "2,3␣GB", "2.3␣GB"),
    ] {
        assert_eq!((seen(sv.file_size(bytes)), seen(en.file_size(bytes))), (swedish.into(), english.into()));
    }
    assert!(sv.file_size(u64::MAX).ends_with("GB"));
}

#[test]
fn lists_end_with_and() {
    let [sv, en] = words();
    assert_eq!(sv.list::<&str>(&[]), "");
    assert_eq!(sv.list(&["Johan"]), "Johan");
    assert_eq!(sv.list(&["Johan", "Sofia"]), "Johan och Sofia");
    assert_eq!(en.list(&["Johan", "Sofia", "Leila"]), "Johan, Sofia and Leila");
}

#[test]
fn timelines_name_the_day() {
    let [sv, en] = words();
    let now = local("2019-03-12T13:14");
    for (at, swedish, english) in [
        ("2019-03-12T10:02", "i dag kl.␣10.02", "today at 10:02"),
        ("2019-03-12T00:00", "i dag kl.␣00.00", "today at 00:00"),
        ("2019-03-11T23:59", "i går kl.␣23.59", "yesterday at 23:59"),
        ("2019-03-13T07:52", "i morgon kl.␣07.52", "tomorrow at 07:52"),
        ("2019-02-28T09:15", "28␣februari kl.␣09.15", "28␣February at 09:15"),
        ("2018-12-31T09:15", "31␣december 2018 kl.␣09.15", "31␣December 2018 at 09:15"),
    ] {
        let at = local(at);
        assert_eq!((seen(sv.when(at, now)), seen(en.when(at, now))), (swedish.into(), english.into()));
    }
}

#[test]
fn days_follow_the_local_calendar_over_new_year_and_clock_changes() {
    let [sv, _] = words();
    assert_eq!(sv.day_words(local("2019-01-01T08:00"), local("2018-12-31T08:00")), "i morgon");
    // The day of 25 hours: 00.30 summer time to 23.30 winter time is still today.
    assert_eq!(sv.day_words(local("2024-10-27T23:30"), local("2024-10-27T00:30")), "i dag");
    // 23.30 UTC is half past one the next morning in July.
    let late = Moment::from_timestamp("2024-07-01T23:30:00Z".parse().expect("timestamp"));
    assert_eq!(seen(sv.date(late)), "2␣juli 2024");
    assert_eq!(seen(sv.time(late)), "kl.␣01.30");
}

#[test]
fn dates_have_a_short_and_a_long_form() {
    let [sv, en] = words();
    let now = local("2019-03-12T13:14");
    let day = local("2019-03-14T09:00");
    assert_eq!((seen(sv.date(day)), seen(en.date(day))), ("14␣mars 2019".into(), "14␣March 2019".into()));
    assert_eq!(seen(sv.date_short(day, now)), "14␣mars");
    assert_eq!(seen(sv.date_long(day, now)), "torsdag 14␣mars");
    assert_eq!(seen(en.date_long(day, now)), "Thursday 14␣March");
    assert_eq!(seen(sv.date_long(day, local("2020-01-01T00:00"))), "torsdag 14␣mars 2019");
    assert_eq!(seen(sv.day(kernel::Day(20190314))), "14␣mars 2019");
    assert_eq!(sv.day(kernel::Day(20190231)), "2019-02-31");
    assert_eq!(sv.month(kernel::Day(20190301)), "mars 2019");
    let time = |text: &str| text.parse().expect("time");
    assert_eq!(seen(sv.time_span(time("08:00"), time("16:30"))), "kl.␣8–16.30");
    assert_eq!(en.time_span(time("08:00"), time("16:30")), "8:00–16:30");
}

#[test]
fn the_queue_says_what_is_left_of_the_promise() {
    let [sv, en] = words();
    let now = local("2019-03-12T13:14");
    for (due, swedish, english) in [
        ("2019-03-01T13:14", "11␣dagar över tiden", "11␣days overdue"),
        ("2019-03-10T13:14", "2␣dagar över tiden", "2␣days overdue"),
        ("2019-03-10T13:15", "47␣tim över tiden", "47␣hours overdue"),
        ("2019-03-12T12:14", "1␣tim över tiden", "1␣hour overdue"),
        ("2019-03-12T13:02", "12␣min över tiden", "12␣min overdue"),
        ("2019-03-12T13:13:59", "1␣min över tiden", "1␣min overdue"),
        ("2019-03-12T13:14", "1␣min kvar", "1␣min left"),
        ("2019-03-12T14:02", "48␣min kvar", "48␣min left"),
        ("2019-03-12T14:13:59", "59␣min kvar", "59␣min left"),
        ("2019-03-12T14:14", "I dag kl.␣14.14", "Today 14:14"),
        ("2019-03-12T14:40", "I dag kl.␣14.40", "Today 14:40"),
        ("2019-03-13T10:00", "I morgon kl.␣10.00", "Tomorrow 10:00"),
        ("2019-03-14T10:00", "Torsdag 14␣mars", "Thursday 14␣March"),
        ("2020-01-09T10:00", "Torsdag 9␣januari 2020", "Thursday 9␣January 2020"),
    ] {
        let due = local(due);
        assert_eq!(
            (seen(sv.due_words(due, now)), seen(en.due_words(due, now))),
            (swedish.into(), english.into())
        );
    }
    assert!(!sv.due_words(Moment(i64::MIN), Moment(i64::MAX)).is_empty());
    assert!(!sv.due_words(Moment(i64::MAX), Moment(i64::MIN)).is_empty());
}

#[test]
fn open_time_is_hours_and_minutes() {
    let [sv, en] = words();
    for (minutes, swedish, english) in [
        (-5, "0␣min", "0␣min"),
        (45, "45␣min", "45␣min"),
        (60, "1␣timme", "1␣hour"),
        (80, "1␣tim 20␣min", "1␣h 20␣min"),
        (240, "4␣timmar", "4␣hours"),
        (2_400, "40␣timmar", "40␣hours"),
    ] {
        assert_eq!(
            (seen(sv.duration(minutes)), seen(en.duration(minutes))),
            (swedish.into(), english.into())
        );
    }
}

#[test]
fn another_time_zone_moves_every_time() {
    let zone = TimeZone::get("Europe/Helsinki").expect("bundled zone");
    let texts = Texts::new(&[]).expect("sound texts").in_zone(zone).leak();
    assert_eq!(seen(texts.words(Lang::Sv).time(local("2019-03-12T13:14"))), "kl.␣14.14");
}

#[test]
fn unsound_files_are_refused_with_file_and_line() {
    let source = Source {
        slice: "desk",
        sv: "a-title = Rubrik\na-title = Igen\nb-link = Se { a-nothing }\nc-only = Bara här\n= skräp\n",
        en: "a-title = Title\nb-link = See { a-title }\ndate-today = Mine\n",
    };
    let error = Texts::new(&[source]).expect_err("must be refused").to_string();
    for line in [
        "crates/desk/texts/sv.ftl:5: ",
        "crates/desk/texts/sv.ftl:2: a-title is already said in crates/desk/texts/sv.ftl:1",
        "crates/desk/texts/sv.ftl:3: b-link refers to a-nothing, which is not there",
        "crates/desk/texts/en.ftl:3: date-today is already said in crates/texts/texts/en.ftl:",
        "crates/desk/texts/sv.ftl:4: c-only has no counterpart in crates/desk/texts/en.ftl",
    ] {
        assert!(error.contains(line), "{line}\nnot in\n{error}");
    }
}
