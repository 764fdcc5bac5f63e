//! Versions stand in one place, and nobody waits for a crate that nobody uses.

use crate::{File, Finding, Repo};

/// One line of a manifest's dependencies.
#[derive(Debug)]
pub struct Dependency {
    pub name: String,
    /// `dependencies`, `dev-dependencies` or `build-dependencies`.
    pub section: &'static str,
    pub from_workspace: bool,
}

const SECTIONS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// Dependencies that do their work by being there, with the reason.
const SILENT: &[(&str, &str)] = &[];

/// The dependencies of a manifest, in all three sections.
pub fn dependencies(manifest: &File) -> Vec<Dependency> {
    let Ok(table) = manifest.text.parse::<toml::Table>() else { return Vec::new() };
    let mut found = Vec::new();
    for section in SECTIONS {
        let entries = table.get(section).and_then(toml::Value::as_table);
        for (name, value) in entries.into_iter().flatten() {
            let from_workspace = value.get("workspace").and_then(toml::Value::as_bool) == Some(true);
            found.push(Dependency { name: name.clone(), section, from_workspace });
        }
    }
    found
}

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in repo.crates() {
        let path = format!("crates/{name}/Cargo.toml");
        let Some(manifest) = repo.find(&path) else { continue };
        for dependency in dependencies(manifest) {
            if !dependency.from_workspace {
                let advice = format!(
                    "write `{0} = {{ workspace = true }}` and its version in the root Cargo.toml",
                    dependency.name
                );
                findings.push(Finding::in_file(&path, advice));
            }
            let silent = SILENT.iter().any(|(silent, _)| *silent == dependency.name);
            if !silent && !is_used(repo, name, &dependency) {
                let advice =
                    format!("nothing uses {} of [{}]: remove it", dependency.name, dependency.section);
                findings.push(Finding::in_file(&path, advice));
            }
        }
    }
    findings
}

fn is_used(repo: &Repo, krate: &str, dependency: &Dependency) -> bool {
    let word = dependency.name.replace('-', "_");
    let build = format!("crates/{krate}/build.rs");
    let files = repo.rust().filter(|file| file.krate() == Some(krate));
    files.filter(|file| (file.path == build) == (dependency.section == "build-dependencies")).any(|file| {
        let tests_count = dependency.section == "dev-dependencies" || !file.path.contains("/tests/");
        tests_count && file.tokens().iter().any(|token| token.is_word() && token.text == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_its_own_and_an_unused_crate_are_found() {
        let manifest = "[dependencies]\nserde = \"1\"\nkernel.workspace = true\n\
                        [dev-dependencies]\ncsv.workspace = true\n\
                        [build-dependencies]\nsha2.workspace = true\n";
        let code = "use serde::Serialize; /* kernel */ fn csv_free() { let sha2 = 2; }";
        let repo = Repo::of(&[("crates/desk/Cargo.toml", manifest), ("crates/desk/src/lib.rs", code)]);
        let found: Vec<String> = check(&repo).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 4, "{found:?}");
        for wanted in
            ["`serde = { workspace = true }`", "nothing uses kernel", "nothing uses csv", "nothing uses sha2"]
        {
            assert!(found.iter().any(|found| found.contains(wanted)), "{wanted}: {found:?}");
        }
    }

    #[test]
    fn a_crate_used_by_path_or_macro_is_used() {
        let manifest =
            "[dependencies]\nmail-parser.workspace = true\n[dev-dependencies]\ncsv.workspace = true\n";
        let files = [
            ("crates/mail/Cargo.toml", manifest),
            ("crates/mail/src/lib.rs", "fn f() { mail_parser::parse() }"),
            ("crates/mail/tests/mail.rs", "use csv::Reader;"),
        ];
        assert!(check(&Repo::of(&files)).is_empty());
    }
}
