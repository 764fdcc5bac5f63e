//! The registry of all texts: built once at start, refused whole if any file is not sound.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::Mutex;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use kernel::Lang;
use unic_langid::LanguageIdentifier;

use crate::{Words, ftl, numbers};

type Bundle = FluentBundle<FluentResource>;

/// At most so many different missing keys are remembered, so that a fault in a loop cannot fill the memory.
const REMEMBERED_FAULTS: usize = 1_000;

/// One slice's files, embedded: `Source { slice: "desk", sv: include_str!("../texts/sv.ftl"), en: … }`.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub slice: &'static str,
    pub sv: &'static str,
    pub en: &'static str,
}

impl Source {
    /// This crate's own: dates, numbers, promises.
    pub const OWN: Self =
        Self { slice: "texts", sv: include_str!("../texts/sv.ftl"), en: include_str!("../texts/en.ftl") };

    pub(crate) const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }

    pub(crate) fn file(&self, lang: Lang) -> String {
        format!("crates/{}/texts/{}.ftl", self.slice, lang.code())
    }
}

/// All texts in both languages. Checked by [`Texts::new`]; after that nothing can be missing but a misspelt key.
pub struct Texts {
    sv: Bundle,
    en: Bundle,
    zone: TimeZone,
    faults: Mutex<HashSet<String>>,
}

impl Texts {
    /// Joins this crate's own texts with the slices'. Refuses syntax errors, keys said twice, keys without a
    /// counterpart in the other language and references to keys that are not there.
    pub fn new(sources: &[Source]) -> Result<Self, TextsError> {
        let mut faults = Vec::new();
        let sv = assemble(sources, Lang::Sv, &mut faults);
        let en = assemble(sources, Lang::En, &mut faults);
        alone(&sv.keys, &en.keys, Lang::Sv, &mut faults);
        alone(&en.keys, &sv.keys, Lang::En, &mut faults);
        if !faults.is_empty() {
            return Err(TextsError { faults });
        }
        let zone = TimeZoneDatabase::bundled().get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
        Ok(Self { sv: sv.bundle, en: en.bundle, zone, faults: Mutex::default() })
    }

    /// Another time zone than Europe/Stockholm for dates and times of day.
    #[must_use]
    pub fn in_zone(self, zone: TimeZone) -> Self {
        Self { zone, ..self }
    }

    /// Texts live as long as the program, so that [`Words`] can be copied into every page.
    pub fn leak(self) -> &'static Self {
        Box::leak(Box::new(self))
    }

    pub fn words(&'static self, lang: Lang) -> Words {
        Words::new(self, lang, &self.zone)
    }

    pub fn has(&self, key: &str) -> bool {
        self.pattern(Lang::Sv, key).is_some()
    }

    /// The text, or the key itself (logged once) when there is none.
    pub(crate) fn say(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.pattern(lang, key) else {
            self.report(lang, key, "no such text");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let said = self.bundle(lang).format_pattern(pattern, args, &mut errors).into_owned();
        if let Some(error) = errors.first() {
            self.report(lang, key, &error.to_string());
        }
        said
    }

    fn bundle(&self, lang: Lang) -> &Bundle {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }

    fn pattern(&self, lang: Lang, key: &str) -> Option<&fluent_syntax::ast::Pattern<&str>> {
        match key.split_once('.') {
            None => self.bundle(lang).get_message(key)?.value(),
            Some((key, attribute)) => {
                Some(self.bundle(lang).get_message(key)?.get_attribute(attribute)?.value())
            }
        }
    }

    fn report(&self, lang: Lang, key: &str, problem: &str) {
        let Ok(mut seen) = self.faults.lock() else { return };
        if seen.len() < REMEMBERED_FAULTS && seen.insert(key.to_owned()) {
            tracing::warn!(key, lang = lang.code(), problem, "text could not be said");
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("zone", &self.zone.iana_name()).finish_non_exhaustive()
    }
}

/// Where a key was said first, by file and line.
type Keys = BTreeMap<String, (Source, usize)>;

struct Assembled {
    bundle: Bundle,
    keys: Keys,
}

fn assemble(sources: &[Source], lang: Lang, faults: &mut Vec<Fault>) -> Assembled {
    let mut keys = Keys::new();
    let mut references = Vec::new();
    // The language chooses the plural rules.
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Sv => format_sv,
        Lang::En => format_en,
    }));
    for source in std::iter::once(&Source::OWN).chain(sources) {
        let resource = parse(source, lang, faults);
        for text in resource.entries().flat_map(ftl::texts) {
            let said = line_of(source.text(lang), &text.key, 0);
            if let Some((first, at)) = keys.get(&text.key) {
                let again =
                    if first.slice == source.slice { line_of(source.text(lang), &text.key, 1) } else { said };
                let problem = Problem::Twice { first: format!("{}:{at}", first.file(lang)) };
                faults.push(Fault { file: source.file(lang), line: again, key: text.key, problem });
                continue;
            }
            let wanted = ftl::uses(text.pattern).references;
            references.extend(wanted.into_iter().map(|wanted| (*source, said, text.key.clone(), wanted)));
            keys.insert(text.key, (*source, said));
        }
        // Keys said twice are already in `faults`; the bundle keeps the first of them.
        let _ = bundle.add_resource(resource);
    }
    for (source, line, key, wanted) in references {
        if !keys.contains_key(&wanted) {
            faults.push(Fault {
                file: source.file(lang),
                line,
                key,
                problem: Problem::NoSuchReference { wanted },
            });
        }
    }
    Assembled { bundle, keys }
}

