//! Every sentence exists in both languages, takes the same values in both, and is said somewhere.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser;

use crate::source::follows;
use crate::{File, Finding, Repo};

/// Keys that are put together while the program runs, and why. `refusal-` is checked code by code instead.
const COMPUTED: &[(&str, &str)] = &[
    ("refusal-", "a refusal's code is the end of its key"),
    ("date-month-", "by number of the month"),
    ("date-weekday-", "by number of the day"),
];

/// The system is calm: it neither begs nor wails, and it says what to do instead of what went wrong with you.
const BANNED: [(&str, &[&str]); 2] = [
    ("sv", &["tyvärr", "vänligen", "var god", "oops", "hoppsan", "ej"]),
    ("en", &["oops", "whoops", "sorry", "unfortunately", "please", "utilize"]),
];

/// One file's keys (`key` and `key.attribute`), each with the values it takes.
type Keys = BTreeMap<String, Phrase>;

#[derive(Debug, Default)]
struct Phrase {
    values: BTreeSet<String>,
    words: String,
}

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut referred = BTreeSet::new();
    for krate in repo.crates() {
        let [sv, en] = ["sv", "en"].map(|lang| repo.find(&format!("crates/{krate}/texts/{lang}.ftl")));
        let (sv, en) = match (sv, en) {
            (Some(sv), Some(en)) => (sv, en),
            (None, None) => continue,
            (Some(one), None) | (None, Some(one)) => {
                findings
                    .push(Finding::in_file(&one.path, "the other language has no file beside it: write it"));
                continue;
            }
        };
        let in_sv = read(sv, &mut referred, &mut findings);
        let in_en = read(en, &mut referred, &mut findings);
        compare(sv, &in_sv, en, &in_en, &mut findings);
        compare(en, &in_en, sv, &in_sv, &mut findings);
        banned(sv, "sv", &in_sv, &mut findings);
        banned(en, "en", &in_en, &mut findings);
        for key in in_sv.into_keys().filter(|key| !key.starts_with('-')) {
            if let Some(other) = all.insert(key.clone(), sv.path.clone()) {
                let advice = format!("`{key}` stands in {other} too: begin a key with the name of its slice");
                findings.push(Finding::at(&sv.path, line_of(sv, &key), advice));
            }
        }
    }
    usage(repo, &all, &referred, &mut findings);
    findings
}

fn read(file: &File, referred: &mut BTreeSet<String>, findings: &mut Vec<Finding>) -> Keys {
    let resource = match parser::parse(file.text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line =
                    file.text.get(..error.pos.start).map_or(0, |before| before.matches('\n').count() + 1);
                findings.push(Finding::at(&file.path, line, format!("not Fluent: {error}")));
            }
            resource
        }
    };
    let mut keys = Keys::new();
    for entry in &resource.body {
        let (name, value, attributes) = match entry {
            ast::Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            ast::Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        if let Some(pattern) = value {
            keys.insert(name.clone(), phrase(pattern, referred));
        }
        for attribute in attributes {
            keys.insert(format!("{name}.{}", attribute.id.name), phrase(&attribute.value, referred));
        }
    }
    keys
}

fn phrase(pattern: &ast::Pattern<&str>, referred: &mut BTreeSet<String>) -> Phrase {
    let mut found = Phrase::default();
    elements(pattern, &mut found, referred);
    found
}

fn elements(pattern: &ast::Pattern<&str>, found: &mut Phrase, referred: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => {
                found.words.push_str(&value.to_lowercase());
                found.words.push(' ');
            }
            ast::PatternElement::Placeable { expression } => placeable(expression, found, referred),
        }
    }
}

fn placeable(expression: &ast::Expression<&str>, found: &mut Phrase, referred: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => value(inline, found, referred),
        ast::Expression::Select { selector, variants } => {
            value(selector, found, referred);
            for variant in variants {
                elements(&variant.value, found, referred);
            }
        }
    }
}

