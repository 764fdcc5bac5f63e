//! What people read stands in `texts/*.ftl`: no Swedish in Rust, no sentence in a page.

use crate::faces::is_face;
use crate::{File, Finding, Repo, Token};

/// Files whose data are letters, not words for a reader.
const LETTERS: &[(&str, &str)] =
    &[("crates/texts/src/search/", "endings and word parts of Swedish are what the search analyser knows")];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.released() {
        let letters = LETTERS.iter().any(|(place, _)| file.path.starts_with(place));
        let page = is_face(file) || file.krate() == Some("web");
        for token in file.released() {
            if !letters && token.text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) {
                let advice = "Swedish in Rust: say it in texts/sv.ftl, or name it in English";
                findings.push(Finding::at(&file.path, token.line, advice));
            } else if page && is_sentence(&token) {
                let advice =
                    format!("{:?} is read by people: give it a key in texts/sv.ftl and en.ftl", token.text);
                findings.push(Finding::at(&file.path, token.line, advice));
            }
        }
    }
    findings.extend(unused_exceptions(repo));
    findings
}

/// A capital letter and at least two words. Codes, classes, headers and log lines begin with a small one.
fn is_sentence(token: &Token) -> bool {
    let mut words = token.text.split(' ');
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let mut letters = first.chars();
    token.is_text()
        && letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 0
        && letters.all(char::is_lowercase)
        && second.chars().next().is_some_and(char::is_alphabetic)
}

fn unused_exceptions(repo: &Repo) -> Vec<Finding> {
    let swedish = |file: &File| file.released().iter().any(|token| token.text.contains(['å', 'ä', 'ö']));
    let needed = |place: &str| repo.released().any(|file| file.path.starts_with(place) && swedish(file));
    let idle = LETTERS.iter().filter(|(place, _)| repo.has_folder("crates/texts/src") && !needed(place));
    idle.map(|(place, _)| Finding::in_file(place, "needs no exception any more: take it out of LETTERS"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_in_names_and_strings_is_found_but_not_in_comments_and_tests() {
        let code =
            "// ärende\nfn f() { let ärende = \"löst\"; }\n#[cfg(test)] mod tests { const A: &str = \"å\"; }";
        assert_eq!(check(&Repo::of(&[("crates/desk/src/ticket/create.rs", code)])).len(), 2);
        assert!(check(&Repo::of(&[("crates/desk/tests/desk.rs", code)])).is_empty());
    }

    #[test]
    fn a_sentence_in_a_page_is_found() {
        let page = |code: &str| check(&Repo::of(&[("crates/desk/src/ticket/page.rs", code)])).len();
        assert_eq!(page(r#"h1 { "My tickets" }"#), 1);
        assert_eq!(
            page(r#"div class="row tall" { (w.t("desk-title")) } const A: &str = "Content-Type";"#),
            0
        );
    }
}
