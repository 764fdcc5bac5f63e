//! Worked examples that others can check by hand.

use jiff::SignedDuration;
use jiff::civil::date;
use service_level::calendar::{
    Calendar, DayKind, bridge_days, days_of_year, due, easter_sunday, elapsed, read_instant, write_instant,
};

use crate::{calendar, office};

const ROUND_THE_CLOCK: &str = r#"
timezone = "Europe/Stockholm"
[week]
monday = ["00:00-24:00"]
tuesday = ["00:00-24:00"]
wednesday = ["00:00-24:00"]
thursday = ["00:00-24:00"]
friday = ["00:00-24:00"]
saturday = ["00:00-24:00"]
sunday = ["00:00-24:00"]
"#;

fn due_text(calendar: &Calendar, start: &str, minutes: i64) -> String {
    let zone = calendar.definition().zone();
    let start = read_instant(start, zone).expect(start);
    write_instant(due(calendar, start, SignedDuration::from_mins(minutes)).expect("due"), zone)
}

#[test]
fn office_hours_pass_over_red_days_eves_and_weekends() {
    let office = office();
    for (start, minutes, want) in [
        ("2026-04-02T15:00", 240, "2026-04-07T10:30:00+02:00"),
        ("2019-06-20T16:00", 60, "2019-06-24T08:30:00+02:00"),
        ("2019-12-23T16:15", 480, "2019-12-27T15:45:00+01:00"),
        ("2018-12-28T12:00", 510, "2019-01-02T12:00:00+01:00"),
        ("2026-05-13T16:00", 60, "2026-05-15T08:30:00+02:00"),
        ("2026-03-28T12:00", 60, "2026-03-30T09:00:00+02:00"),
        ("2019-05-29T16:25", 10, "2019-05-31T08:05:00+02:00"),
        ("2026-01-05T16:00", 45, "2026-01-07T08:15:00+01:00"),
    ] {
        assert_eq!(due_text(&office, start, minutes), want, "{start} + {minutes}");
    }
}

#[test]
fn a_shortened_maundy_thursday_leaves_more_for_after_easter() {
    let text = format!(
        "{}\n[[short]]\nday = \"maundy_thursday\"\ncloses = \"14:00\"\n",
        service_level::defaults::CALENDAR
    );
    assert_eq!(due_text(&calendar(&text), "2026-04-02T15:00", 240), "2026-04-07T12:00:00+02:00");
}

#[test]
fn minutes_are_real_minutes_when_the_clocks_change() {
    let always = calendar(ROUND_THE_CLOCK);
    assert_eq!(due_text(&always, "2026-03-28T23:00", 240), "2026-03-29T04:00:00+02:00");
    assert_eq!(due_text(&always, "2026-10-24T23:00", 240), "2026-10-25T02:00:00+01:00");
}

#[test]
fn elapsed_time_passes_over_easter() {
    let office = office();
    let read = |text| read_instant(text, office.definition().zone()).expect(text);
    let open = elapsed(&office, read("2019-04-18T16:00"), read("2019-04-23T09:00")).expect("elapsed");
    assert_eq!(open, SignedDuration::from_mins(90));
}

#[test]
fn easter_and_the_clocks_fall_where_they_fell() {
    for (year, month, day) in [
        (2018, 4, 1),
        (2019, 4, 21),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2038, 4, 25),
        (2049, 4, 18),
    ] {
        assert_eq!(easter_sunday(year), date(year, month, day));
    }
}

#[test]
fn the_years_have_so_many_working_days() {
    let office = office();
    for (year, want) in
        [(2018, 250), (2019, 250), (2024, 251), (2025, 249), (2026, 251), (2027, 253), (2028, 251)]
    {
        let days = days_of_year(office.definition(), year);
        let open = days.iter().filter(|day| day.kind != DayKind::Closed).count();
        assert_eq!(open, want, "{year}");
    }
}

#[test]
fn bridge_days_are_pointed_out() {
    let office = office();
    for (year, want) in [
        (2019, vec![(5, 31), (6, 7), (12, 23), (12, 27), (12, 30)]),
        (2025, vec![(5, 2), (5, 30)]),
        (2026, vec![(1, 2), (1, 5), (5, 15)]),
        (2027, vec![(5, 7)]),
    ] {
        let want: Vec<_> = want.into_iter().map(|(month, day)| date(year, month, day)).collect();
        assert_eq!(bridge_days(office.definition(), year), want, "{year}");
    }
}
