//! Who reports what on a day (pure): requesters by how much their workplace asks, tickets by what it writes.

use std::collections::{HashMap, HashSet};

use desk::history::{Origin, Past};
use desk::ticket::{Level, Matrix, Requester, Source, Stage};
use kernel::{Day, Id, Moment};
use service_level::calendar::{Calendar, Definition};
use texts::Words;

use super::chance::Chance;
use super::dates::Dates;
use super::devices::{self, Device};
use super::files::{Files, Unit};
use super::fill::{About, fill};
use super::people::{self, Person};
use super::story::{Case, Crew, tell};
use super::templates::{self, Kind, Template, Templates, Weight};
use super::{DemoError, FIRST_LINE, FIRST_NUMBER, midnight, named_id, past, season};

/// Everybody and everything that a ticket can be about.
pub struct Cast {
    files: Files,
    templates: Templates,
    people: Vec<Person>,
    /// Places of people in `people`, by setting.
    by_setting: Vec<(String, u64, Vec<usize>)>,
    committees: HashMap<Id, Id>,
    devices: HashMap<(Id, String), Vec<Device>>,
    crew: Crew,
    dates: Dates,
    words: Words,
}

/// What the school called its own list before the merger.
const OWN_LIST: &str = "skolans-lista";
const SCHOOL_IT: &str = "skol-it";
const TRIES: u64 = 12;

impl Cast {
    pub fn gather(dates: &Dates, words: Words) -> Result<Self, DemoError> {
        let (files, templates) = (Files::read()?, Templates::read()?);
        let people = people::people(&files, dates);
        let mut devices: HashMap<(Id, String), Vec<Device>> = HashMap::new();
        for device in devices::devices(&files, &people, dates) {
            let holder = device.person.unwrap_or(device.unit);
            devices.entry((holder, device.kind.clone())).or_default().push(device);
        }
        Ok(Self {
            by_setting: by_setting(&files, &people),
            committees: committees(&files),
            crew: crew(&files)?,
            devices,
            people,
            templates,
            files,
            dates: *dates,
            words,
        })
    }

    /// The day's tickets that were reported after one moment and not after another.
    pub fn tickets(&self, day: Day, after: Moment, until: Moment, open: &mut HashSet<String>) -> Vec<Past> {
        let count = u64::try_from(season::tickets_on(day, &self.dates)).unwrap_or(0);
        // Numbers are known from the beginning, so that what is reported while the past is written comes after it.
        let last = FIRST_NUMBER + self.count_through(day);
        let mut of_day: Vec<Past> = Vec::new();
        for nth in 0..count {
            let stream = u64::try_from(day.0).unwrap_or(0) * 1_000 + nth;
            let mut past = self.ticket(day, stream, 0, until);
            // Two that are open never say the same; what stands already is left as it is.
            for salt in 1..=TRIES {
                let fresh = |past: &Past| past.created_at > after && past.created_at <= until;
                let clashes = |past: &Past| fresh(past) && is_open(past) && open.contains(&past.title);
                if !past.as_ref().is_some_and(clashes) {
                    break;
                }
                past = self.ticket(day, stream, salt, until);
            }
            if let Some(past) = past {
                if is_open(&past) && past.created_at <= until {
                    open.insert(past.title.clone());
                }
                of_day.push(past);
            }
        }
        of_day.sort_by_key(|past| past.created_at);
        for (past, back) in of_day.iter_mut().rev().zip(0..) {
            past.number = Some(last - back);
        }
        of_day.retain(|past| past.created_at > after && past.created_at <= until);
        of_day
    }

    /// How many tickets have been reported by the end of a day since the records began: the last number is that far on.
    pub fn count_through(&self, day: Day) -> i64 {
        Dates::days(self.dates.first, day).map(|day| season::tickets_on(day, &self.dates)).sum()
    }

