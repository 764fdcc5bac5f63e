//! Scripts and styles of our own: small enough to read, silent towards other hosts, deaf to text as code.

use crate::{File, Finding, Repo};

const SCRIPT: [(&str, &str); 5] = [
    ("eval(", "text must never become code"),
    ("new Function", "text must never become code"),
    ("document.write", "it empties a page that has loaded: insert a parsed fragment"),
    ("javascript:", "the content policy blocks it: add a listener"),
    ("localStorage.setItem(\"token", "a token lives in a cookie that scripts cannot read"),
];

/// Names of standards look like addresses but are never fetched.
const NAMESPACES: [&str; 2] = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.files.iter().filter(|file| is_served(file)) {
        for (line, text) in file.lines() {
            for (sign, advice) in SCRIPT.iter().filter(|(sign, _)| text.contains(sign)) {
                findings.push(Finding::at(&file.path, line, format!("`{sign}`: {advice}")));
            }
            let text = NAMESPACES.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
            if text.contains("http://") || text.contains("https://") || text.contains("url(//") {
                let advice = "a page asks no other host: embed what it needs";
                findings.push(Finding::at(&file.path, line, advice));
            }
        }
    }
    findings
}

fn is_served(file: &File) -> bool {
    file.path.starts_with("crates/")
        && !file.is_workshop()
        && ["js", "css", "svg", "html"].iter().any(|extension| file.has_extension(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_from_text_and_other_hosts_are_found() {
        for (path, text) in [
            ("crates/web/assets/room.js", "eval(answer)"),
            ("crates/web/assets/room.js", "fetch('https://count.example/')"),
            ("crates/web/assets/base.css", "@import url(//fonts.example/inter.css);"),
        ] {
            assert_eq!(check(&Repo::of(&[(path, text)])).len(), 1, "{text}");
        }
    }

    #[test]
    fn own_paths_and_namespaces_are_fine() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
        let files =
            [("crates/web/assets/icons.svg", svg), ("crates/web/assets/room.js", "fetch('/arenden')")];
        assert!(check(&Repo::of(&files)).is_empty());
    }
}
