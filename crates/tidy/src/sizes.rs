//! Small files and functions, with a short tail: beauty is the 95th percentile, not the median.

use crate::source::closing;
use crate::{File, Finding, Repo, Token};

const MEDIAN_FILE: usize = 100;
const P95_FILE: usize = 350;
const LONGEST_FILE: usize = 500;
const LONGEST_FUNCTION: usize = 70;

/// A median of a handful of files says nothing.
const FEWEST_FILES: usize = 20;

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut lengths: Vec<(usize, &str)> = Vec::new();
    for file in repo.released() {
        let length = released_lines(file);
        lengths.push((length, &file.path));
        if length > LONGEST_FILE {
            let advice =
                format!("{length} lines, the limit is {LONGEST_FILE}: move a concept to a file of its own");
            findings.push(Finding::in_file(&file.path, advice));
        }
        functions(file, &mut findings);
    }
    for file in repo.files.iter().filter(|file| is_asset(file)) {
        let length = file.text.lines().count();
        if length > LONGEST_FILE {
            let advice =
                format!("{length} lines, the limit is {LONGEST_FILE}: split it by what it styles or does");
            findings.push(Finding::in_file(&file.path, advice));
        }
    }
    lengths.sort_unstable();
    percentile(&lengths, 50, MEDIAN_FILE, &mut findings);
    percentile(&lengths, 95, P95_FILE, &mut findings);
    findings
}

fn is_asset(file: &File) -> bool {
    !file.is_workshop() && ["js", "css"].iter().any(|extension| file.has_extension(extension))
}

/// Lines of a file less its own tests.
fn released_lines(file: &File) -> usize {
    let mut tests = 0;
    let mut start: Option<usize> = None;
    let mut last = 0;
    for token in file.tokens() {
        match (token.test, start) {
            (true, None) => start = Some(token.line),
            (false, Some(from)) => {
                tests += last + 1 - from;
                start = None;
            }
            _ => {}
        }
        last = token.line;
    }
    if let Some(from) = start {
        tests += last + 1 - from;
    }
    file.text.lines().count().saturating_sub(tests)
}

fn functions(file: &File, findings: &mut Vec<Finding>) {
    let tokens = file.released();
    for (index, pair) in tokens.windows(2).enumerate() {
        let [keyword, name] = pair else { continue };
        if !keyword.is("fn") || !name.is_word() {
            continue;
        }
        let length = body(&tokens, index).map_or(0, |end| end + 1 - keyword.line);
        if length > LONGEST_FUNCTION {
            let advice = format!(
                "{} is {length} lines, the limit is {LONGEST_FUNCTION}: give one of its thoughts a name of its own",
                name.text
            );
            findings.push(Finding::at(&file.path, keyword.line, advice));
        }
    }
}

/// The line on which the function that starts at `from` ends; none for one without a body.
fn body(tokens: &[Token], from: usize) -> Option<usize> {
    let mut index = from;
    while let Some(token) = tokens.get(index) {
        if token.is(";") {
            return None;
        }
        if token.is("{") {
            return tokens.get(closing(tokens, index)).map(|token| token.line);
        }
        if token.is("(") || token.is("[") {
            index = closing(tokens, index);
        }
        index += 1;
    }
    None
}

fn percentile(lengths: &[(usize, &str)], percent: usize, limit: usize, findings: &mut Vec<Finding>) {
    let rank = (lengths.len() * percent).div_ceil(100).saturating_sub(1);
    let Some((length, path)) = lengths.get(rank).filter(|_| lengths.len() >= FEWEST_FILES) else { return };
    if *length > limit {
        let longer = lengths.iter().filter(|(length, _)| *length > limit).count();
        let advice = format!(
            "{percent} % of the files must be at most {limit} lines; {longer} are longer, this one has {length}: \
             move concepts out of the longest"
        );
        findings.push(Finding::in_file(path, advice));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> String {
        "// a line\n".repeat(count)
    }

    #[test]
    fn a_long_file_is_found_but_not_for_its_tests() {
        let long = lines(501);
        let tested = format!("{}#[cfg(test)]\nmod tests {{\n{}\n}}\n", lines(450), "fn a() {}\n".repeat(100));
        let repo = Repo::of(&[("crates/desk/src/a.rs", &long), ("crates/desk/src/b.rs", &tested)]);
        let found = check(&repo);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].path, "crates/desk/src/a.rs");
    }

    #[test]
    fn a_long_function_is_found_at_its_line() {
        let source = format!("\nfn long(a: [u8; 4]) {{\n{}}}\nfn short();\n", "a();\n".repeat(70));
        let found = check(&Repo::of(&[("crates/desk/src/a.rs", &source)]));
        assert_eq!(found.iter().map(|f| f.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_median_and_a_tail_that_grow_are_found() {
        let files: Vec<(String, String)> =
            (0..20).map(|index| (format!("crates/desk/src/{index}.rs"), lines(index * 20))).collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(check(&Repo::of(&files)).len(), 2);
        assert!(check(&Repo::of(&files[..6])).is_empty());
    }
}
