//! The content policy blocks inline scripts and styles; here they are blocked before a browser sees them.

use crate::{Finding, Repo, Token};

/// Files that may put text into a page unescaped, with what makes it safe.
const UNESCAPED: &[(&str, &str)] = &[];

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.released() {
        let tokens = file.released();
        for (index, token) in tokens.iter().enumerate() {
            let next = tokens.get(index + 1);
            let before = index.checked_sub(1).and_then(|before| tokens.get(before));
            if is_attribute(token, next, tokens.get(index + 2)) && is_inline(token.text) {
                let advice = format!(
                    "`{}=` is blocked by the content policy: use a class, an SVG attribute or a script file",
                    token.text
                );
                findings.push(Finding::at(&file.path, token.line, advice));
            }
            if is_element(token, next, before) {
                let advice =
                    format!("an inline `{}` is blocked by the content policy: use a file", token.text);
                findings.push(Finding::at(&file.path, token.line, advice));
            }
            if token.is("PreEscaped") && !UNESCAPED.iter().any(|(place, _)| file.path.starts_with(place)) {
                let advice = "PreEscaped lets text become markup: escape it, or add the file to UNESCAPED in \
                              crates/tidy with what makes it safe";
                findings.push(Finding::at(&file.path, token.line, advice));
            }
        }
    }
    findings
}

/// `name=` without a space, as maud's attributes are written; `==` and `=>` are something else.
fn is_attribute(token: &Token, next: Option<&Token>, after: Option<&Token>) -> bool {
    token.is_word()
        && next.is_some_and(|next| next.is("=") && next.at == token.end())
        && !after.is_some_and(|after| after.is("=") || after.is(">"))
}

fn is_inline(name: &str) -> bool {
    name == "style" || name.strip_prefix("on").is_some_and(|event| EVENTS.contains(&event))
}

const EVENTS: [&str; 17] = [
    "click",
    "dblclick",
    "change",
    "input",
    "submit",
    "reset",
    "load",
    "error",
    "focus",
    "blur",
    "keydown",
    "keyup",
    "keypress",
    "mouseover",
    "mouseout",
    "toggle",
    "paste",
];

/// `script { … }` or `style { … }` inside a page: with content, not with a source.
fn is_element(token: &Token, next: Option<&Token>, before: Option<&Token>) -> bool {
    let keyword = |token: &Token| {
        ["match", "if", "in", "mod", "struct", "enum", "impl", "trait", "for", "while"]
            .iter()
            .any(|k| token.is(k))
    };
    (token.is("script") || token.is("style"))
        && next.is_some_and(|next| next.is("{"))
        && !before.is_some_and(keyword)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> usize {
        check(&Repo::of(&[("crates/desk/src/ticket/page.rs", code)])).len()
    }

    #[test]
    fn inline_styles_scripts_and_handlers_are_found() {
        assert_eq!(found(r#"html! { p style="color:red" onclick="go()" { } }"#), 2);
        assert_eq!(found("html! { script { (x) } style { (y) } }"), 2);
        assert_eq!(found("html! { (PreEscaped(body)) }"), 1);
    }

    #[test]
    fn files_classes_and_plain_rust_are_fine() {
        assert_eq!(found(r#"html! { script src=(path) defer {} link rel="stylesheet" href=(css); }"#), 0);
        assert_eq!(
            found("fn f(style: Style) { let style = style; if style == a { } match style { _ => {} } }"),
            0
        );
    }
}
