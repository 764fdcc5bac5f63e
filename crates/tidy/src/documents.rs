//! A link in a document leads to a file that exists.

use crate::{File, Finding, Repo};

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.files.iter().filter(|file| file.has_extension("md")) {
        for (line, text) in file.lines() {
            for target in links(text) {
                if !leads_somewhere(repo, file, target) {
                    let advice = format!("the link to {target} leads nowhere: mend it or write the file");
                    findings.push(Finding::at(&file.path, line, advice));
                }
            }
        }
    }
    findings
}

/// The targets of `[words](target)` on one line.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target))
}

fn leads_somewhere(repo: &Repo, file: &File, target: &str) -> bool {
    let target = target.split('#').next().unwrap_or_default();
    if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
        return true;
    }
    let mut path: Vec<&str> = file.path.split('/').collect();
    path.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    let path = path.join("/");
    repo.find(&path).is_some() || repo.has_folder(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_nothing_is_found() {
        let text =
            "See [a](../README.md), [b](gone.md), [c](#here), [d](https://a.example/) and [e](how-to).";
        let files = [("docs/index.md", text), ("README.md", ""), ("docs/how-to/a.md", "")];
        let found = check(&Repo::of(&files));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].advice.contains("gone.md"));
    }
}
