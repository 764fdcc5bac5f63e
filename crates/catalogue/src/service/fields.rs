//! What may stand about a service. Pure.

use directory::typed;
use kernel::{Id, Refusal};

use super::Service;

const MOST_WORDS: usize = 100;

/// What is given is changed; the rest stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub owner_group: Option<Id>,
    pub about: Option<String>,
    pub about_en: Option<String>,
    pub audience: Option<String>,
    pub words: Option<Vec<String>>,
    pub active: Option<bool>,
}

/// The service as it becomes, or every fault in what was typed.
pub fn changed(was: &Service, change: &Change) -> Result<Service, Refusal> {
    let or = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let name = typed::needed("name", &or(&change.name, &was.name), typed::NAME);
    let name_en = typed::line("name_en", &or(&change.name_en, &was.name_en), typed::NAME);
    let about = typed::text("about", &or(&change.about, &was.about));
    let about_en = typed::text("about_en", &or(&change.about_en, &was.about_en));
    let audience = typed::needed("audience", &or(&change.audience, &was.audience), typed::NAME);
    let words = words(change.words.as_deref().unwrap_or(&was.words));
    match (name, name_en, about, about_en, audience, words) {
        (Ok(name), Ok(name_en), Ok(about), Ok(about_en), Ok(audience), Ok(words)) => Ok(Service {
            name,
            name_en,
            about,
            about_en,
            audience,
            words,
            owner_group: change.owner_group.unwrap_or(was.owner_group),
            active: change.active.unwrap_or(was.active),
            ..was.clone()
        }),
        (name, name_en, about, about_en, audience, words) => {
            let faults =
                [name.err(), name_en.err(), about.err(), about_en.err(), audience.err(), words.err()];
            Refusal::all(faults.into_iter().flatten().collect())?;
            Err(Refusal::invalid("name", "register-text-missing"))
        }
    }
}

/// Lower case, each once, in the order given: the first hit is what the visitor is told.
fn words(typed: &[String]) -> Result<Vec<String>, Refusal> {
    let mut words: Vec<String> = Vec::new();
    for word in typed {
        let word = typed::line("words", word, typed::NAME)?.to_lowercase();
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    if words.len() > MOST_WORDS {
        return Err(Refusal::invalid("words", "catalogue-words-too-many").with("max", MOST_WORDS));
    }
    Ok(words)
}
