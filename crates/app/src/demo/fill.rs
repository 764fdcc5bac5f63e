//! Fills a written ticket's placeholders (pure): drawn once a ticket, so that its title and its solution speak of the same room.

use std::collections::BTreeMap;

use kernel::Day;
use texts::Words;

use super::chance::Chance;
use super::dates::step;
use super::files::Unit;
use super::people::digits;
use super::templates::{Fillings, Pace, Written};

/// Who and what the ticket is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub caller: &'a str,
    pub other: &'a str,
    pub unit: &'a Unit,
    pub device: Option<&'a str>,
    pub day: Day,
    pub clock: (i8, i8),
}

pub struct Filled<'a> {
    values: Vec<(&'static str, String)>,
    written: &'a Written,
}

/// Draws what the placeholders stand for.
pub fn fill<'a>(
    written: &'a Written,
    about: About<'_>,
    fillings: &Fillings,
    w: Words,
    chance: &mut Chance,
) -> Filled<'a> {
    let unit = about.unit;
    let place = |of: &BTreeMap<String, Vec<String>>, chance: &mut Chance, key: &str| {
        let pool = of.get(key).or_else(|| of.get("default")).or_else(|| of.get("office"));
        pool.and_then(|pool| chance.pick(pool)).cloned().unwrap_or_default()
    };
    let pattern = |pattern: &str, chance: &mut Chance| {
        let house = chance.pick(&unit.houses).map_or("A", String::as_str).to_owned();
        let floor = chance.between(1, 3).to_string();
        digits(&pattern.replace("{house}", &house).replace("{floor}", &floor), chance)
    };
    let room = place(&fillings.room, chance, &unit.setting);
    let room = pattern(&room, chance);
    let span = |span: [i64; 2], chance: &mut Chance| chance.between(span[0], span[1]);
    let long = matches!(written.solve, Pace::Slow | Pace::Days);
    let since = place(&fillings.since, chance, if long { "long" } else { "short" });
    let patterns = &fillings.patterns;
    let earlier = step(about.day, -span(patterns.date, chance));
    let coming = working_day(step(about.day, span(patterns.coming, chance)));
    let before: Vec<&String> = patterns.clock.iter().filter(|clock| time(clock) < about.clock).collect();
    let clock = chance.pick(&before).map_or("8.10", |clock| clock.as_str()).to_owned();
    let any = |pool: &[String], chance: &mut Chance| chance.pick(pool).cloned().unwrap_or_default();
    let day = |day: Day| w.date_short(super::midnight(day), super::midnight(about.day));
    let values = vec![
        ("{caller}", about.caller.to_owned()),
        ("{name_first}", about.other.to_owned()),
        ("{unit}", unit.name.clone()),
        ("{room}", room),
        ("{flat}", digits(&any(&patterns.flat, chance), chance)),
        ("{device}", about.device.unwrap_or_default().to_owned()),
        ("{class}", place(&fillings.class, chance, &unit.slug)),
        ("{date}", day(earlier)),
        ("{coming}", day(coming)),
        ("{clock}", clock),
        ("{Since}", capital(&since)),
        ("{since}", since),
        ("{number}", span(patterns.number, chance).to_string()),
        ("{few}", span(patterns.few, chance).to_string()),
        ("{floor}", span(patterns.floor, chance).to_string()),
        ("{file}", place(&fillings.file, chance, &unit.setting)),
        ("{system}", place(&fillings.system, chance, &unit.setting)),
        ("{program}", place(&fillings.program, chance, &unit.setting)),
        ("{code}", place(&fillings.code, chance, "any")),
        ("{phone}", digits(&patterns.phone, chance)),
        ("{outlet}", pattern(&any(&patterns.outlet, chance), chance)),
    ];
    Filled { values, written }
}

impl Filled<'_> {
    pub fn title(&self) -> String {
        capital(&self.text(&self.written.title))
    }

    pub fn description(&self) -> String {
        self.text(&self.written.description)
    }

    pub fn text(&self, text: &str) -> String {
        self.values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// `8.25` as hours and minutes.
fn time(clock: &str) -> (i8, i8) {
    let (hours, minutes) = clock.split_once('.').unwrap_or((clock, "0"));
    (hours.parse().unwrap_or(0), minutes.parse().unwrap_or(0))
}

fn working_day(day: Day) -> Day {
    use jiff::civil::Weekday::{Saturday, Sunday};
    match day.date().map(jiff::civil::Date::weekday) {
        Some(Saturday) => step(day, 2),
        Some(Sunday) => step(day, 1),
        _ => day,
    }
}