fn parse(source: &Source, lang: Lang, faults: &mut Vec<Fault>) -> FluentResource {
    let text = source.text(lang);
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|error| Fault {
            file: source.file(lang),
            line: text.get(..error.pos.start).map_or(1, |before| before.matches('\n').count() + 1),
            key: String::new(),
            problem: Problem::Syntax { error: error.kind.to_string() },
        }));
        resource
    })
}

/// Keys said in one language only, told where they stand.
fn alone(here: &Keys, there: &Keys, lang: Lang, faults: &mut Vec<Fault>) {
    let other = if lang == Lang::Sv { Lang::En } else { Lang::Sv };
    for (key, (source, line)) in here.iter().filter(|(key, _)| !there.contains_key(*key)) {
        let problem = Problem::NoCounterpart { file: source.file(other) };
        faults.push(Fault { file: source.file(lang), line: *line, key: key.clone(), problem });
    }
}

/// The line a key stands on the first (0) or a later time, for messages; 1 when it cannot be found.
pub(crate) fn line_of(text: &str, key: &str, time: usize) -> usize {
    let (entry, attribute) = key.split_once('.').unwrap_or((key, ""));
    let starts = |line: &str, name: &str| {
        line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let said = |(at, line): (usize, &str)| starts(line, entry).then_some(at);
    let Some(at) = text.lines().enumerate().filter_map(said).nth(time) else { return 1 };
    if attribute.is_empty() {
        return at + 1;
    }
    let dotted = format!(".{attribute}");
    let below = text.lines().skip(at).position(|line| starts(line.trim_start(), &dotted));
    at + below.unwrap_or(0) + 1
}

fn format_sv<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    format_number(value, Lang::Sv)
}

fn format_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    format_number(value, Lang::En)
}

#[expect(clippy::cast_possible_truncation, reason = "arguments are whole numbers; Fluent keeps them as f64")]
fn format_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::grouped(number.value as i64, lang)),
        _ => None,
    }
}

/// Why the texts could not be assembled; every fault at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextsError {
    pub faults: Vec<Fault>,
}

/// One fault in a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub key: String,
    pub(crate) problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    Syntax { error: String },
    Twice { first: String },
    NoCounterpart { file: String },
    NoSuchReference { wanted: String },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, key, problem } = self;
        write!(f, "{file}:{line}: ")?;
        match problem {
            Problem::Syntax { error } => write!(f, "{error}"),
            Problem::Twice { first } => write!(f, "{key} is already said in {first}"),
            Problem::NoCounterpart { file } => write!(f, "{key} has no counterpart in {file}"),
            Problem::NoSuchReference { wanted } => write!(f, "{key} refers to {wanted}, which is not there"),
        }
    }
}

impl fmt::Display for TextsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.faults.iter().enumerate() {
            write!(f, "{}{fault}", if nth == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for TextsError {}
