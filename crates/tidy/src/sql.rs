//! Statements stand in `store.rs`, so that a table's reads and writes can be seen on one page.

use crate::{File, Finding, Repo};

/// How a statement, or a piece of one, begins or goes on. Capital letters are how we write SQL.
const STARTS: [&str; 11] = [
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "ALTER TABLE ",
    "DROP TABLE ",
    "WITH RECURSIVE ",
    "PRAGMA ",
    "TRUNCATE ",
];
const PIECES: [&str; 8] =
    [" WHERE ", "ORDER BY ", "GROUP BY ", " JOIN ", " FROM ", "ON CONFLICT", " RETURNING ", " LIMIT $"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.released().filter(|file| !may_hold_sql(file)) {
        let tokens = file.released();
        for (index, token) in tokens.iter().enumerate() {
            let registers = token.is("sql") && tokens.get(index + 1).is_some_and(|next| next.is("!"));
            if registers || (token.is_text() && looks_like_sql(token.text)) {
                let advice =
                    "SQL stands in the store.rs of the concept that owns the table: give this a name there";
                findings.push(Finding::at(&file.path, token.line, advice));
            }
        }
    }
    findings
}

fn may_hold_sql(file: &File) -> bool {
    file.name() == "store.rs" || file.path.contains("/store/") || file.krate() == Some("db")
}

fn looks_like_sql(text: &str) -> bool {
    let text = text.trim_start();
    STARTS.iter().any(|start| text.starts_with(start)) || PIECES.iter().any(|piece| text.contains(piece))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_and_their_pieces_outside_a_store_are_found() {
        for code in [
            r#"tx.exec("DELETE FROM ticket", &[])"#,
            r#"q.sql(" ORDER BY number")"#,
            "sql! { ALL = include_str!(\"all.sql\"); }",
            "fn f() { \"\n   SELECT number\n   FROM ticket\" }",
        ] {
            let found = check(&Repo::of(&[("crates/desk/src/ticket/create.rs", code)]));
            assert_eq!(found.len(), 1, "{code}");
            let stores = [("crates/desk/src/ticket/store.rs", code), ("crates/db/src/migrate.rs", code)];
            assert!(check(&Repo::of(&stores)).is_empty(), "{code}");
        }
    }

    #[test]
    fn words_that_only_resemble_sql_are_fine() {
        let code = r#"let a = "select one"; let b = "from here where"; let c = "UPDATED"; // SELECT 1"#;
        assert!(check(&Repo::of(&[("crates/desk/src/ticket/create.rs", code)])).is_empty());
    }
}
