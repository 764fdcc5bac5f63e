use web::Form;

use crate::calendar::{Draft, DraftShort, DraftWeek, EVES, WEEKDAYS};

/// The field with the closing time of an eve.
pub(super) fn short_field(eve: &str) -> String {
    format!("short_{eve}")
}

/// A new calendar before anybody types.
pub(super) fn blank() -> Draft {
    let eves = ["midsummer_eve", "christmas_eve", "new_years_eve"];
    let office = || vec!["08:00-16:30".to_owned()];
    Draft {
        timezone: "Europe/Stockholm".to_owned(),
        holidays: Some("sweden".to_owned()),
        closed: eves.map(str::to_owned).to_vec(),
        week: DraftWeek {
            monday: office(),
            tuesday: office(),
            wednesday: office(),
            thursday: office(),
            friday: office(),
            ..DraftWeek::default()
        },
        ..Draft::default()
    }
}

/// The form as a draft. What the form does not show is kept from `before`.
pub(super) fn draft(form: &Form, before: &Draft) -> Draft {
    let mut draft = Draft {
        timezone: form.text("timezone"),
        holidays: form.maybe("holidays"),
        closed: form.all("closed_eve").into_iter().map(str::to_owned).collect(),
        pause: before.pause.clone(),
        stop: before.stop.clone(),
        targets: before.targets.clone(),
        week: DraftWeek::default(),
        short: Vec::new(),
    };
    draft.closed.extend(lines(&form.text("closed")));
    for (name, spans) in WEEKDAYS.into_iter().zip(draft.week.days_mut()) {
        let typed = form.text(name);
        *spans =
            typed.split([',', '\n']).map(str::trim).filter(|span| !span.is_empty()).map(dashed).collect();
    }
    for eve in EVES {
        if let Some(closes) = form.maybe(&short_field(eve.code())) {
            draft.short.push(DraftShort { day: eve.code().to_owned(), closes });
        }
    }
    for line in lines(&form.text("short")) {
        let (day, closes) = line.split_once(char::is_whitespace).unwrap_or((&line, ""));
        draft.short.push(DraftShort { day: day.to_owned(), closes: closes.trim().to_owned() });
    }
    draft
}

/// A dash between clock times is as good as a hyphen.
fn dashed(span: &str) -> String {
    span.replace(['\u{2013}', '\u{2014}'], "-")
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn is_eve(day: &str) -> bool {
    EVES.iter().any(|eve| eve.code() == day)
}

pub(super) fn closed_dates(draft: &Draft) -> String {
    draft.closed.iter().filter(|day| !is_eve(day)).map(String::as_str).collect::<Vec<_>>().join("\n")
}

pub(super) fn short_dates(draft: &Draft) -> String {
    let dates = draft.short.iter().filter(|short| !is_eve(&short.day));
    dates.map(|short| format!("{} {}", short.day, short.closes)).collect::<Vec<_>>().join("\n")
}

pub(super) fn closing_time(draft: &Draft, eve: &str) -> String {
    draft.short.iter().find(|short| short.day == eve).map_or_else(String::new, |short| short.closes.clone())
}
