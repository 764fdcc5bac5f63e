//! Which service a sentence is about. Pure.
//!
//! A service's words are beginnings of Swedish words. The service that most of its words hit wins; of several, the first.

use super::Service;

/// A service, and the word in the text that pointed at it, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess<'a> {
    pub service: &'a Service,
    pub word: String,
}

/// None when no word of an active service begins a word of the text.
pub fn guess<'a>(services: &'a [Service], text: &str) -> Option<Guess<'a>> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut best: Option<(usize, Guess<'a>)> = None;
    for service in services.iter().filter(|service| service.active) {
        let hits: Vec<String> = service.words.iter().filter_map(|word| hit(&text, word)).collect();
        let better = best.as_ref().is_none_or(|(most, _)| hits.len() > *most);
        if let Some(word) = hits.first().filter(|_| better) {
            best = Some((hits.len(), Guess { service, word: word.clone() }));
        }
    }
    best.map(|(_, guess)| guess)
}

/// The whole word of the text that `beginning` begins, if one does.
fn hit(text: &str, beginning: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let beginning = beginning.trim().to_lowercase();
    if beginning.is_empty() {
        return None;
    }
    let starts_a_word = |at: usize| {
        let before = lower.get(..at).and_then(|left| left.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    };
    let at = lower.match_indices(&beginning).map(|(at, _)| at).find(|at| starts_a_word(*at))?;
    let rest = lower.get(at + beginning.len()..).unwrap_or_default();
    let tail = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    let end = at + beginning.len() + tail;
    // Lower case may be longer than what was typed (İ); then the lower case is what is said.
    let typed = if lower.len() == text.len() { text } else { lower.as_str() };
    typed.get(at..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use kernel::Id;

    use super::*;

    fn service(slug: &str, words: &[&str]) -> Service {
        Service {
            id: Id::seeded(1, slug.len() as u128),
            slug: slug.to_owned(),
            name: slug.to_owned(),
            name_en: String::new(),
            owner_group: Id::seeded(1, 1),
            about: String::new(),
            about_en: String::new(),
            audience: "all".to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            active: true,
            version: 1,
        }
    }

    #[test]
    fn a_sentence_points_at_the_service_that_most_words_hit() {
        let services = [
            service("tradlost-nat", &["trådlös", "wifi", "wi-fi", "nätet i", "ljusvik-elev"]),
            service("fast-nat", &["nätverk", "uttag", "nätet"]),
            service("distansatkomst", &["vpn", "jobba hemma"]),
            service("utskrift", &["skriv ut", "skrivare"]),
        ];
        for (text, expected) in [
            ("Eleverna kommer inte ut på trådlösa nätet i hus B", Some(("tradlost-nat", "trådlösa"))),
            ("WiFi funkar inte", Some(("tradlost-nat", "WiFi"))),
            ("Kopplar mig mot Ljusvik-Elev", Some(("tradlost-nat", "Ljusvik-Elev"))),
            ("Nätet  i\nmatsalen är segt", Some(("tradlost-nat", "Nätet i"))),
            ("Nätet är segt", Some(("fast-nat", "Nätet"))),
            ("nätverket och uttaget är trasigt, wifi går", Some(("fast-nat", "nätverket"))),
            ("Kan inte jobba hemma", Some(("distansatkomst", "jobba hemma"))),
            ("HP-skrivaren äter papper", Some(("utskrift", "skrivaren"))),
            ("beskrivaren", None),
            ("Datorn är långsam", None),
            ("", None),
        ] {
            let found = guess(&services, text);
            let found = found.as_ref().map(|guess| (guess.service.slug.as_str(), guess.word.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn of_two_equal_the_first_wins_and_an_ended_one_is_not_guessed() {
        let mut services = [service("one", &["dator"]), service("two", &["dator"])];
        assert_eq!(guess(&services, "min dator").expect("a hit").service.slug, "one");
        services[0].active = false;
        assert_eq!(guess(&services, "min dator").expect("a hit").service.slug, "two");
    }
}
