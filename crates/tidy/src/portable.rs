//! A clone works anywhere and names nobody: no machine, no registry, no real person, no heavy file.

use crate::{File, Finding, Repo};

/// Written apart so that this file does not find itself. Cargo.lock cannot help naming its index.
const PLACES: [&str; 12] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/tm", "p/"),
    concat!("../sha", "red"),
    concat!("registry.npm", "js"),
    concat!("registry.yarn", "pkg"),
    concat!("index.crat", "es.io"),
    concat!("static.crat", "es.io"),
    concat!("pypi.", "org"),
    concat!("python", "hosted"),
    concat!("deb.deb", "ian.org"),
];

const HEAVIEST: usize = 400 * 1024;

/// Files that may be heavier, with the reason.
const HEAVY: &[(&str, &str)] = &[];

/// Endings of mail addresses that can belong to nobody.
const NOBODY: [&str; 6] = [".example", "example.com", "example.org", "example.net", ".invalid", ".test"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &repo.files {
        if file.bytes > HEAVIEST && !HEAVY.iter().any(|(path, _)| *path == file.path) {
            let advice =
                format!("{} kB: make it smaller, or add it to HEAVY in crates/tidy", file.bytes / 1024);
            findings.push(Finding::in_file(&file.path, advice));
        }
        if file.name() == "Cargo.lock" {
            continue;
        }
        for (line, text) in file.lines() {
            // Scripts of both rooms import from a folder that happens to be named so.
            let ours = file.path.contains("/assets/js/") && text.starts_with("import ");
            if let Some(place) = PLACES.iter().find(|place| text.contains(*place) && !ours) {
                let advice = format!("{place} exists on one machine only, or names a registry: leave it out");
                findings.push(Finding::at(&file.path, line, advice));
            }
            for address in addresses(text).filter(|_| !is_licence(file)) {
                let advice = format!("{address} may be somebody's: end it with .example");
                findings.push(Finding::at(&file.path, line, advice));
            }
        }
    }
    findings
}

fn is_licence(file: &File) -> bool {
    file.name() == "LICENSE" || file.name() == "OFL.txt"
}

/// Mail addresses on a line whose domain somebody could own.
fn addresses(line: &str) -> impl Iterator<Item = &str> {
    let part = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
    line.split(move |c: char| !part(c) && c != '@').filter(|word| {
        let Some((name, domain)) = word.trim_end_matches(['.', '-']).split_once('@') else { return false };
        let dotted = domain
            .rsplit_once('.')
            .is_some_and(|(_, top)| top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic()));
        !name.is_empty()
            && dotted
            && !domain.contains('@')
            && !NOBODY.iter().any(|ending| domain.ends_with(ending))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&Repo::of(&[(path, text)])).len()
    }

    #[test]
    fn places_on_one_machine_and_registries_are_found() {
        for place in PLACES {
            assert_eq!(found("docs/a.md", &format!("see {place}x")), 1, "{place}");
            assert_eq!(found("Cargo.lock", place), 0);
        }
    }

    #[test]
    fn an_address_that_may_be_somebodys_is_found() {
        let real = concat!("anna@skola", ".se");
        assert_eq!(found("examples/ljusvik/people.toml", &format!("mail = \"{real}\"")), 1);
        assert_eq!(found("examples/ljusvik/people.toml", "mail = \"anna@ljusvik.example\""), 0);
        assert_eq!(found("package.json", "\"@scope/name\": \"1.2.3\", postgres://enhet@localhost/db"), 0);
    }

    #[test]
    fn a_heavy_file_is_found() {
        assert_eq!(found("docs/pictures/a.svg", &"a".repeat(HEAVIEST + 1)), 1);
    }
}
