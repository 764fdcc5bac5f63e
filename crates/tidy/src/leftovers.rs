//! Nothing half done and nothing silenced reaches the main branch.

use crate::source::{closing, follows};
use crate::{File, Finding, Repo};

/// Written apart so that this file does not find itself.
const MARKS: [&str; 4] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("HA", "CK")];
const READ: [&str; 8] = ["rs", "js", "mjs", "css", "sql", "sh", "toml", "ftl"];
const HALF_DONE: [&str; 3] = ["dbg", "todo", "unimplemented"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.files.iter().filter(|file| READ.iter().any(|kind| file.has_extension(kind))) {
        for (line, text) in file.lines() {
            if let Some(mark) = MARKS.iter().find(|mark| says(text, mark)) {
                let advice = format!("{mark}: finish it, or file an issue and remove the mark");
                findings.push(Finding::at(&file.path, line, advice));
            }
        }
        if file.has_extension("rs") {
            silenced(file, &mut findings);
            examples(file, &mut findings);
        }
    }
    findings
}

fn says(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(start, _)| {
        let before = line.get(..start).and_then(|left| left.chars().next_back());
        let after = line.get(start + mark.len()..).and_then(|right| right.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn silenced(file: &File, findings: &mut Vec<Finding>) {
    let tokens = file.tokens();
    for (index, token) in tokens.iter().enumerate() {
        let mut found = |advice: &str| findings.push(Finding::at(&file.path, token.line, advice));
        if token.is_word() && HALF_DONE.contains(&token.text) && follows(tokens, index + 1, &["!"]) {
            found("finish it before it lands");
        }
        if !token.is("#") {
            continue;
        }
        let start = index + if follows(tokens, index + 1, &["!"]) { 2 } else { 1 };
        if follows(tokens, start, &["[", "allow"]) {
            found("mend what the lint says, or use #[expect(lint, reason = \"…\")]");
        }
        if follows(tokens, start, &["[", "ignore"]) {
            found("a test that is not run proves nothing: mend it, or put \"slow\" in its name");
        }
        if follows(tokens, start, &["[", "expect"]) {
            let end = closing(tokens, start);
            let attribute = tokens.get(start..end).unwrap_or_default();
            if !attribute.iter().any(|token| token.is("reason")) {
                found("say why the lint is wrong here: #[expect(lint, reason = \"…\")]");
            }
        }
    }
}

/// `cargo nextest` does not run examples in comments, so they would rot.
fn examples(file: &File, findings: &mut Vec<Finding>) {
    let mut open = false;
    for comment in file.comments() {
        let Some(words) = comment.text.strip_prefix("///").or(comment.text.strip_prefix("//!")) else {
            continue;
        };
        let Some(language) = words.trim().strip_prefix("```") else { continue };
        if !open && language != "text" {
            let advice = "nothing runs an example in a comment: make it a test, or mark it ```text";
            findings.push(Finding::at(&file.path, comment.line, advice));
        }
        open = !open;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&Repo::of(&[(path, text)])).len()
    }

    #[test]
    fn marks_are_found_in_every_kind_of_file() {
        for path in ["crates/a/src/lib.rs", "crates/web/assets/a.css", "migrations/0001_a.sql", "bin/x.sh"] {
            assert_eq!(found(path, &format!("// {} later\n", MARKS[0])), 1, "{path}");
        }
        assert_eq!(found("crates/a/src/lib.rs", "// fixme is a word, so is TODOS\n"), 0);
    }

    #[test]
    fn silenced_lints_and_tests_are_found() {
        for code in [
            "#[allow(dead_code)] fn f() {}",
            "#![allow(dead_code)]",
            "#[expect(dead_code)] fn f() {}",
            "#[test] #[ignore] fn f() {}",
            "fn f() { todo!() }",
            "fn f() { dbg!(1); }",
            "/// ```\n/// f();\n/// ```\nfn f() {}",
        ] {
            assert_eq!(found("crates/a/src/lib.rs", code), 1, "{code}");
        }
        let reasoned =
            "#[expect(dead_code, reason = \"used by the next\")] fn f() {}\n//! ```text\n//! a\n//! ```";
        assert_eq!(found("crates/a/src/lib.rs", reasoned), 0);
    }
}
