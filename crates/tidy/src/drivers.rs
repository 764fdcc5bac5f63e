//! Only `db` knows which database it speaks to. A difference has a name there; above it there is none.

use crate::{Finding, Repo, manifests};

const DRIVERS: [&str; 4] = ["rusqlite", "libsqlite3-sys", "postgres", "tokio-postgres"];

/// `db` is the façade, `testkit` makes databases, `app` reads which one is meant.
const MAY_DEPEND: [&str; 2] = ["db", "testkit"];
const MAY_NAME: [&str; 3] = ["db", "testkit", "app"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in repo.crates().into_iter().filter(|name| !MAY_DEPEND.contains(name)) {
        let path = format!("crates/{name}/Cargo.toml");
        let Some(manifest) = repo.find(&path) else { continue };
        for dependency in manifests::dependencies(manifest) {
            if DRIVERS.contains(&dependency.name.as_str()) {
                let advice = format!("{} belongs to crates/db: use its façade", dependency.name);
                findings.push(Finding::in_file(&path, advice));
            }
        }
    }
    for file in repo.released().filter(|file| file.krate().is_some_and(|name| !MAY_NAME.contains(&name))) {
        for token in file.released().iter().filter(|token| token.is_word()) {
            let word = token.text.to_ascii_lowercase();
            if word.contains("sqlite") || word.contains("postgres") {
                let advice = format!(
                    "`{}` asks which database this is: give the difference a name in crates/db/src/dialect.rs",
                    token.text
                );
                findings.push(Finding::at(&file.path, token.line, advice));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_or_a_branch_by_engine_outside_db_is_found() {
        let files = [
            ("crates/desk/Cargo.toml", "[dependencies]\nrusqlite.workspace = true\n"),
            ("crates/desk/src/ticket/store.rs", "fn f(e: Engine) -> bool { e == Engine::Sqlite }"),
            ("crates/db/Cargo.toml", "[dependencies]\nrusqlite.workspace = true\n"),
            ("crates/db/src/lib.rs", "use rusqlite::Connection;"),
            ("crates/desk/tests/desk.rs", "use testkit::postgres::Database;"),
        ];
        let found = check(&Repo::of(&files));
        let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, ["crates/desk/Cargo.toml", "crates/desk/src/ticket/store.rs"]);
    }
}
