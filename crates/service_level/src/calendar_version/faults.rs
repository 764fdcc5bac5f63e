use kernel::Refusal;

use crate::calendar::{Fault, Place, Problem, Step, WEEKDAYS};

/// A fault of a definition as a refusal, so that a page says it in the reader's language with its line.
pub(super) fn refusal(problem: &Problem) -> Refusal {
    let mut refusal = said(&problem.fault);
    refusal.field = Some(field(&problem.place));
    let place = if problem.place.0.is_empty() { "TOML".to_owned() } else { problem.place.to_string() };
    refusal.with("line", problem.line.unwrap_or(1)).with("place", place)
}

/// The field of the form that holds the value; the definition as a whole where none does.
fn field(place: &Place) -> &'static str {
    const TOP: [&str; 4] = ["timezone", "holidays", "closed", "short"];
    let mut fields = TOP.into_iter().chain(WEEKDAYS);
    let named = place.0.iter().find_map(|step| match step {
        Step::Key(key) if key != "week" => Some(key.as_str()),
        _ => None,
    });
    named.and_then(|key| fields.find(|field| *field == key)).unwrap_or("definition")
}

fn said(fault: &Fault) -> Refusal {
    let invalid = |code| Refusal::invalid("definition", code);
    match fault {
        Fault::NotToml(detail) => invalid("calendar-not-toml").with("detail", detail),
        Fault::UnknownKey { key, nearest, known } => {
            invalid("calendar-unknown-key").with("key", key).with("known", nearest_or(*nearest, known))
        }
        Fault::KeyBelongsAtTop { key } => invalid("calendar-key-belongs-at-top").with("key", key),
        Fault::Missing { key, example } => {
            invalid("calendar-key-missing").with("key", key).with("example", example)
        }
        Fault::WrongType { example, .. } => invalid("calendar-wrong-type").with("example", example),
        Fault::UnknownZone { name, nearest } => invalid("calendar-unknown-time-zone")
            .with("name", name)
            .with("known", nearest.as_deref().unwrap_or("Europe/Stockholm")),
        Fault::UnknownHolidays(name) => invalid("calendar-unknown-holidays").with("name", name),
        Fault::UnknownDay { name, nearest, known } => {
            invalid("calendar-unknown-day").with("name", name).with("known", nearest_or(*nearest, known))
        }
        Fault::NoSuchDate(date) => invalid("calendar-no-such-date").with("date", date),
        Fault::DateOutsideYears(date) => invalid("calendar-date-outside-years")
            .with("date", date)
            .with("first", crate::calendar::FIRST_YEAR)
            .with("last", crate::calendar::LAST_YEAR),
        Fault::NotATime(text) => invalid("calendar-not-a-time").with("text", text),
        Fault::NotASpan(text) => invalid("calendar-not-a-span").with("text", text),
        Fault::SpanEmpty(span) => invalid("calendar-span-empty").with("span", span),
        Fault::SpanBackwards(span) => invalid("calendar-span-backwards").with("span", span),
        Fault::SpansOverlap(one, other) => {
            invalid("calendar-spans-overlap").with("one", one).with("other", other)
        }
        Fault::SpansUnordered(one, other) => {
            invalid("calendar-spans-unordered").with("one", one).with("other", other)
        }
        Fault::ShortenedTwice(day) => invalid("calendar-shortened-twice").with("day", day),
    }
}

fn nearest_or(nearest: Option<&'static str>, known: &[&str]) -> String {
    nearest.map_or_else(|| known.join(", "), str::to_owned)
}
