//! The tree in ARCHITECTURE.md is the tree on disk, and the whole is short enough to be read.

use crate::{Finding, Repo};

const PAPER: &str = "ARCHITECTURE.md";
const LONGEST: usize = 200;

pub fn check(repo: &Repo) -> Vec<Finding> {
    let Some(paper) = repo.find(PAPER) else { return vec![Finding::in_file(PAPER, "is missing: write it")] };
    let mut findings = Vec::new();
    let length = paper.text.lines().count();
    if length > LONGEST {
        let advice = format!("{length} lines, the limit is {LONGEST}: move the reasons to docs/decisions");
        findings.push(Finding::in_file(PAPER, advice));
    }
    let drawn = tree(paper.text);
    for (line, path) in &drawn {
        let there = match path.strip_suffix('/') {
            Some(folder) => repo.has_folder(folder),
            None => repo.find(path).is_some(),
        };
        if !there {
            findings.push(Finding::at(PAPER, *line, format!("the tree draws {path}, which does not exist")));
        }
    }
    for path in must_be_drawn(repo) {
        if !drawn.iter().any(|(_, drawn)| *drawn == path) {
            findings.push(Finding::in_file(
                PAPER,
                format!("the tree lacks {path}: draw it and say what it owns"),
            ));
        }
    }
    findings
}

/// Every folder at the root, every crate and every command.
fn must_be_drawn(repo: &Repo) -> Vec<String> {
    let mut paths = Vec::new();
    for file in &repo.files {
        let mut parts = file.path.split('/');
        let (Some(first), Some(second)) = (parts.next(), parts.next()) else { continue };
        if first.starts_with('.') {
            continue;
        }
        paths.push(format!("{first}/"));
        match first {
            "crates" => paths.push(format!("crates/{second}/")),
            "bin" => paths.push(file.path.clone()),
            _ => {}
        }
    }
    paths.sort_unstable();
    paths.dedup();
    paths
}

/// The paths of the first `text` block: one a line, deeper ones further in, words after two spaces are prose.
fn tree(paper: &str) -> Vec<(usize, String)> {
    let mut paths = Vec::new();
    let mut above: Vec<(usize, String)> = Vec::new();
    let block = paper.lines().enumerate().skip_while(|(_, line)| !line.starts_with("```text")).skip(1);
    for (index, line) in block.take_while(|(_, line)| !line.starts_with("```")) {
        let name = line.trim_start();
        let depth = line.len() - name.len();
        let name = name.split_once("  ").map_or(name, |(name, _)| name).trim_end();
        if name.is_empty() {
            continue;
        }
        above.retain(|(other, _)| *other < depth);
        let folder = above.last().map(|(_, folder)| folder.as_str()).unwrap_or_default();
        let path = format!("{folder}{name}");
        if name.ends_with('/') {
            above.push((depth, path.clone()));
        }
        paths.push((index + 1, path));
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: &str =
        "# A\n\n```text\nbin/\n  test    runs\ncrates/   all\n  desk/   tickets\n  mail/\n```\n";

    #[test]
    fn what_is_drawn_but_gone_and_what_is_there_but_not_drawn_are_found() {
        let files = [(PAPER, PICTURE), ("bin/test", ""), ("crates/desk/src/lib.rs", ""), ("docs/a.md", "")];
        let found: Vec<String> = check(&Repo::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("crates/mail/, which does not exist"));
        assert!(found[1].contains("lacks docs/"));
    }

    #[test]
    fn a_paper_too_long_to_be_read_is_found() {
        assert_eq!(check(&Repo::of(&[(PAPER, &"a\n".repeat(201))])).len(), 1);
    }
}
