//! A face translates and an operation decides: neither reaches past the other, and a pure file touches nothing.

use crate::edges::slices;
use crate::{File, Finding, Repo};

/// Words of the web that an operation never sees.
const WEB: [&str; 4] = ["axum", "maud", "http", "utoipa"];

/// What would make a pure file depend on something other than its arguments.
const WORLD: [&str; 5] = ["Tx", "db", "async", "Clock", "tokio"];

/// Pure by name; any other file is pure that says so in its first comment.
const PURE: [&str; 4] = ["status.rs", "priority.rs", "deadline.rs", "rating.rs"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let slices = slices(repo);
    let mut findings = Vec::new();
    for file in repo.released().filter(|file| file.krate().is_some_and(|name| slices.contains(&name))) {
        if is_face(file) {
            names(
                file,
                &["store"],
                "a face never opens the store: call an operation that does",
                &mut findings,
            );
        } else if !is_door(file) {
            let advice = "an operation never sees HTTP or HTML: move this to page.rs, api.rs or routes.rs";
            names(file, &WEB, advice, &mut findings);
        }
        if is_pure(file) {
            let advice = "a pure file takes time, chance and rows as arguments: let the operation fetch them";
            names(file, &WORLD, advice, &mut findings);
        }
    }
    findings
}

/// `page.rs`, `api.rs`, `cli.rs`, what lies in a folder of that name, and `queue_page.rs` beside others.
pub fn is_face(file: &File) -> bool {
    let stem = file.name().trim_end_matches(".rs");
    ["page", "api", "cli"].iter().any(|face| {
        stem == *face
            || stem.strip_suffix(face).is_some_and(|rest| rest.ends_with('_'))
            || stem.strip_prefix(face).is_some_and(|rest| rest.starts_with('_'))
            || file.path.contains(&format!("/{face}/"))
    })
}

/// Where a slice hands its pages to the web.
fn is_door(file: &File) -> bool {
    ["lib.rs", "routes.rs"].contains(&file.name())
}

fn is_pure(file: &File) -> bool {
    let first = file.comments().first().filter(|comment| comment.text.starts_with("//!"));
    let says_so =
        |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("pure"));
    PURE.contains(&file.name())
        || (file.name() != "lib.rs" && first.is_some_and(|comment| says_so(comment.text)))
}

/// Finds words used as paths or types; a field or method of that name is fine.
fn names(file: &File, words: &[&str], advice: &str, findings: &mut Vec<Finding>) {
    let tokens = file.released();
    for (index, token) in tokens.iter().enumerate() {
        let is_member = index.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|t| t.is("."));
        if token.is_word() && words.contains(&token.text) && !is_member {
            findings.push(Finding::at(&file.path, token.line, format!("`{}`: {advice}", token.text)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, code: &str) -> usize {
        check(&Repo::of(&[("crates/desk/Cargo.toml", ""), ("crates/web/Cargo.toml", ""), (path, code)])).len()
    }

    #[test]
    fn a_face_that_opens_the_store_is_found() {
        let code = "use super::{create, store}; fn f() { store::insert() }";
        for path in ["ticket/page.rs", "ticket/api.rs", "ticket/page/list.rs", "ticket/list_page.rs"] {
            assert_eq!(found(&format!("crates/desk/src/{path}"), code), 2, "{path}");
        }
        assert_eq!(found("crates/desk/src/ticket/create.rs", code), 0);
        assert_eq!(found("crates/desk/src/ticket/page.rs", "fn f() { shop.store() }"), 0);
    }

    #[test]
    fn an_operation_that_sees_the_web_is_found() {
        let code = "use axum::response::Redirect;";
        assert_eq!(found("crates/desk/src/ticket/create.rs", code), 1);
        assert_eq!(found("crates/desk/src/ticket/page.rs", code), 0);
        assert_eq!(found("crates/desk/src/routes.rs", code), 0);
        assert_eq!(found("crates/web/src/answer.rs", code), 0);
    }

    #[test]
    fn a_pure_file_that_touches_the_world_is_found() {
        assert_eq!(found("crates/desk/src/ticket/status.rs", "fn f(tx: &mut Tx) {}"), 1);
        assert_eq!(found("crates/desk/src/calendar.rs", "//! Open minutes (pure).\nasync fn f() {}"), 1);
        assert_eq!(found("crates/desk/src/calendar.rs", "//! Open minutes.\nasync fn f() {}"), 0);
    }
}