    fn ticket(&self, day: Day, stream: u64, salt: u64, until: Moment) -> Option<Past> {
        let mut chance = Chance::of("ticket", stream * 100 + salt);
        let before = day < self.dates.merger;
        let (requester, unit) = self.requester(day, before, &mut chance)?;
        let month = day.date()?.month();
        let template = self.templates.draw(&mut chance, &unit.setting, month)?;
        let source = channel(template, &mut chance);
        let created = created(day, source, &mut chance);
        let device = self.device(template, requester, unit, &mut chance);
        let other = chance.pick(&self.files.people.names.given).cloned().unwrap_or_default();
        let at = crate::house::zone().to_datetime(created.timestamp());
        let about = About {
            caller: &requester.given,
            other: &other,
            unit,
            device: device.map(|device| device.number.as_str()),
            day,
            clock: (at.hour(), at.minute()),
        };
        let filled = fill(&template.written, about, &self.templates.fillings, self.words, &mut chance);
        let written = &template.written;
        let group = if before { SCHOOL_IT } else { written.group.as_str() };
        let case = Case {
            stream,
            created,
            by_phone: source == Source::Phone,
            requester: requester.id,
            group: self.group(group, &mut chance),
            respond: written.respond,
            solve: written.solve,
            answer: filled.text(&written.answer),
            question: written
                .question
                .as_ref()
                .zip(written.reply.as_ref())
                .map(|(q, r)| (filled.text(q), filled.text(r))),
            resolution: filled.text(&written.resolution),
        };
        let steps = tell(&case, &self.crew, &self.templates.fillings.minutes, until);
        let (impact, urgency) = (level(written.impact), level(written.urgency));
        let unit_id = named_id("unit", &unit.slug);
        Some(Past {
            id: Id::seeded(u64::try_from(created.0 / 1_000).ok()?, u128::from(stream)),
            number: None,
            origin: before.then(|| Origin { source: OWN_LIST.to_owned(), reference: stream.to_string() }),
            kind: kind(written.kind),
            title: filled.title(),
            description: filled.description(),
            impact,
            urgency,
            priority: Matrix::default().priority(impact, urgency),
            requester: Requester::Person(requester.id),
            unit: Some(unit_id),
            committee: *self.committees.get(&unit_id)?,
            service: Some(named_id("service", &template.service)),
            device: device.map(|device| device.id),
            group: named_id("group", if before { SCHOOL_IT } else { FIRST_LINE }),
            source: if before { Source::Import } else { source },
            promise: (!before).then(past::promise),
            created_at: created,
            steps,
            followers: Vec::new(),
            links: Vec::new(),
        })
    }

    /// Somebody who works that day, drawn by how much their setting asks. Before the merger only schools are known.
    fn requester(&self, day: Day, schools_only: bool, chance: &mut Chance) -> Option<(&Person, &Unit)> {
        let asks = |of: &&(String, u64, Vec<usize>)| !schools_only || of.0 == "school";
        let settings: Vec<&(String, u64, Vec<usize>)> = self.by_setting.iter().filter(asks).collect();
        for _ in 0..20 {
            let (_, _, places) = chance.weighted(&settings, |of| of.1)?;
            let person = self.people.get(*chance.pick(places)?)?;
            let here = |place: &&people::Affiliation| {
                place.main && place.from <= day && place.to.is_none_or(|to| day <= to)
            };
            let Some(place) = person.affiliations.iter().find(here) else { continue };
            let unit =
                self.files.organisation.unit.iter().find(|unit| named_id("unit", &unit.slug) == place.unit);
            if let Some(unit) = unit {
                return Some((person, unit));
            }
        }
        None
    }

    /// The first kind that the requester holds, else one of the unit's.
    fn device(
        &self,
        template: &Template,
        person: &Person,
        unit: &Unit,
        chance: &mut Chance,
    ) -> Option<&Device> {
        let unit = named_id("unit", &unit.slug);
        for kind in &template.written.device {
            for holder in [person.id, unit] {
                if let Some(held) = self.devices.get(&(holder, kind.clone())) {
                    return chance.pick(held);
                }
            }
        }
        None
    }