fn value(inline: &ast::InlineExpression<&str>, found: &mut Phrase, referred: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.values.insert(id.name.to_owned());
        }
        ast::InlineExpression::MessageReference { id, attribute } => {
            let attribute =
                attribute.as_ref().map(|attribute| format!(".{}", attribute.name)).unwrap_or_default();
            referred.insert(format!("{}{attribute}", id.name));
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                value(argument, found, referred);
            }
        }
        ast::InlineExpression::Placeable { expression } => placeable(expression, found, referred),
        _ => {}
    }
}

fn compare(file: &File, keys: &Keys, other: &File, others: &Keys, findings: &mut Vec<Finding>) {
    for (key, phrase) in keys {
        match others.get(key) {
            None => {
                let advice = format!("`{key}` is missing: {} has it", file.path);
                findings.push(Finding::in_file(&other.path, advice));
            }
            Some(counterpart) if counterpart.values != phrase.values => {
                let advice = format!(
                    "`{key}` takes {:?} here and {:?} in {}: a reader of either language needs them all",
                    phrase.values, counterpart.values, other.path
                );
                findings.push(Finding::at(&file.path, line_of(file, key), advice));
            }
            Some(_) => {}
        }
    }
}

fn banned(file: &File, lang: &str, keys: &Keys, findings: &mut Vec<Finding>) {
    let lists = BANNED.iter().filter(|(of, _)| *of == lang);
    for word in lists.flat_map(|(_, words)| words.iter()) {
        for (key, phrase) in keys.iter().filter(|(_, phrase)| says(&phrase.words, word)) {
            let advice = format!("`{key}` says \"{word}\": say what happened and what to do");
            let _ = &phrase.values;
            findings.push(Finding::at(&file.path, line_of(file, key), advice));
        }
    }
}

/// Whether the text holds the word, or words, with nothing of a word on either side.
fn says(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).and_then(|left| left.chars().next_back());
        let after = text.get(start + word.len()..).and_then(|right| right.chars().next());
        !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
    })
}

fn line_of(file: &File, key: &str) -> usize {
    let (message, _) = key.split_once('.').unwrap_or((key, ""));
    let starts =
        |line: &str| line.strip_prefix(message).is_some_and(|rest| rest.trim_start().starts_with('='));
    file.lines().find(|(_, line)| starts(line)).map_or(0, |(line, _)| line)
}

/// Keys nobody says, keys said that nobody wrote, and prefixes of keys that nobody computes any more.
fn usage(
    repo: &Repo,
    keys: &BTreeMap<String, String>,
    referred: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    if keys.is_empty() {
        return;
    }
    let mut literals = BTreeSet::new();
    for file in repo.released() {
        let tokens = file.released();
        literals.extend(tokens.iter().filter(|token| token.is_text()).map(|token| token.text));
        for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_text()) {
            let missing = match said_as(&tokens, index) {
                Some(Said::Text) => !keys.contains_key(token.text),
                Some(Said::Refusal) => !keys.contains_key(&format!("refusal-{}", token.text)),
                None => false,
            };
            if missing {
                let advice = format!("\"{}\" has no text: write it in texts/sv.ftl and en.ftl", token.text);
                findings.push(Finding::at(&file.path, token.line, advice));
            }
        }
    }
    for (key, path) in keys {
        let said = literals.contains(key.as_str())
            || referred.contains(key)
            || match key.strip_prefix("refusal-") {
                Some(code) => literals.contains(code),
                None => COMPUTED.iter().any(|(prefix, _)| key.starts_with(prefix)),
            };
        if !said {
            let advice = format!(
                "`{key}` is never said: remove it, or add what computes it to COMPUTED in crates/tidy"
            );
            let line = repo.find(path).map_or(0, |file| line_of(file, key));
            findings.push(Finding::at(path, line, advice));
        }
    }
    for (prefix, _) in COMPUTED {
        let computed = literals.iter().any(|literal| literal.starts_with(prefix));
        let written = keys.keys().any(|key| key.starts_with(prefix));
        if written && !computed {
            let advice = format!("nothing computes keys that begin with {prefix}: take it out of COMPUTED");
            findings.push(Finding::in_file("crates/tidy/src/texts.rs", advice));
        }
    }
}

