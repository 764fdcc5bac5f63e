//! Names say the business: no file or type is called after being a file or type.

use crate::edges::slices;
use crate::{Finding, Repo};

const EMPTY_FILES: [&str; 10] = [
    "utils.rs",
    "util.rs",
    "helpers.rs",
    "helper.rs",
    "common.rs",
    "misc.rs",
    "manager.rs",
    "handler.rs",
    "handlers.rs",
    "types.rs",
];
const EMPTY_ENDINGS: [&str; 5] = ["Manager", "Handler", "Helper", "Util", "Utils"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.released() {
        if EMPTY_FILES.contains(&file.name()) {
            let advice = "this name holds anything and so says nothing: name the concept or the verb";
            findings.push(Finding::in_file(&file.path, advice));
        }
        if ["lib.rs", "mod.rs", "main.rs"].contains(&file.name()) && !file.text.starts_with("//! ") {
            let advice =
                "begin with //! and a sentence: the first screen of a module is its table of contents";
            findings.push(Finding::in_file(&file.path, advice));
        }
        for pair in file.released().windows(2) {
            let [keyword, name] = pair else { continue };
            let declares = ["struct", "enum", "trait", "type"].iter().any(|word| keyword.is(word));
            if declares && EMPTY_ENDINGS.iter().any(|ending| name.text.ends_with(ending)) {
                let advice = format!(
                    "{} is named after doing, not after what it is: use a noun or a function",
                    name.text
                );
                findings.push(Finding::at(&file.path, name.line, advice));
            }
        }
    }
    for slice in slices(repo) {
        for (file, advice) in [
            ("README.md", "is missing: say what the slice owns and what it does not"),
            ("src/lib.rs", "is missing: it is the slice's table of contents"),
        ] {
            let path = format!("crates/{slice}/{file}");
            if repo.find(&path).is_none() {
                findings.push(Finding::in_file(&path, advice));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_nothing_are_found() {
        let files = [
            ("crates/web/src/utils.rs", ""),
            ("crates/web/src/lib.rs", "mod utils;\nstruct TicketManager;\nstruct Service;"),
        ];
        assert_eq!(check(&Repo::of(&files)).len(), 3);
    }

    #[test]
    fn a_slice_that_does_not_say_what_it_owns_is_found() {
        let files = [("crates/desk/Cargo.toml", ""), ("crates/desk/src/lib.rs", "//! Tickets.\n")];
        assert_eq!(check(&Repo::of(&files)).len(), 1);
    }
}