    /// The place of the group among the crew's. What the first line could solve it sometimes hands over, and less each year.
    fn group(&self, slug: &str, chance: &mut Chance) -> usize {
        let place = |slug: &str| self.files.groups.group.iter().position(|group| group.slug == slug);
        let own = place(slug).unwrap_or(self.crew.first_line);
        if own == self.crew.first_line && chance.percent(8) {
            return place("klienter").unwrap_or(own);
        }
        own
    }
}

fn is_open(past: &Past) -> bool {
    use desk::history::What;
    let last = past.steps.iter().rev().find_map(|step| match step.what {
        What::Stage(stage) => Some(stage),
        _ => None,
    });
    last.is_none_or(Stage::is_open)
}

fn by_setting(files: &Files, people: &[Person]) -> Vec<(String, u64, Vec<usize>)> {
    let mut found: Vec<(String, u64, Vec<usize>)> = Vec::new();
    for (setting, appetite) in &files.people.appetite {
        let places: Vec<usize> =
            (0..).zip(people).filter(|(_, one)| one.setting == *setting).map(|(nth, _)| nth).collect();
        if setting != "politics" && !places.is_empty() {
            let weight = appetite * u64::try_from(places.len()).unwrap_or(0);
            found.push((setting.clone(), weight, places));
        }
    }
    found
}

/// The committee above each unit: who owns its tickets.
fn committees(files: &Files) -> HashMap<Id, Id> {
    let units: HashMap<&str, &Unit> =
        files.organisation.unit.iter().map(|unit| (unit.slug.as_str(), unit)).collect();
    let above = |unit: &Unit| {
        let mut at = Some(unit.slug.clone());
        while let Some(unit) = at.as_deref().and_then(|slug| units.get(slug)) {
            if unit.kind == "committee" {
                return Some(named_id("unit", &unit.slug));
            }
            at = unit.parent.clone();
        }
        None
    };
    files
        .organisation
        .unit
        .iter()
        .filter_map(|unit| Some((named_id("unit", &unit.slug), above(unit)?)))
        .collect()
}

fn crew(files: &Files) -> Result<Crew, DemoError> {
    let groups = files.groups.group.iter().map(|group| {
        let members = group.members.iter().map(|slug| named_id("person", slug)).collect();
        (named_id("group", &group.slug), members)
    });
    let definition =
        Definition::from_toml(service_level::defaults::CALENDAR).map_err(|_| DemoError::Calendar)?;
    Ok(Crew {
        groups: groups.collect(),
        first_line: files.groups.group.iter().position(|group| group.slug == FIRST_LINE).unwrap_or(0),
        calendar: Calendar::new(definition),
    })
}

fn channel(template: &Template, chance: &mut Chance) -> Source {
    let templates::Channels { phone, portal, mail, walk_in } = template.written.channels;
    let ways =
        [(Source::Phone, phone), (Source::Portal, portal), (Source::Mail, mail), (Source::Visit, walk_in)];
    chance.weighted(&ways, |way| way.1).map_or(Source::Portal, |way| way.0)
}

/// Calls come while somebody answers, most of them in the morning; what is written comes a little before and after too.
fn created(day: Day, source: Source, chance: &mut Chance) -> Moment {
    const HOURS: [(i64, u64); 10] =
        [(7, 4), (8, 20), (9, 18), (10, 14), (11, 8), (12, 6), (13, 13), (14, 10), (15, 7), (16, 3)];
    let hour = chance.weighted(&HOURS, |hour| hour.1).map_or(9, |hour| hour.0);
    let hour = if matches!(source, Source::Phone | Source::Visit) { hour.clamp(8, 15) } else { hour };
    let minutes = hour * 60 + chance.between(0, 59);
    midnight(day).plus(minutes * Moment::MINUTE).plus_seconds(chance.between(0, 59))
}

const fn kind(kind: Kind) -> desk::ticket::Kind {
    match kind {
        Kind::Incident => desk::ticket::Kind::Incident,
        Kind::ServiceRequest => desk::ticket::Kind::ServiceRequest,
    }
}

const fn level(weight: Weight) -> Level {
    match weight {
        Weight::Low => Level::Low,
        Weight::Medium => Level::Medium,
        Weight::High => Level::High,
    }
}