enum Said {
    Text,
    Refusal,
}

/// What the literal at `index` is when it is given to `words.t(…)`, `words.with(…, &[…])` or a `Refusal`.
fn said_as(tokens: &[crate::Token], index: usize) -> Option<Said> {
    let before =
        |words: &[&str]| index.checked_sub(words.len()).is_some_and(|start| follows(tokens, start, words));
    let text =
        before(&[".", "t", "("]) || (before(&[".", "with", "("]) && follows(tokens, index + 1, &[",", "&"]));
    if text {
        return Some(Said::Text);
    }
    let last = follows(tokens, index + 1, &[")"]);
    let constructors = ["forbidden", "not_found", "conflict"];
    let alone = constructors.iter().any(|name| before(&["Refusal", ":", ":", name, "("]));
    let field = index.checked_sub(2).filter(|_| before(&[","])).is_some_and(|start| {
        let open = start.checked_sub(5);
        open.is_some_and(|open| follows(tokens, open, &["Refusal", ":", ":", "invalid", "("]))
    });
    (last && (alone || field)).then_some(Said::Refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sv: &str, en: &str, code: &str) -> Vec<String> {
        let files = [
            ("crates/desk/Cargo.toml", ""),
            ("crates/desk/texts/sv.ftl", sv),
            ("crates/desk/texts/en.ftl", en),
            ("crates/desk/src/page.rs", code),
        ];
        check(&Repo::of(&files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_key_or_value_missing_in_one_language_is_found() {
        let code = r#"w.t("a"); w.t("b"); w.with("c", &[x]);"#;
        let said = found("a = A\nb = B\nc = { $n }\n", "a = A\nc = C\n", code);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said.iter().any(|finding| finding.contains("`b` is missing")));
        assert!(said.iter().any(|finding| finding.contains("takes {\"n\"}")));
    }

    #[test]
    fn a_key_that_nobody_says_and_one_that_nobody_wrote_are_found() {
        let said = found("a = A\nrefusal-x = X\n", "a = A\nrefusal-x = X\n", r#"w.t("z"); "refusal-{code}""#);
        assert_eq!(said.len(), 3, "{said:?}");
        let code = r#"w.t("a"); "refusal-{code}"; Refusal::invalid("title", "x"); Refusal::conflict("y")"#;
        let said = found("a = A\nrefusal-x = X\n", "a = A\nrefusal-x = X\n", code);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("\"y\" has no text"), "{said:?}");
    }

    #[test]
    fn keys_said_by_other_texts_and_computed_ones_are_fine() {
        let texts = "a = { b } och { date-month-1 }\nb = B\ndate-month-1 = Januari\n";
        let code = r#"w.t("a"); w.t(&format!("date-month-{n}"))"#;
        assert!(found(texts, texts, code).is_empty());
    }

    #[test]
    fn a_banned_word_is_found_whole() {
        let said = found("a = Tyvärr gick det fel\nb = Hejda\n", "a = Sorry\nb = Pleased\n", r#""a"; "b""#);
        assert_eq!(said.len(), 2, "{said:?}");
    }

    #[test]
    fn the_same_key_in_two_slices_is_found() {
        let files = [
            ("crates/desk/Cargo.toml", ""),
            ("crates/desk/texts/sv.ftl", "a = A\n"),
            ("crates/desk/texts/en.ftl", "a = A\n"),
            ("crates/mail/Cargo.toml", ""),
            ("crates/mail/texts/sv.ftl", "a = A\n"),
            ("crates/mail/texts/en.ftl", "a = A\n"),
            ("crates/mail/src/lib.rs", r#""a""#),
        ];
        assert_eq!(check(&Repo::of(&files)).len(), 1);
    }
}
