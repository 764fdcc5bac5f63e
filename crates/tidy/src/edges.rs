//! Which crate may call which. A slice calls another only downwards; everything else goes by facts.

use crate::{Finding, Repo, manifests};

/// Every crate and those it may call, bottom to top; `PLATFORM` stands for the five below all slices.
/// ARCHITECTURE.md draws the same picture with the reasons.
pub const EDGES: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("db", &["kernel"]),
    ("texts", &["kernel"]),
    ("jobs", &["kernel", "db"]),
    ("web", &["kernel", "db", "texts", "jobs"]),
    ("access", &["PLATFORM"]),
    ("directory", &["PLATFORM", "access"]),
    ("inventory", &["PLATFORM", "access", "directory"]),
    ("service_level", &["PLATFORM", "access", "directory"]),
    ("catalogue", &["PLATFORM", "access", "directory", "inventory", "service_level"]),
    ("desk", &["PLATFORM", "access", "directory", "inventory", "service_level", "catalogue"]),
    (
        "notifications",
        &["PLATFORM", "access", "directory", "inventory", "service_level", "catalogue", "desk"],
    ),
    (
        "mail",
        &[
            "PLATFORM",
            "access",
            "directory",
            "inventory",
            "service_level",
            "catalogue",
            "desk",
            "notifications",
        ],
    ),
    ("testkit", &["PLATFORM"]),
    ("tidy", &[]),
];

/// What every slice stands on.
const PLATFORM: &[&str] = &["kernel", "db", "texts", "jobs", "web"];

/// Crates that are not slices: the platform, and those that see all or none.
const AROUND: [&str; 8] = ["kernel", "db", "texts", "jobs", "web", "app", "testkit", "tidy"];

/// Names of all slices in the repository.
pub fn slices(repo: &Repo) -> Vec<&str> {
    repo.crates().into_iter().filter(|name| !AROUND.contains(name)).collect()
}

pub fn check(repo: &Repo) -> Vec<Finding> {
    let crates = repo.crates();
    let mut findings = Vec::new();
    for name in &crates {
        let path = format!("crates/{name}/Cargo.toml");
        let Some(manifest) = repo.find(&path) else { continue };
        let Some(below) = allowed(name, &crates) else {
            let advice =
                "say in ARCHITECTURE.md who may call this crate, then add it to EDGES in crates/tidy";
            findings.push(Finding::in_file(&path, advice));
            continue;
        };
        for dependency in manifests::dependencies(manifest) {
            let ours = crates.contains(&dependency.name.as_str());
            let for_tests = dependency.section == "dev-dependencies" && dependency.name == "testkit";
            if ours && !for_tests && !below.contains(&dependency.name.as_str()) {
                let advice = format!(
                    "{name} may not call {}: record a fact that it listens to, or move the shared word down",
                    dependency.name
                );
                findings.push(Finding::in_file(&path, advice));
            }
        }
    }
    findings
}

fn allowed<'a>(name: &str, crates: &[&'a str]) -> Option<Vec<&'a str>> {
    if name == "app" {
        return Some(crates.iter().copied().filter(|name| !["testkit", "tidy"].contains(name)).collect());
    }
    let (_, below) = EDGES.iter().find(|(edge, _)| *edge == name)?;
    let platform = below.contains(&"PLATFORM");
    let may = |other: &&str| below.contains(other) || (platform && PLATFORM.contains(other));
    Some(crates.iter().copied().filter(may).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(files: &[(&str, &str)]) -> usize {
        let mut all = vec![("crates/kernel/Cargo.toml", ""), ("crates/access/Cargo.toml", "")];
        all.push(("crates/testkit/Cargo.toml", ""));
        all.extend(files);
        check(&Repo::of(&all)).len()
    }

    #[test]
    fn calls_downwards_are_fine() {
        let desk = "[dependencies]\nkernel.workspace = true\naccess.workspace = true\nserde.workspace = true\n\
                    [dev-dependencies]\ntestkit.workspace = true\n";
        assert_eq!(with(&[("crates/desk/Cargo.toml", desk)]), 0);
    }

    #[test]
    fn calls_upwards_and_sideways_are_found() {
        let access = "[dependencies]\ndesk.workspace = true\n";
        let desk = "[dependencies]\nmail.workspace = true\ntestkit.workspace = true\n";
        let mail = "[dev-dependencies]\ndesk.workspace = true\n";
        let files = [
            ("crates/access/Cargo.toml", access),
            ("crates/desk/Cargo.toml", desk),
            ("crates/mail/Cargo.toml", mail),
        ];
        let repo = Repo::of(&[files.as_slice(), &[("crates/testkit/Cargo.toml", "")]].concat());
        let found = check(&repo);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_crate_that_nobody_placed_is_found() {
        assert_eq!(with(&[("crates/orders/Cargo.toml", "")]), 1);
    }
}
