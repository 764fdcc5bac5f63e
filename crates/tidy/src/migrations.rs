//! A migration that somebody may have run never changes: their database would differ from everyone else's.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::{File, Finding, Repo};

/// What `sha256sum migrations/*.sql` printed when the last version was released.
const RELEASED: &str = "migrations/released.sha256";

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let files: Vec<&File> = repo
        .files
        .iter()
        .filter(|file| file.path.starts_with("migrations/") && file.has_extension("sql"))
        .collect();
    for (index, file) in files.iter().enumerate() {
        let number = format!("{:04}_", index + 1);
        let words = file.name().strip_prefix(&number).and_then(|rest| rest.strip_suffix(".sql"));
        let good =
            |words: &str| !words.is_empty() && words.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !words.is_some_and(good) {
            let advice = format!("the list has no gaps and names say what changes: {number}what_it_adds.sql");
            findings.push(Finding::in_file(&file.path, advice));
        }
    }
    let Some(released) = repo.find(RELEASED) else {
        let advice =
            "is missing: it holds the checksums of released migrations, and may be empty before the first";
        return [findings, vec![Finding::in_file(RELEASED, advice)]].concat();
    };
    let now: BTreeMap<&str, String> =
        files.iter().map(|file| (file.path.as_str(), checksum(file.text))).collect();
    for (line, text) in released.lines() {
        let known = text.split_once("  ");
        let same = known.is_some_and(|(sum, path)| now.get(path).is_some_and(|found| found == sum));
        if !same {
            let advice = "this released migration was changed or removed: restore it and write a new one";
            findings.push(Finding::at(RELEASED, line, format!("{advice} ({text})")));
        }
    }
    findings
}

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02x}");
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_or_removed_migration_is_found() {
        let sum = checksum("CREATE TABLE a (a INTEGER);\n");
        let released = format!("{sum}  migrations/0001_a.sql\n{sum}  migrations/0002_gone.sql\n");
        let with = |text: &str| {
            check(&Repo::of(&[("migrations/0001_a.sql", text), (RELEASED, &released)]))
                .iter()
                .map(|finding| finding.line)
                .collect::<Vec<_>>()
        };
        assert_eq!(with("CREATE TABLE a (a INTEGER);\n"), [2]);
        assert_eq!(with("CREATE TABLE a (b INTEGER);\n"), [1, 2]);
    }

    #[test]
    fn a_gap_and_a_name_without_words_are_found() {
        let files = [
            ("migrations/0001_people.sql", ""),
            ("migrations/0003_desk.sql", ""),
            ("migrations/0004.sql", ""),
        ];
        assert_eq!(check(&Repo::of(&[files.as_slice(), &[(RELEASED, "")]].concat())).len(), 2);
        assert_eq!(check(&Repo::of(&files[..1])).len(), 1, "the list of released ones is missing");
    }
}
