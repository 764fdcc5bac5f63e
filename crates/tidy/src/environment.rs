//! Configuration enters in one file and words leave through one crate.

use crate::source::follows;
use crate::{Finding, Repo};

const CONFIG: &str = "crates/app/src/config.rs";
const PRINTERS: [&str; 5] = ["println", "print", "eprintln", "eprint", "dbg"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.released() {
        let tokens = file.released();
        for (index, token) in tokens.iter().enumerate() {
            if token.is("env") && follows(&tokens, index + 1, &[":", ":"]) && file.path != CONFIG {
                let advice = format!("only {CONFIG} reads the environment: take the value as an argument");
                findings.push(Finding::at(&file.path, token.line, advice));
            }
            let prints =
                PRINTERS.contains(&token.text) && token.is_word() && follows(&tokens, index + 1, &["!"]);
            if prints && file.krate() != Some("app") {
                let advice = "only crates/app prints: return the words, or log them with tracing";
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
    fn reading_the_environment_and_printing_are_found_outside_their_place() {
        let code = r#"fn f() { let a = std::env::var("A"); println!("{a:?}"); } // std::env::var"#;
        assert_eq!(check(&Repo::of(&[("crates/desk/src/lib.rs", code)])).len(), 2);
        assert_eq!(check(&Repo::of(&[("crates/app/src/serve.rs", code)])).len(), 1);
        assert!(check(&Repo::of(&[(CONFIG, code)])).is_empty());
    }

    #[test]
    fn what_the_compiler_reads_is_fine() {
        let code = r#"const V: &str = env!("CARGO_PKG_VERSION");"#;
        assert!(check(&Repo::of(&[("crates/web/src/lib.rs", code)])).is_empty());
    }
}
