//! What a sentence on the phone is about (pure): how many it stops, how soon, which of the caller's devices.
//! Words come in from the texts of the reader's language, as beginnings of words.

use inventory::device::DeviceLine;
use kernel::Lang;

use super::{Kind, Level};

/// Beginnings of words that say something, each list as one text with commas.
#[derive(Clone, Debug, Default)]
pub struct Clues {
    /// Several people are stopped: "alla, klass, hela".
    pub many: String,
    /// It cannot wait: "akut, prov, genast".
    pub soon: String,
    /// Nothing is broken, something is wanted: "beställ, behöver en".
    pub wish: String,
}

/// Why a device was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Its number stands in the text.
    Number,
    /// Its kind does.
    Named,
    /// The caller has no other.
    Only,
}

pub(crate) fn levels(text: &str, clues: &Clues) -> (Level, Level) {
    let impact = if says(text, &clues.many) { Level::High } else { Level::Medium };
    let urgency = if says(text, &clues.soon) { Level::High } else { Level::Medium };
    (impact, urgency)
}

pub(crate) fn kind(text: &str, clues: &Clues) -> Kind {
    if says(text, &clues.wish) { Kind::ServiceRequest } else { Kind::Incident }
}

/// Whether a word of the text begins with one of these.
fn says(text: &str, beginnings: &str) -> bool {
    let text = format!(" {}", words(text).join(" "));
    let beginnings = beginnings.split(',').map(|part| words(part).join(" "));
    beginnings.filter(|part| !part.is_empty()).any(|part| text.contains(&format!(" {part}")))
}

fn words(text: &str) -> Vec<String> {
    let split = text.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Which of these devices the text is about.
pub(crate) fn device<'a>(
    text: &str,
    devices: &'a [DeviceLine],
    lang: Lang,
) -> Option<(&'a DeviceLine, Because)> {
    let said = words(text);
    let by_number = devices.iter().find(|device| said.contains(&device.number.to_lowercase()));
    if let Some(device) = by_number {
        return Some((device, Because::Number));
    }
    let named = |device: &&DeviceLine| {
        let kind = device.kind.label(lang).to_lowercase();
        said.iter().any(|word| kind.contains(&stem(word)) && word.chars().count() >= SHORTEST)
    };
    if let Some(device) = devices.iter().find(named) {
        return Some((device, Because::Named));
    }
    match devices {
        [only] => Some((only, Because::Only)),
        _ => None,
    }
}

/// Shorter words are parts of too many others.
const SHORTEST: usize = 5;

/// A word without its last two letters, where Swedish puts its endings: `datorn` → `dator`.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    word.chars().take(letters.saturating_sub(2).max(SHORTEST)).collect()
}

#[cfg(test)]
mod tests {
    use inventory::device::{self, State};
    use kernel::Id;

    use super::*;

    fn clues() -> Clues {
        Clues {
            many: "alla, ingen, hela klass".to_owned(),
            soon: "akut, prov".to_owned(),
            wish: "beställ, behöver en".to_owned(),
        }
    }

    #[test]
    fn words_say_how_much_and_how_soon() {
        for (text, impact, urgency) in [
            ("Kommer inte in i lärplattformen", Level::Medium, Level::Medium),
            ("Ingen kommer in", Level::High, Level::Medium),
            ("Hela klassen står still och provet börjar", Level::High, Level::High),
            ("Lektionen improviseras", Level::Medium, Level::Medium),
        ] {
            assert_eq!(levels(text, &clues()), (impact, urgency), "{text}");
        }
        assert_eq!(kind("Vi behöver en laddare", &clues()), Kind::ServiceRequest);
        assert_eq!(kind("Laddaren är trasig", &clues()), Kind::Incident);
        assert_eq!(levels("alla", &Clues::default()), (Level::Medium, Level::Medium));
    }

    #[test]
    fn a_device_is_known_by_number_by_kind_or_because_there_is_no_other() {
        let line = |seed: u128, number: &str, kind: &str| DeviceLine {
            id: Id::seeded(1, seed),
            number: number.to_owned(),
            kind: device::Kind {
                slug: kind.to_owned(),
                name: kind.to_owned(),
                name_en: String::new(),
                service: None,
            },
            model: String::new(),
            place: String::new(),
            state: State::InUse,
            holder: None,
        };
        let two = [line(1, "LJU-20417", "Lärardator"), line(2, "LJU-30001", "Surfplatta")];
        let found = |text: &str, devices: &[DeviceLine]| {
            device(text, devices, Lang::Sv).map(|(device, because)| (device.number.clone(), because))
        };
        for (text, number, because) in [
            ("Skärmen på LJU-30001 är svart", "LJU-30001", Because::Number),
            ("Datorn startar inte", "LJU-20417", Because::Named),
            ("surfplattan är borta", "LJU-30001", Because::Named),
        ] {
            assert_eq!(found(text, &two), Some((number.to_owned(), because)), "{text}");
        }
        assert_eq!(found("Lösenordet gäller inte", &two), None);
        assert_eq!(found("Lösenordet gäller inte", &two[..1]), Some(("LJU-20417".to_owned(), Because::Only)));
    }
}
