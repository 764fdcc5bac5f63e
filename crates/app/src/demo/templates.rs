//! The written tickets of `examples/ljusvik/tickets`, and which of them a day draws.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chance::Chance;
use super::files::FileError;

#[derive(Debug, Deserialize)]
struct File {
    service: String,
    ticket: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    pub kind: Kind,
    pub title: String,
    pub description: String,
    pub impact: Weight,
    pub urgency: Weight,
    pub settings: Vec<String>,
    #[serde(default)]
    pub device: Vec<String>,
    pub group: String,
    #[serde(default)]
    pub channels: Channels,
    pub season: Option<String>,
    pub share: u64,
    pub respond: Pace,
    pub solve: Pace,
    pub answer: String,
    pub question: Option<String>,
    pub reply: Option<String>,
    pub resolution: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Incident,
    ServiceRequest,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    Low,
    Medium,
    High,
}

/// Weights for how a ticket comes in.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Channels {
    pub phone: u64,
    pub portal: u64,
    pub mail: u64,
    pub walk_in: u64,
}

impl Default for Channels {
    fn default() -> Self {
        Self { phone: 45, portal: 35, mail: 15, walk_in: 5 }
    }
}

/// A class of time.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    Quick,
    Normal,
    Slow,
    Days,
}

#[derive(Debug, Deserialize)]
pub struct Season {
    pub slug: String,
    pub months: Vec<i8>,
    /// Tenths are enough: the file says 0.3.
    pub times: f64,
    pub else_times: f64,
}

/// What fills the placeholders, and how long things take.
#[derive(Debug, Deserialize)]
pub struct Fillings {
    pub room: BTreeMap<String, Vec<String>>,
    pub class: BTreeMap<String, Vec<String>>,
    pub system: BTreeMap<String, Vec<String>>,
    pub program: BTreeMap<String, Vec<String>>,
    pub file: BTreeMap<String, Vec<String>>,
    pub code: BTreeMap<String, Vec<String>>,
    pub since: BTreeMap<String, Vec<String>>,
    pub patterns: Patterns,
    pub minutes: Minutes,
    pub season: Vec<Season>,
}

#[derive(Debug, Deserialize)]
pub struct Patterns {
    pub flat: Vec<String>,
    pub phone: String,
    pub outlet: Vec<String>,
    pub clock: Vec<String>,
    pub number: [i64; 2],
    pub few: [i64; 2],
    pub floor: [i64; 2],
    pub date: [i64; 2],
    pub coming: [i64; 2],
}

/// Least, usual and most minutes of open time, by class.
#[derive(Debug, Deserialize)]
pub struct Minutes {
    pub respond: BTreeMap<Pace, [i64; 3]>,
    pub solve: BTreeMap<Pace, [i64; 3]>,
}

/// A written ticket with the service that it is about.
#[derive(Debug)]
pub struct Template {
    pub service: String,
    pub written: Written,
}

#[derive(Debug)]
pub struct Templates {
    pub all: Vec<Template>,
    pub fillings: Fillings,
}

macro_rules! tickets {
    ($($name:literal),* $(,)?) => {
        [$((concat!("examples/ljusvik/tickets/", $name, ".toml"),
            include_str!(concat!("../../../../examples/ljusvik/tickets/", $name, ".toml")))),*]
    };
}

const FILES: [(&str, &str); 24] = tickets![
    "digitala-moten",
    "digitala-prov",
    "distansatkomst",
    "e-post",
    "e-tjanster",
    "ekonomi-och-lon",
    "elevdator",
    "elevregister",
    "fast-nat",
    "filer",
    "it-sakerhet",
    "konto-och-inloggning",
    "larardator",
    "larm-och-las",
    "larplattform",
    "mobil",
    "personaldator",
    "program",
    "surfplatta",
    "telefoni",
    "tradlost-nat",
    "utskrift",
    "verksamhetssystem",
    "visning",
];

impl Templates {
    pub fn read() -> Result<Self, FileError> {
        let mut all = Vec::new();
        for (file, text) in FILES {
            let read: File = toml::from_str(text).map_err(|error| FileError { file, error })?;
            let service = read.service;
            all.extend(read.ticket.into_iter().map(|written| Template { service: service.clone(), written }));
        }
        let words = include_str!("../../../../examples/ljusvik/words.toml");
        let fillings = toml::from_str(words)
            .map_err(|error| FileError { file: "examples/ljusvik/words.toml", error })?;
        Ok(Self { all, fillings })
    }

    /// One that such a setting writes in such a month. There are more ways to break than to order, so the kind comes first.
    pub fn draw(&self, chance: &mut Chance, setting: &str, month: i8) -> Option<&Template> {
        // 50 of a hundred break and 3 ask; 45 want something, and 2 are changes, which come with their own kinds later.
        let kind = if chance.percent(53) { Kind::Incident } else { Kind::ServiceRequest };
        let fits = |template: &&Template| {
            template.written.kind == kind && template.written.settings.iter().any(|one| one == setting)
        };
        let fitting: Vec<&Template> = self.all.iter().filter(fits).collect();
        chance.weighted(&fitting, |template| self.weight(&template.written, month)).copied()
    }

    /// The share times the season's factor, in tenths.
    fn weight(&self, written: &Written, month: i8) -> u64 {
        let season = written
            .season
            .as_ref()
            .and_then(|slug| self.fillings.season.iter().find(|one| one.slug == *slug));
        let Some(season) = season else { return written.share * 10 };
        let times = if season.months.contains(&month) { season.times } else { season.else_times };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "factors of the file are 0 to 10"
        )]
        let tenths = (times * 10.0).round() as u64;
        written.share * tenths
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::files::Files;
    use super::*;

    #[test]
    fn there_are_three_hundred_and_each_points_at_what_is_there() {
        let (files, templates) = (Files::read().expect("files"), Templates::read().expect("templates"));
        assert!(templates.all.len() >= 300, "{} written tickets, 300 are wanted", templates.all.len());
        let groups: HashSet<&str> = files.groups.group.iter().map(|group| group.slug.as_str()).collect();
        let services: HashSet<&str> =
            files.services.service.iter().map(|service| service.slug.as_str()).collect();
        let kinds: HashSet<&str> = files.devices.kind.iter().map(|kind| kind.slug.as_str()).collect();
        let mut words = HashSet::new();
        for Template { service, written } in &templates.all {
            assert!(groups.contains(written.group.as_str()), "{}: {}", written.title, written.group);
            assert!(services.contains(service.as_str()), "{service}");
            assert!(written.device.iter().all(|kind| kinds.contains(kind.as_str())), "{}", written.title);
            assert_eq!(written.question.is_some(), written.reply.is_some(), "{}", written.title);
            let seasons = &templates.fillings.season;
            assert!(
                written.season.iter().all(|slug| seasons.iter().any(|one| one.slug == *slug)),
                "{}",
                written.title
            );
            assert!(words.insert((&written.title, &written.description)), "twice: {}", written.title);
        }
    }

    #[test]
    fn every_setting_has_something_to_say_in_every_month() {
        let (files, templates) = (Files::read().expect("files"), Templates::read().expect("templates"));
        let settings: HashSet<&str> = files
            .organisation
            .unit
            .iter()
            .filter(|unit| unit.staff > 0)
            .map(|unit| unit.setting.as_str())
            .collect();
        let mut chance = Chance::of("test", 1);
        for setting in settings {
            for month in 1..=12 {
                for _ in 0..20 {
                    assert!(
                        templates.draw(&mut chance, setting, month).is_some(),
                        "{setting} in month {month}"
                    );
                }
            }
        }
    }
}
